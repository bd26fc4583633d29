public import BackupPlanning
public import Documents

/// How much a document says again and again.
public enum Arrangement: Sendable {
  /// Files of their own: every row and procedure says all that belongs to it.
  case files
  /// One page of everything: of a large deployment, what many rows or procedures share stands once.
  case page

  /// A page has no more procedures written out than this: at some seven kilobytes each they are most of it.
  static let mostProceduresWrittenOut = 100

  /// Whether what is shared stands once.
  func condenses(_ plan: Plan) -> Bool {
    self == .page && plan.restorations.count > Self.mostProceduresWrittenOut
  }
}

/// Builds the documents of a plan: the overview, the three official worksheets, the restoration worksheet and the
/// other requirements.
public struct WorksheetBuilder: Sendable {
  let words: Language

  public init(_ words: Language = .english) { self.words = words }

  /// What the set is called on the page.
  public func title(of plan: Plan) -> String { words.fill(words.setTitle, ["deployment": name(of: plan)]) }

  /// What the deployment is, in a line below the title.
  public func subtitle(of plan: Plan) -> String { SummarySection(words: words).subtitle(of: plan) }

  /// All documents, the overview first.
  public func documents(for plan: Plan, in arrangement: Arrangement = .files) -> [Document] {
    let isCondensed = arrangement.condenses(plan)
    let worksheets = WorksheetKind.allCases.map { worksheet($0, plan, isCondensed) }
    let others = [
      RestorationDocument(words: words, isCondensed: isCondensed).document(for: plan),
      OtherRequirementsDocument(words: words).document(for: plan),
    ]
    let overview = OverviewDocument(
      words: words, title: words.fill(words.overviewTitle, ["deployment": name(of: plan)]),
      isCondensed: isCondensed)
    return [overview.document(for: plan, listing: worksheets + others)] + worksheets + others
  }

  func name(of plan: Plan) -> String {
    plan.organization ?? plan.topology.defaultSIPDomain ?? words.thisDeployment
  }

  func worksheet(_ kind: WorksheetKind, _ plan: Plan, _ isCondensed: Bool) -> Document {
    let items = plan.backupItems.filter { $0.worksheet == kind }
    let shared = SharedNotes(of: isCondensed ? items : [], words)
    let columns = WorksheetColumn.columns(
      of: kind, words, shared, showsEvidence: items.contains(where: \.hasEvidence))
    let rows = OnDemand(count: items.count) { [words] index in
      let item = items[index]
      return Row(id: item.id, cells: columns.map { $0.cell(item, words) })
    }
    let usesBackupFolder = items.contains { $0.command?.contains("$Backup") ?? false }
    let introduction =
      [words.worksheetIntroduction] + (usesBackupFolder ? [words.backupFolder] : []) + [words.backupAdvice]
    let name = words.name(of: kind)
    let table = Table(
      id: "\(kind.documentID)-table", caption: name.caption, columns: columns.map(\.column), rows: rows,
      emptyText: name.whenEmpty)
    return Document(
      id: kind.documentID, title: name.title,
      sections: [
        Section(
          id: "\(kind.documentID)-rows",
          blocks: introduction.map { .paragraph(Text($0)) }
            + [shared.table(for: kind), table].compactMap { $0.map(Block.table) })
      ])
  }
}

extension WorksheetKind {
  /// Base name of the worksheet's files.
  var documentID: String {
    switch self {
    case .database: "database-worksheet"
    case .fileStore: "file-store-worksheet"
    case .settings: "settings-worksheet"
    }
  }
}

extension Language {
  /// What people call a restoration: the procedure and what it restores.
  func name(of restoration: Restoration) -> String {
    let procedure = wording.procedureNames[restoration.procedure.rawValue] ?? restoration.procedure.rawValue
    return fill(wording.procedureHeading, ["procedure": procedure, "target": restoration.target])
  }

  /// What people call a backup item: the data and its place.
  func name(of item: BackupItem) -> String {
    let label = label(of: item.data)
    let server = item.server.map { server in item.instance.map { "\(server)\\\($0)" } ?? server }
    let pool = item.pools.count == 1 ? item.pools.first : nil
    guard let place = item.share ?? pool ?? server else { return label }
    return fill(wording.itemName, ["label": label, "place": place])
  }

  /// What people call a kind of data.
  func label(of data: BackupData) -> String { BackupCatalogue.rule(for: data).map { text($0.name) } ?? data.rawValue }

  /// What something is about: an id, or the deployment as a whole.
  func subject(_ subject: String) -> String { subject == "deployment" ? wording.wholeDeployment : subject }

  func name(of worksheet: WorksheetKind) -> (title: String, caption: String, whenEmpty: String) {
    switch worksheet {
    case .database: (wording.databaseTitle, wording.databaseCaption, wording.emptyDatabaseWorksheet)
    case .fileStore: (wording.fileStoreTitle, wording.fileStoreCaption, wording.emptyFileStoreWorksheet)
    case .settings: (wording.settingsTitle, wording.settingsCaption, wording.emptySettingsWorksheet)
    }
  }
}
