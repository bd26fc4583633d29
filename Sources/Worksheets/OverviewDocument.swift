internal import BackupPlanning
internal import Diagnostics
internal import Documents

/// `index`: the deployment, what is covered, findings, components, the other documents.
struct OverviewDocument {
  let words: Language
  let title: String
  let isCondensed: Bool

  func document(for plan: Plan, listing documents: [Document]) -> Document {
    Document(
      id: "index", title: title, isOverview: true,
      sections: OnDemand(
        { SummarySection(words: words, isCondensed: isCondensed).section(of: plan) }, { deployment(plan) },
        { CoverageSection(words: words, isCondensed: isCondensed).section(of: plan.backupItems, plan.components) },
        { findings(plan.findings) }, { questions(plan.questions) }, { components(plan.components) },
        { contents(documents) }))
  }

  private func deployment(_ plan: Plan) -> Section {
    let topology = plan.topology
    let names = Dictionary(topology.sites.map { ($0.id, $0.name) }) { first, _ in first }
    let rows = topology.sites.map { site in
      let parent = site.parent.map { (names[$0] ?? nil) ?? $0 } ?? "?"
      let kind = site.kind == "branch" ? words.fill(words.branchSite, ["parent": parent]) : words.centralSite
      return Row(cells: [Cell(site.name ?? site.id), Cell(site.id), Cell(kind)])
    }
    var blocks: [Block] = [.paragraph(Text(statement(on: topology)))]
    if !topology.sipDomains.isEmpty {
      let domains = words.list(topology.sipDomains)
      blocks.append(.paragraph(Text(words.fill(words.sipDomains, ["domains": domains]))))
    }
    blocks.append(
      .table(
        Table(
          id: "sites", caption: words.sitesCaption,
          columns: [Column(words.siteColumn, facet: .site), Column(words.siteIDColumn), Column(words.kindColumn)],
          rows: rows,
          emptyText: words.noSites)))
    let picture = TopologyPicture(words: words, isCondensed: isCondensed).picture(of: plan)
    if let picture { blocks.append(.picture(picture)) }
    return Section(id: "deployment", heading: words.deploymentHeading, blocks: blocks)
  }

  private func statement(on topology: DeploymentSummary) -> String {
    switch (topology.format, topology.isPublished) {
    case ("configurationExport", _): words.exportStatement
    case ("topologyBuilder", true): words.publishedBuilderStatement
    case (_, true): words.publishedStatement
    case (_, false): words.draftStatement
    }
  }

  /// One row for what has one remedy: a line in it for each finding.
  private func findings(_ findings: [Finding]) -> Section {
    let together = findings.grouped { [$0.severity.rawValue, $0.rule, words.text($0.remedy)] }
    let rows = together.compactMap { group -> Row? in
      guard let first = group.first else { return nil }
      return Row(cells: [
        Cell(words.severities[first.severity.rawValue]), Cell(code: first.rule), Cell(lines(group)),
        Cell(words.text(first.remedy)),
      ])
    }
    let columns = [
      Column(words.severityColumn), Column(words.ruleColumn), Column(words.findingColumn, width: .wide),
      Column(words.remedyColumn),
    ]
    let table = Table(
      id: "findings-table", caption: words.findingsCaption, columns: columns, rows: rows,
      emptyText: words.noFindings)
    return Section(id: "findings", heading: words.findingsHeading, blocks: [.table(table)])
  }

  /// Each procedure says which backups it lacks: here are the procedures alone.
  private func lines(_ findings: [Finding]) -> [Text] {
    guard findings.first?.rule == TopologyFinding.restorationWithoutBackup.rawValue else { return findings.map(line) }
    let subjects = words.list(findings.map(\.subject))
    return [Text(words.fill(words.restorationsWithoutBackup, ["subjects": subjects]))]
  }

  private func line(_ finding: Finding) -> Text {
    let message = words.text(finding.message)
    let subject = finding.subjectName.map { words.text($0) } ?? words.subject(finding.subject)
    guard let line = finding.line else {
      return Text(words.fill(words.findingLine, ["subject": subject, "message": message]))
    }
    return Text(
      words.fill(
        words.findingAtLine, ["subject": subject, "message": message, "line": String(line)]))
  }

  private func questions(_ questions: [Question]) -> Section {
    let id = OtherRequirementsDocument.documentID
    let blocks: [Block] =
      questions.isEmpty
      ? [.paragraph(Text(words.noQuestions))]
      : [
        .list(
          questions.map { question in
            Text([
              .link(
                question.id, document: id, anchor: OtherRequirementsDocument.rowID(ofQuestion: question.id)),
              .plain(words.fill(words.questionLine, ["text": words.text(question.text)])),
            ])
          })
      ]
    return Section(id: "open-questions", heading: words.openQuestionsHeading, blocks: blocks)
  }

  private func components(_ components: [Component]) -> Section {
    let columns = [
      words.componentColumn, words.kindColumn, words.site, words.serversColumn,
      words.rolesColumn, words.storesColumn, words.notes,
    ]
    let rows = OnDemand(count: components.count) { index in
      let component = components[index]
      return Row(
        // The picture of so many has no links.
        id: isCondensed ? nil : component.id,
        cells: [
          Cell(component.fqdn ?? words.fill(words.placeUnknown, ["id": component.id])),
          Cell([words.text(component.kind.name), version(of: component)].compactMap { $0.map { Text($0) } }),
          Cell(component.site), Cell(servers(of: component).map { Text($0) }),
          Cell(words.list(component.roles)),
          Cell((component.backEnd + component.fileStores).map { .code($0) }),
          Cell(notes(on: component).map { Text($0) }),
        ])
    }
    let table = Table(
      id: "components-table", caption: words.componentsCaption,
      columns: columns.map { Column($0, facet: $0 == words.site ? .site : nil) }, rows: rows,
      emptyText: words.noComponents)
    return Section(id: "components", heading: words.componentsHeading, blocks: [.table(table)])
  }

  /// None for a component that is its only server.
  private func servers(of component: Component) -> [String] {
    component.servers == [component.fqdn] ? [] : component.servers
  }

  private func version(of component: Component) -> String? {
    component.product ?? component.serviceVersion.map { String($0) }
  }

  private func notes(on component: Component) -> [String] {
    var notes: [String] = []
    if component.hostsCentralManagementStore { notes.append(words.hostsCentralManagementStore) }
    if let pool = component.pairedWith { notes.append(words.fill(words.pairedWith, ["pool": pool])) }
    notes += component.mirror.map { words.fill(words.mirrorOf, ["mirror": $0]) }
    if component.isStandby { notes.append(words.standby) }
    if let node = component.alwaysOnPrimaryNode { notes.append(words.fill(words.primaryNode, ["node": node])) }
    return notes
  }

  private func contents(_ documents: [Document]) -> Section {
    Section(
      id: "documents", heading: words.documentsHeading,
      blocks: [.list(documents.map { Text(.link($0.title, document: $0.id, anchor: nil)) })])
  }
}
