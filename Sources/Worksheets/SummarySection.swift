internal import BackupPlanning
internal import Diagnostics
internal import Documents

/// The first screen: which deployment, how much is covered, what is open, and the way to what is lost.
struct SummarySection {
  let words: Language
  /// Whether uncovered items are marked in their rows alone.
  var isCondensed = false

  func section(of plan: Plan) -> Section {
    Section(
      id: "summary", heading: words.summaryHeading,
      blocks: [.cards(cards(plan)), .lookup(lookup), .chart(chart(plan.backupItems))])
  }

  /// What the deployment is, in a line.
  func subtitle(of plan: Plan) -> String {
    let domains = plan.topology.sipDomains
    let facts =
      [state(of: plan.topology)]
      + (domains.isEmpty ? [] : [words.fill(words.sipDomains, ["domains": words.list(domains)])])
    return facts.joined(separator: words.factSeparator)
  }

  private func state(of topology: DeploymentSummary) -> String {
    switch (topology.format, topology.isPublished) {
    case ("configurationExport", _): words.stateExport
    case (_, true): words.statePublished
    case (_, false): words.stateDraft
    }
  }

  func cards(_ plan: Plan) -> [Card] {
    let pools = plan.components.count { $0.kind.isLyncServer && $0.kind != .survivableBranchAppliance }
    let machines = Set(plan.components.flatMap(\.servers).map { $0.lowercased() }).count
    return [
      Card(
        title: words.summarySites, value: words.number(plan.topology.sites.count),
        lines: [
          counted(words.summaryPools, pools, "components"), counted(words.summaryMachines, machines, "components"),
        ]),
      coverage(plan.backupItems),
      Card(
        title: words.openQuestionsHeading, value: words.number(plan.questions.count),
        lines: [Text(.link(words.summaryShow, document: "index", anchor: "open-questions"))],
        needsAttention: !plan.questions.isEmpty),
      findings(plan.findings),
    ]
  }

  private func coverage(_ items: [BackupItem]) -> Card {
    let planned = items.count(where: \.isPlanned)
    let uncovered = items.count - planned
    return Card(
      title: words.summaryPlanned,
      value: words.fill(words.shareOf, ["part": words.number(planned), "all": words.number(items.count)]),
      lines: [
        counted(words.summaryUncovered, uncovered, uncovered == 0 || isCondensed ? "coverage" : "uncovered-table"),
        counted(words.summaryOpenCells, items.reduce(0) { $0 + $1.emptyCells }, "coverage-by-cell"),
      ],
      needsAttention: uncovered > 0)
  }

  private func findings(_ findings: [Finding]) -> Card {
    let counts = Diagnostic.Severity.allCases.map { severity in
      let title =
        switch severity {
        case .error: words.summaryErrors
        case .warning: words.summaryWarnings
        case .note: words.summaryNotes
        }
      return counted(title, findings.count { $0.severity == severity }, "findings")
    }
    return Card(
      title: words.findingsHeading, value: words.number(findings.count), lines: counts,
      needsAttention: findings.contains { $0.severity != .note })
  }

  private func counted(_ template: String, _ count: Int, _ anchor: String) -> Text {
    let text = words.fill(template, ["count": words.number(count)])
    return Text(.link(text, document: "index", anchor: anchor))
  }

  private var lookup: Lookup {
    Lookup(
      id: "lookup", question: words.lostHeading,
      link: Text([
        .link(words.somethingIsLost, document: RestorationDocument.documentID, anchor: "lost-components")
      ]),
      table: "lost-components-table", nothingFound: words.lostNothingFound)
  }

  private func chart(_ items: [BackupItem]) -> Chart {
    let bars = WorksheetKind.allCases.map { kind in
      let own = items.filter { $0.worksheet == kind }
      let planned = own.count(where: \.isPlanned)
      return Chart.Bar(
        label: Text(.link(words.name(of: kind).title, document: kind.documentID, anchor: nil)), done: planned,
        total: own.count,
        text: words.fill(words.plannedOf, ["part": words.number(planned), "all": words.number(own.count)]))
    }
    return Chart(id: "coverage-chart", caption: words.coverageCaption, bars: bars)
  }
}
