public import BackupPlanning
public import Documents

/// Builds the documents of a plan: the overview, the three official worksheets, the restoration worksheet and the
/// other requirements.
public struct WorksheetBuilder: Sendable {
  private let words: Wording

  public init(_ words: Wording = .english) { self.words = words }

  /// What the set is called on the page.
  public func title(of plan: Plan) -> String { words.fill(words.setTitle, ["deployment": name(of: plan)]) }

  /// What the deployment is, in a line below the title.
  public func subtitle(of plan: Plan) -> String { SummarySection(words: words).subtitle(of: plan) }

  /// All documents, the overview first.
  public func documents(for plan: Plan) -> [Document] {
    let worksheets = WorksheetKind.allCases.map { worksheet($0, plan) }
    let others = [
      RestorationDocument(words: words).document(for: plan),
      OtherRequirementsDocument(words: words).document(for: plan),
    ]
    let overview = OverviewDocument(
      words: words, title: words.fill(words.overviewTitle, ["deployment": name(of: plan)]))
    return [overview.document(for: plan, listing: worksheets + others)] + worksheets + others
  }

  private func name(of plan: Plan) -> String {
    plan.organization ?? plan.topology.defaultSIPDomain ?? words.thisDeployment
  }

  private func worksheet(_ kind: WorksheetKind, _ plan: Plan) -> Document {
    let columns = WorksheetColumn.columns(of: kind, words)
    let items = plan.backupItems.filter { $0.worksheet == kind }
    let rows = items.map { item in Row(id: item.id, cells: columns.map { $0.cell(item, words) }) }
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
          blocks: introduction.map { .paragraph(Text($0)) } + [.table(table)])
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

extension Wording {
  /// What people call a restoration: the procedure and what it restores.
  func name(of restoration: Restoration) -> String {
    let procedure = procedureNames[restoration.procedure] ?? restoration.procedure.rawValue
    return fill(procedureHeading, ["procedure": procedure, "target": restoration.target])
  }

  /// What people call a backup item: the data and its place.
  func name(of item: BackupItem) -> String {
    let label = BackupCatalogue.rule(for: item.data)?.label ?? item.data.rawValue
    let server = item.server.map { server in item.instance.map { "\(server)\\\($0)" } ?? server }
    let pool = item.pools.count == 1 ? item.pools.first : nil
    guard let place = item.share ?? pool ?? server else { return label }
    return fill(itemName, ["label": label, "place": place])
  }

  func name(of worksheet: WorksheetKind) -> (title: String, caption: String, whenEmpty: String) {
    switch worksheet {
    case .database: (databaseTitle, databaseCaption, emptyDatabaseWorksheet)
    case .fileStore: (fileStoreTitle, fileStoreCaption, emptyFileStoreWorksheet)
    case .settings: (settingsTitle, settingsCaption, emptySettingsWorksheet)
    }
  }
}
