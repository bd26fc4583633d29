internal import BackupPlanning
internal import Documents

/// A column of the three official worksheets: its title, who sees it, and what stands in it for an item.
struct WorksheetColumn {
  let column: Column
  let cell: @Sendable (BackupItem, Wording) -> Cell

  init(
    _ title: String, _ audience: Column.Audience = .everywhere, width: Column.Width = .normal,
    isFilledByPeople: Bool = false,
    _ cell: @escaping @Sendable (BackupItem, Wording) -> Cell
  ) {
    column = Column(title, audience: audience, width: width, isFilledByPeople: isFilledByPeople)
    self.cell = cell
  }

  /// The columns of a worksheet: the official ones in their order, then what the contract adds.
  static func columns(of worksheet: WorksheetKind, _ words: Wording) -> [WorksheetColumn] {
    switch worksheet {
    case .database: databaseColumns(words) + furtherColumns(words)
    case .fileStore: fileStoreColumns(words) + backupSetColumns(words) + furtherColumns(words)
    case .settings: settingsColumns(words) + backupSetColumns(words) + furtherColumns(words)
    }
  }

  private static func databaseColumns(_ words: Wording) -> [WorksheetColumn] {
    titleAndServer(words.database, words) + [
      WorksheetColumn(words.schedule, isFilledByPeople: true) { item, _ in Cell(item.schedule) },
      WorksheetColumn(words.databaseTool) { item, _ in Cell(item.tool) },
    ] + backupSetColumns(words) + [
      WorksheetColumn(words.destination, isFilledByPeople: true) { item, _ in
        Cell(item.destination.map { [.code($0)] } ?? [])
      },
      notes(words),
    ]
  }

  private static func fileStoreColumns(_ words: Wording) -> [WorksheetColumn] {
    titleAndServer(words.content, words) + [
      WorksheetColumn(words.schedule, isFilledByPeople: true) { item, _ in Cell(item.schedule) },
      WorksheetColumn(words.fileTool) { item, _ in Cell(item.tool) },
      WorksheetColumn(words.share) { item, _ in Cell(item.share.map { [.code($0)] } ?? []) },
      WorksheetColumn(words.destination, isFilledByPeople: true) { item, _ in
        Cell(item.destination.map { [.code($0)] } ?? [])
      },
      notes(words),
    ]
  }

  private static func settingsColumns(_ words: Wording) -> [WorksheetColumn] {
    titleAndServer(words.database, words) + [
      WorksheetColumn(words.schedule, isFilledByPeople: true) { item, _ in Cell(item.schedule) },
      WorksheetColumn(words.settingsTool) { item, _ in Cell(item.tool) },
      WorksheetColumn(words.configurationFile) { item, _ in Cell([.code(item.backupSet.name)]) },
      WorksheetColumn(words.location, isFilledByPeople: true) { item, _ in
        Cell(item.destination.map { [.code($0)] } ?? [])
      },
      notes(words),
    ]
  }

  private static func backupSetColumns(_ words: Wording) -> [WorksheetColumn] {
    [
      WorksheetColumn(words.backupSetName, isFilledByPeople: true) { item, _ in Cell([.code(item.backupSet.name)]) },
      WorksheetColumn(words.backupSetExpiration, width: .narrow, isFilledByPeople: true) { item, _ in
        Cell(item.backupSet.expiration)
      },
    ]
  }

  /// Pages have the pools with the title and the instance with the server; data files have columns of their own.
  private static func titleAndServer(_ title: String, _ words: Wording) -> [WorksheetColumn] {
    [
      WorksheetColumn(title, .pagesOnly) { item, words in
        Cell([Text(label(item, words))] + poolsLine(item, words) + [words.state(of: item)])
      },
      WorksheetColumn(title, .dataOnly) { item, words in Cell(label(item, words)) },
      WorksheetColumn(words.server, .pagesOnly) { item, words in serverCell(item, words) },
      WorksheetColumn(words.server, .dataOnly) { item, _ in Cell(item.server) },
    ]
  }

  private static func furtherColumns(_ words: Wording) -> [WorksheetColumn] {
    [
      WorksheetColumn(words.site, .dataOnly) { item, _ in Cell(item.site) },
      WorksheetColumn(words.pools, .dataOnly) { item, _ in Cell(item.pools.map { Text($0) }) },
      WorksheetColumn(words.databaseName, .dataOnly) { item, _ in Cell(item.database) },
      WorksheetColumn(words.sqlInstance, .dataOnly) { item, _ in Cell(item.instance) },
      WorksheetColumn(words.owner, width: .narrow, isFilledByPeople: true) { item, _ in Cell(item.owner) },
      WorksheetColumn(words.rpo, width: .narrow, isFilledByPeople: true) { item, _ in Cell(item.rpo) },
      WorksheetColumn(words.rto, width: .narrow, isFilledByPeople: true) { item, _ in Cell(item.rto) },
      WorksheetColumn(words.lastBackup, .dataOnly, isFilledByPeople: true) { item, _ in Cell(item.lastBackup) },
      WorksheetColumn(words.lastRestoreTest, .dataOnly, isFilledByPeople: true) { item, _ in
        Cell(item.lastRestoreTest)
      },
      WorksheetColumn(words.itemID, .dataOnly) { item, _ in Cell(item.id) },
      WorksheetColumn(words.source, width: .narrow) { item, _ in Cell(item.sources.map { Text($0.id) }) },
    ]
  }

  /// The command first, for it is what people come for.
  private static func notes(_ words: Wording) -> WorksheetColumn {
    WorksheetColumn(words.notes, width: .wide) { item, words in
      let command = item.command.map { [Text([.plain(words.command), .code($0)])] } ?? []
      let permission = Text(words.fill(words.permission, ["permission": item.permission]))
      return Cell(command + [permission] + item.notes.map { Text($0.text) })
    }
  }

  private static func label(_ item: BackupItem, _ words: Wording) -> String {
    let label = BackupCatalogue.rule(for: item.data)?.label ?? item.data.rawValue
    return item.database.map { words.fill(words.databaseLabel, ["label": label, "database": $0]) } ?? label
  }

  private static func poolsLine(_ item: BackupItem, _ words: Wording) -> [Text] {
    guard !item.pools.isEmpty else { return [] }
    let template = item.pools.count == 1 ? words.poolLine : words.poolsLine
    return [words.fill(template, "pools", with: item.pools, of: .pool)]
  }

  private static func serverCell(_ item: BackupItem, _ words: Wording) -> Cell {
    guard let server = item.server else { return Cell(words.serverUnknown) }
    let instance = item.instance.map { [Text(words.fill(words.instanceLine, ["instance": $0]))] } ?? []
    let site = item.site.map { [words.fill(words.siteLine, "site", with: [$0], of: .site)] } ?? []
    return Cell([Text(server)] + instance + site)
  }
}
