internal import Diagnostics
internal import Topology

/// Says what about the deployment deserves attention.
struct FindingPlanner {
  let context: PlanningContext
  let backupItems: [BackupItem]

  /// The findings of the planner alone, in no order.
  func plan() -> [Finding] {
    centralManagementStore + unusedFileStores + brokenPairs + poolVersions + unanswered + impossibleNames
  }

  private func finding(
    _ finding: TopologyFinding, subject: String, line: Int? = nil, _ template: PhraseTemplate,
    _ arguments: KeyValuePairs<String, Phrase.Value> = [:]
  ) -> Finding {
    Finding(finding, subject: subject, message: Phrase(template, arguments), line: line)
  }

  private var centralManagementStore: [Finding] {
    let store = context.centralManagementStore
    if store.serviceCount == 0 {
      guard store.authority == .nobody else { return [] }
      return [
        finding(
          .centralManagementStoreUnknown, subject: PlanningContext.wholeDeployment,
          FindingSentences.noCentralManagementStore)
      ]
    }
    if store.activeCount == 1 {
      guard store.authority == .nobody else { return [] }
      return [
        finding(
          .centralManagementStoreUnknown, subject: PlanningContext.wholeDeployment,
          FindingSentences.centralManagementStoreLost)
      ]
    }
    // The policy may say where the store is; that not exactly one service is active is worth a warning all the same.
    return [
      finding(
        .centralManagementStoreInactive, subject: PlanningContext.wholeDeployment,
        FindingSentences.centralManagementStoreInactive,
        ["active": .number(store.activeCount), "hosts": .text(names(store.managers))])
    ]
  }

  private func names(_ hosts: [HostIndex]) -> String {
    hosts.isEmpty ? "-" : hosts.map { context.deployment[$0].fqdn.text }.joined(separator: ", ")
  }

  /// Shares that no service uses, under whichever of their names.
  private var unusedFileStores: [Finding] {
    let unused = backupItems.filter { item in item.notes.contains { $0.key == RuleNote.unusedFileStoreKey } }
    return unused.map { item in
      let line = context.principals(.fileStore).first { context.sharePath(of: $0) == item.share }
        .map { context.topology[$0].line }
      return finding(
        .fileStoreUnused, subject: item.id, line: line, FindingSentences.fileStoreUnused,
        ["path": .text(item.share ?? "")])
    }
  }

  private var brokenPairs: [Finding] {
    let oneSided = context.pairs.oneSided.map { pair in
      pairMismatch(pair.pool, FindingSentences.pairOneSided, partner: pair.names)
    }
    let ambiguous = context.pairs.ambiguous.compactMap { host in
      context.pairs.partner[host].map {
        pairMismatch(host, FindingSentences.pairAmbiguous, partner: $0)
      }
    }
    return oneSided + ambiguous + context.pairs.partner.flatMap { host, partner in unlikePair(host, partner) }
  }

  /// Rules on two pools that name each other; said once, of the pool whose name sorts first.
  private func unlikePair(_ host: HostIndex, _ partner: HostIndex) -> [Finding] {
    guard let pool = context.pool(of: host), let other = context.pool(of: partner), pool.fqdn < other.fqdn else {
      return []
    }
    var findings: [Finding] = []
    if pool.kind != other.kind {
      findings.append(
        pairMismatch(host, FindingSentences.pairEditions, partner: partner))
    }
    if highAvailability(pool) != highAvailability(other) {
      findings.append(
        pairMismatch(host, FindingSentences.pairAvailability, partner: partner))
    }
    return findings
  }

  private enum HighAvailability {
    case none
    case mirror
    case alwaysOn
  }

  private func highAvailability(_ pool: Pool) -> HighAvailability {
    guard let store = pool.userStore.flatMap(context.deployment.store) else { return .none }
    if store.alwaysOnPrimaryNode != nil { return .alwaysOn }
    return store.mirrors.isEmpty ? .none : .mirror
  }

  private func pairMismatch(_ host: HostIndex, _ template: PhraseTemplate, partner: HostIndex) -> Finding {
    finding(
      .pairMismatch, subject: componentID(host), line: context.deployment[host].line, template,
      ["pool": .text(context.deployment[host].fqdn.text), "partner": .text(context.deployment[partner].fqdn.text)])
  }

  private func componentID(_ host: HostIndex) -> String { context.componentID(host) }

  private var poolVersions: [Finding] {
    context.pools.flatMap { pool -> [Finding] in
      let services = context.deployment[pool.host].services.map { context.topology[$0] }
      let versions = Set(services.compactMap(\.serviceVersion)).sorted()
      var findings: [Finding] = []
      if versions.count > 1 {
        findings.append(
          finding(
            .versionMixed, subject: componentID(pool.host), line: context.deployment[pool.host].line,
            FindingSentences.versionMixed,
            ["pool": .text(pool.fqdn.text), "versions": .text(versions.map(String.init).joined(separator: ", "))]))
      }
      if !pool.isPlanned {
        findings.append(
          finding(
            .versionNotPlanned, subject: componentID(pool.host), line: context.deployment[pool.host].line,
            FindingSentences.versionNotPlanned,
            ["pool": .text(pool.fqdn.text), "product": product(of: pool)]))
      }
      return findings
    }
  }

  private func product(of pool: Pool) -> Phrase.Value {
    pool.serviceVersion.flatMap(Product.name).map { .text($0) } ?? .phrase(Phrase(Terms.earlierVersion))
  }

  private var unanswered: [Finding] {
    context.openQuestions.compactMap { question in
      switch PlanningQuestion(rawValue: question.id) {
      case .archivingInExchange:
        finding(
          .archivingUnanswered, subject: question.subject,
          FindingSentences.archivingUnanswered)
      case .complianceAdapter:
        finding(
          .complianceUnanswered, subject: question.subject,
          FindingSentences.complianceUnanswered)
      default: nil
      }
    }
  }

  private var impossibleNames: [Finding] {
    backupItems.filter { item in item.notes.contains { $0.key == RuleNote.nameImpossible.key } }.map { item in
      finding(
        .nameImpossible, subject: item.id, FindingSentences.nameImpossible, ["item": .text(item.id)])
    }
  }
}

extension PlanningContext {
  /// The id of the job that gives a host its name.
  fileprivate func componentID(_ host: HostIndex) -> String {
    ComponentPlanner.id(kinds[host.position].first ?? .other, deployment[host].fqdn.text)
  }

  /// The id of the component that is or has what the importer calls `name`: a cluster by its name, a service by its
  /// key. Sites and SQL Server instances have none and keep their names.
  fileprivate func componentID(of name: String, for rule: String) -> String {
    if let host = deployment.host(named: CaselessName(name)) {
      let isOther = rule == TopologyFinding.roleUnknown.rawValue
      return isOther ? ComponentPlanner.id(.other, deployment[host].fqdn.text) : componentID(host)
    }
    guard let position = topology.services.firstIndex(where: { $0.key == name }) else { return name }
    if let host = deployment.host(of: Reference(position)) { return componentID(host) }
    return ComponentPlanner.id(.other, topology.services[position].folder ?? name)
  }
}

extension Finding {
  /// What the importer found, as a finding of the plan, about the component that has what it names.
  init(_ diagnostic: Diagnostic, in context: PlanningContext) {
    self.init(
      rule: diagnostic.id, severity: diagnostic.severity,
      subject: diagnostic.subject.map { context.componentID(of: $0, for: diagnostic.id) }
        ?? PlanningContext.wholeDeployment,
      subjectName: diagnostic.sentences?.subject,
      message: diagnostic.sentences?.message ?? .verbatim(diagnostic.message, key: "finding.imported"),
      remedy: diagnostic.sentences?.remedy ?? .verbatim(diagnostic.remedy, key: "remedy.imported"),
      line: diagnostic.location?.line)
  }

  /// A finding of the catalogue.
  fileprivate init(_ finding: TopologyFinding, subject: String, message: Phrase, line: Int?) {
    let rule = FindingCatalogue.rule(for: finding)
    self.init(
      rule: finding.rawValue, severity: rule?.severity ?? .warning, subject: subject, message: message,
      remedy: rule?.remedyPhrase ?? .verbatim(""), line: line)
  }
}

extension Finding {
  /// A restoration with a name that nothing can have; nil where all names are possible.
  init?(misnamed restoration: Restoration) {
    let caution = RestorationDraft.nameImpossible.sentence.template
    guard restoration.cautions.contains(where: { $0.template == caution }) else { return nil }
    self.init(
      .nameImpossible, subject: restoration.id,
      message: Phrase(FindingSentences.nameImpossible, ["item": .text(restoration.id)]), line: nil)
  }

  /// A restoration that needs a backup nobody has planned; nil where all are planned.
  init?(unbacked restoration: Restoration) {
    guard !restoration.unplannedNeeds.isEmpty else { return nil }
    self.init(
      .restorationWithoutBackup, subject: restoration.id,
      message: Phrase(
        FindingSentences.restorationWithoutBackup,
        ["items": .text(restoration.unplannedNeeds.joined(separator: ", "))]), line: nil)
  }
}

extension Diagnostic {
  /// A finding of the planner, with its place in the topology.
  init(_ finding: Finding, file: String) {
    self.init(
      id: finding.rule, severity: finding.severity, subject: finding.subject,
      location: SourceLocation(file: file, line: finding.line), message: finding.message.text,
      remedy: finding.remedy.text)
  }
}

extension [Finding] {
  /// By severity, then rule, subject and line.
  var worstFirst: [Finding] {
    let order: [Diagnostic.Severity: String] = [.error: "0", .warning: "1", .note: "2"]
    // Lines are padded so that they sort as numbers.
    return sortedByKey { finding in
      let line = String(finding.line ?? 0)
      let padding = String(repeating: "0", count: Swift.max(0, 12 - line.count))
      return [order[finding.severity] ?? "", finding.rule, finding.subject, padding + line, finding.message.text]
    }
  }
}
