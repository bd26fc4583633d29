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
    _ finding: TopologyFinding, subject: String, line: Int? = nil, key: String? = nil, _ template: String,
    _ arguments: KeyValuePairs<String, String> = [:]
  ) -> Finding {
    let rule = FindingCatalogue.rule(for: finding)
    return Finding(
      rule: finding.rawValue, severity: rule?.severity ?? .warning, subject: subject,
      message: Phrase("finding.\(key ?? finding.rawValue)", template, arguments),
      remedy: Phrase("remedy.\(finding.rawValue)", rule?.remedy ?? ""), line: line)
  }

  private var centralManagementStore: [Finding] {
    let store = context.centralManagementStore
    if store.serviceCount == 0 {
      guard store.authority == .nobody else { return [] }
      return [
        finding(
          .centralManagementStoreUnknown, subject: PlanningContext.wholeDeployment,
          "no Central Management store in the topology, and none in the policy")
      ]
    }
    if store.activeCount == 1 {
      guard store.authority == .nobody else { return [] }
      return [
        finding(
          .centralManagementStoreUnknown, subject: PlanningContext.wholeDeployment,
          key: "central-management-store-lost",
          "the active Central Management service has no store in the topology, and the policy names none")
      ]
    }
    // The policy may say where the store is; that not exactly one service is active is worth a warning all the same.
    return [
      finding(
        .centralManagementStoreInactive, subject: PlanningContext.wholeDeployment,
        "{active} of the Central Management services in the topology are active, not one: {hosts}",
        ["active": String(store.activeCount), "hosts": names(store.managers)])
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
        .fileStoreUnused, subject: item.id, line: line, "file store {path} is used by no pool",
        ["path": item.share ?? ""])
    }
  }

  private var brokenPairs: [Finding] {
    let oneSided = context.pairs.oneSided.map { pair in
      pairMismatch(
        pair.pool, "one-sided", "{pool} is paired with {partner}, which is not paired with it",
        partner: pair.names)
    }
    let ambiguous = context.pairs.ambiguous.compactMap { host in
      context.pairs.partner[host].map {
        pairMismatch(host, "ambiguous", "{pool} is paired with more pools than {partner}", partner: $0)
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
        pairMismatch(
          host, "edition", "{pool} and {partner} are paired, but one is Enterprise and the other Standard Edition",
          partner: partner))
    }
    if highAvailability(pool) != highAvailability(other) {
      findings.append(
        pairMismatch(
          host, "availability", "{pool} and {partner} are paired, but their back ends differ in high availability",
          partner: partner))
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

  private func pairMismatch(_ host: HostIndex, _ key: String, _ template: String, partner: HostIndex) -> Finding {
    finding(
      .pairMismatch, subject: componentID(host), line: context.deployment[host].line, key: "pair-mismatch.\(key)",
      template,
      ["pool": context.deployment[host].fqdn.text, "partner": context.deployment[partner].fqdn.text])
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
            "the services of {pool} have versions {versions}",
            ["pool": pool.fqdn.text, "versions": versions.map(String.init).joined(separator: ", ")]))
      }
      if !pool.isPlanned {
        findings.append(
          finding(
            .versionNotPlanned, subject: componentID(pool.host), line: context.deployment[pool.host].line,
            "{pool} runs {product} and is not planned",
            ["pool": pool.fqdn.text, "product": pool.serviceVersion.flatMap(Product.name) ?? "an earlier version"]))
      }
      return findings
    }
  }

  private var unanswered: [Finding] {
    context.openQuestions.compactMap { question in
      switch PlanningQuestion(rawValue: question.id) {
      case .archivingInExchange:
        finding(
          .archivingUnanswered, subject: question.subject,
          "the policy does not say whether archives are kept in Exchange")
      case .complianceAdapter:
        finding(
          .complianceUnanswered, subject: question.subject,
          "the policy does not say whether a compliance adapter empties mgccomp")
      default: nil
      }
    }
  }

  private var impossibleNames: [Finding] {
    backupItems.filter { item in item.notes.contains { $0.key == RuleNote.nameImpossible.key } }.map { item in
      finding(
        .nameImpossible, subject: item.id,
        "a name in {item} cannot be that of a server, instance or share", ["item": item.id])
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
      message: Phrase("finding.imported", "{message}", ["message": diagnostic.message]),
      remedy: Phrase("remedy.imported", "{remedy}", ["remedy": diagnostic.remedy]), line: diagnostic.location?.line)
  }
}

extension Finding {
  /// A restoration with a name that nothing can have; nil where all names are possible.
  init?(misnamed restoration: Restoration) {
    guard restoration.cautions.contains(where: { $0.key == RestorationDraft.nameImpossible.key }) else { return nil }
    let rule = FindingCatalogue.rule(for: .nameImpossible)
    self.init(
      rule: TopologyFinding.nameImpossible.rawValue, severity: rule?.severity ?? .warning, subject: restoration.id,
      message: Phrase(
        "finding.name-impossible", "a name in {item} cannot be that of a server, instance or share",
        ["item": restoration.id]),
      remedy: Phrase("remedy.name-impossible", rule?.remedy ?? ""), line: nil)
  }

  /// A restoration that needs a backup nobody has planned; nil where all are planned.
  init?(unbacked restoration: Restoration) {
    guard !restoration.unplannedNeeds.isEmpty else { return nil }
    let rule = FindingCatalogue.rule(for: .restorationWithoutBackup)
    self.init(
      rule: TopologyFinding.restorationWithoutBackup.rawValue, severity: rule?.severity ?? .note,
      subject: restoration.id,
      message: Phrase(
        "finding.restoration-without-backup", "it needs backups without schedule or destination: {items}",
        ["items": restoration.unplannedNeeds.joined(separator: ", ")]),
      remedy: Phrase("remedy.restoration-without-backup", rule?.remedy ?? ""), line: nil)
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
