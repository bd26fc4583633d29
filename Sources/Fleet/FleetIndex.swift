internal import BackupPlanning
public import Documents
public import Worksheets

/// The index over the worksheets of all deployments: how each stands, and the way to it. A function of the deployments
/// and their records: a run that writes them and a run that finds them up to date give the same.
public struct FleetIndex: Sendable {
  /// What the index is: links of a page lead to pages where there are any, those of Markdown to Markdown.
  public enum Target: Sendable {
    case page
    case markdown
  }

  /// A deployment and where its folder is.
  public struct Entry: Sendable {
    public var report: DeploymentReport
    /// The names on the way from the index to its folder.
    public var path: [String]

    public init(_ report: DeploymentReport, path: [String]) {
      self.report = report
      self.path = path
    }
  }

  private let title: String?
  private let entries: [Entry]
  private let words: Language

  /// - Parameter title: What people call the fleet; nil for words of the language.
  public init(title: String?, entries: [Entry], words: Language) {
    self.title = title
    self.entries = entries
    self.words = words
  }

  private var texts: FleetWording { words.fleet }
  private var reports: [DeploymentReport] { entries.map(\.report) }
  private var failures: [Entry] { entries.filter { $0.report.state == .failed } }

  /// The index as a document set with one document, `index`.
  public func documents(linkingTo target: Target) -> DocumentSet {
    let title = title ?? texts.title
    return DocumentSet(
      title: title, subtitle: words.fill(texts.subtitle, ["count": words.number(entries.count)]), language: words.tag,
      documents: [
        Document(
          // The page has its title above all documents.
          id: "index", title: target == .page ? texts.overviewTitle : title, isOverview: true,
          sections: [summary] + (failures.isEmpty ? [] : [failed(target)]) + [deployments(target), totals])
      ])
  }

  // MARK: At a glance

  private var summary: Section {
    let total = reports.total
    let uncovered = total.backupItems - total.plannedItems
    let cards = [
      Card(
        title: texts.deploymentsHeading, value: words.number(entries.count),
        lines: [
          link(
            words.fill(texts.failedCount, ["count": words.number(failures.count)]),
            failures.isEmpty ? "deployments" : "failed")
        ],
        needsAttention: !failures.isEmpty),
      Card(
        title: words.summaryPlanned,
        value: words.fill(
          words.shareOf, ["part": words.number(total.plannedItems), "all": words.number(total.backupItems)]),
        lines: [
          link(words.fill(words.summaryUncovered, ["count": words.number(uncovered)]), "deployments"),
          link(words.fill(words.summaryOpenCells, ["count": words.number(total.emptyCells)]), "deployments"),
        ], needsAttention: uncovered > 0),
      Card(
        title: words.openQuestionsHeading, value: words.number(total.questions), needsAttention: total.questions > 0),
      Card(
        title: words.findingsHeading, value: words.number(total.findings),
        lines: [
          (words.summaryErrors, total.errors), (words.summaryWarnings, total.warnings),
          (words.summaryNotes, total.notes),
        ].map { link(words.fill($0.0, ["count": words.number($0.1)]), "deployments") },
        needsAttention: total.errors + total.warnings > 0),
    ]
    return Section(id: "summary", heading: words.summaryHeading, blocks: [.cards(cards)])
  }

  private func link(_ text: String, _ anchor: String) -> Text { Text([.link(text, document: "index", anchor: anchor)]) }

  // MARK: Tables

  private func failed(_ target: Target) -> Section {
    let rows = failures.map { entry in
      Row(cells: [
        Cell([name(of: entry, target)]), Cell([.code(entry.report.topology)]),
        Cell(entry.report.errors.map { Text($0) }),
      ])
    }
    let table = Table(
      id: "failed-table", caption: texts.failedCaption,
      columns: [
        Column(texts.deploymentColumn), Column(texts.topologyColumn), Column(words.reasonColumn, width: .wide),
      ],
      rows: rows, emptyText: words.noRows)
    return Section(
      id: "failed", heading: texts.failedHeading,
      blocks: [.paragraph(Text(texts.failedIntroduction)), .table(table)])
  }

  private func deployments(_ target: Target) -> Section {
    let titles = [
      words.componentsHeading, words.requiredColumn, words.plannedColumn, words.uncoveredColumn, words.openCellsColumn,
      texts.questionsColumn, texts.errorsColumn, texts.warningsColumn, texts.notesColumn, texts.restorationsColumn,
    ]
    // Made while they are written: of ten thousand, the cells are many times the numbers.
    let rows = OnDemand(count: entries.count) { row(of: entries[$0], target) }
    let table = Table(
      id: "deployments-table", caption: texts.deploymentsCaption,
      columns: [Column(texts.deploymentColumn), Column(words.filterState, width: .narrow)]
        + titles.map { Column($0, width: .narrow) },
      rows: rows, emptyText: words.noRows)
    return Section(id: "deployments", heading: texts.deploymentsHeading, blocks: [.table(table)])
  }

  private func row(of entry: Entry, _ target: Target) -> Row {
    let numbers =
      entry.report.counts.map { counts in
        [
          counts.components, counts.backupItems, counts.plannedItems, counts.backupItems - counts.plannedItems,
          counts.emptyCells, counts.questions, counts.errors, counts.warnings, counts.notes, counts.restorations,
        ].map { Cell(words.number($0)) }
      } ?? Array(repeating: .empty, count: Self.numbers)
    return Row(cells: [Cell([name(of: entry, target)]), Cell([state(of: entry.report)])] + numbers)
  }

  /// Columns with a number, all of them empty for a failure.
  private static let numbers = 10

  private var totals: Section {
    let total = reports.total
    let numbers = [
      (texts.deploymentsHeading, entries.count), (words.componentsHeading, total.components),
      (words.requiredColumn, total.backupItems), (words.plannedColumn, total.plannedItems),
      (words.uncoveredColumn, total.backupItems - total.plannedItems), (words.openCellsColumn, total.emptyCells),
      (texts.questionsColumn, total.questions), (texts.errorsColumn, total.errors),
      (texts.warningsColumn, total.warnings), (texts.notesColumn, total.notes),
      (texts.restorationsColumn, total.restorations),
    ]
    let table = Table(
      id: "totals-table", caption: texts.totalsCaption,
      columns: [Column(texts.whatColumn), Column(texts.numberColumn)],
      rows: numbers.map { Row(cells: [Cell($0.0), Cell(words.number($0.1))]) }, emptyText: words.noRows)
    return Section(id: "totals", heading: texts.totalsHeading, blocks: [.table(table)])
  }

  /// Where there are worksheets, a link to them.
  private func name(of entry: Entry, _ target: Target) -> Text {
    let worksheets = entry.report.worksheets
    let file = target == .page ? worksheets?.linkedFromPage : worksheets?.linkedFromMarkdown
    guard let file else { return Text(entry.report.name) }
    return Text([.file(entry.report.name, path: entry.path + [file])])
  }

  private func state(of report: DeploymentReport) -> Text {
    let counts = report.counts
    let isPlanned = counts.map { $0.plannedItems == $0.backupItems } ?? false
    let text = counts == nil ? texts.failedState : isPlanned ? words.plannedColumn : texts.gapsState
    return Text([.value(text, of: .state, isGap: !isPlanned)])
  }
}
