internal import BackupPlanning
internal import Documents

/// A column of the three official worksheets: its title, who sees it, and what stands in it for an item.
struct WorksheetColumn {
  let column: Column
  let cell: @Sendable (BackupItem, Language) -> Cell

  init(
    _ title: String, _ audience: Column.Audience = .everywhere, width: Column.Width = .normal,
    isFilledByPeople: Bool = false,
    _ cell: @escaping @Sendable (BackupItem, Language) -> Cell
  ) {
    column = Column(title, audience: audience, width: width, isFilledByPeople: isFilledByPeople)
    self.cell = cell
  }

  /// The columns of a worksheet: the official ones in their order, then what the contract adds.
  static func columns(
    of worksheet: WorksheetKind, _ words: Language, _ shared: SharedNotes, showsEvidence: Bool
  ) -> [WorksheetColumn] {
    let evidence = showsEvidence ? [evidence(words)] : []
    return switch worksheet {
    case .database: databaseColumns(words, shared) + furtherColumns(words, shared, evidence)
    case .fileStore: fileStoreColumns(words, shared) + backupSetColumns(words) + furtherColumns(words, shared, evidence)
    case .settings: settingsColumns(words, shared) + backupSetColumns(words) + furtherColumns(words, shared, evidence)
    }
  }

  private static func databaseColumns(_ words: Language, _ shared: SharedNotes) -> [WorksheetColumn] {
    titleAndServer(words.database, words) + [
      WorksheetColumn(words.schedule, isFilledByPeople: true) { item, _ in Cell(item.schedule) },
      WorksheetColumn(words.databaseTool) { item, words in Cell(words.text(item.tool)) },
    ] + backupSetColumns(words) + [
      WorksheetColumn(words.destination, isFilledByPeople: true) { item, _ in
        Cell(code: item.destination)
      },
      notes(words, shared),
    ]
  }

  private static func fileStoreColumns(_ words: Language, _ shared: SharedNotes) -> [WorksheetColumn] {
    titleAndServer(words.content, words) + [
      WorksheetColumn(words.schedule, isFilledByPeople: true) { item, _ in Cell(item.schedule) },
      WorksheetColumn(words.fileTool) { item, words in Cell(words.text(item.tool)) },
      WorksheetColumn(words.share) { item, _ in Cell(code: item.share) },
      WorksheetColumn(words.destination, isFilledByPeople: true) { item, _ in
        Cell(code: item.destination)
      },
      notes(words, shared),
    ]
  }

  private static func settingsColumns(_ words: Language, _ shared: SharedNotes) -> [WorksheetColumn] {
    titleAndServer(words.database, words) + [
      WorksheetColumn(words.schedule, isFilledByPeople: true) { item, _ in Cell(item.schedule) },
      WorksheetColumn(words.settingsTool) { item, words in Cell(words.text(item.tool)) },
      WorksheetColumn(words.configurationFile) { item, _ in Cell(code: item.backupSet.name) },
      WorksheetColumn(words.location, isFilledByPeople: true) { item, _ in
        Cell(code: item.destination)
      },
      notes(words, shared),
    ]
  }

  private static func backupSetColumns(_ words: Language) -> [WorksheetColumn] {
    [
      WorksheetColumn(words.backupSetName, isFilledByPeople: true) { item, _ in Cell(code: item.backupSet.name) },
      WorksheetColumn(words.backupSetExpiration, width: .narrow, isFilledByPeople: true) { item, _ in
        Cell(item.backupSet.expiration)
      },
    ]
  }

  /// Pages have the pools with the title and the instance with the server; data files have columns of their own.
  private static func titleAndServer(_ title: String, _ words: Language) -> [WorksheetColumn] {
    [
      WorksheetColumn(title, .pagesOnly) { item, words in
        Cell([Text(label(item, words))] + poolsLine(item, words) + [words.state(of: item)])
      },
      WorksheetColumn(title, .dataOnly) { item, words in Cell(label(item, words)) },
      WorksheetColumn(words.server, .pagesOnly) { item, words in serverCell(item, words) },
      WorksheetColumn(words.server, .dataOnly) { item, _ in Cell(item.server) },
    ]
  }

  private static func furtherColumns(
    _ words: Language, _ shared: SharedNotes, _ evidence: [WorksheetColumn]
  ) -> [WorksheetColumn] {
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
    ] + evidence + [
      WorksheetColumn(words.itemID, .dataOnly) { item, _ in Cell(item.id) },
      WorksheetColumn(words.source, .pagesOnly, width: .narrow) { item, _ in
        Cell(shared.sourcesRemaining(of: item).map { Text($0.id) })
      },
      WorksheetColumn(words.source, .dataOnly) { item, _ in Cell(item.sources.map { Text($0.id) }) },
    ]
  }

  /// When it was last backed up and restored, for pages alone: data files have a column for each.
  private static func evidence(_ words: Language) -> WorksheetColumn {
    WorksheetColumn(words.evidence, .pagesOnly, width: .narrow, isFilledByPeople: true) { item, words in
      let backup = item.lastBackup.map { Text(words.fill(words.lastBackupLine, ["date": words.date($0)])) }
      let test = item.lastRestoreTest.map { Text(words.fill(words.lastRestoreTestLine, ["date": words.date($0)])) }
      return Cell([backup, test].compactMap(\.self))
    }
  }

  /// The command first, for it is what people come for.
  private static func notes(_ words: Language, _ shared: SharedNotes) -> WorksheetColumn {
    WorksheetColumn(words.notes, width: .wide) { item, words in
      let (command, remarks) = shared.remain(of: item)
      return Cell((command.map { [Text([.plain(words.command), .code($0)])] } ?? []) + remarks.map { Text($0) })
    }
  }

  private static func label(_ item: BackupItem, _ words: Language) -> String {
    let label = words.label(of: item.data)
    return item.database.map { words.fill(words.databaseLabel, ["label": label, "database": $0]) } ?? label
  }

  private static func poolsLine(_ item: BackupItem, _ words: Language) -> [Text] {
    guard !item.pools.isEmpty else { return [] }
    return [words.fill(words.form(of: words.poolsLine, for: item.pools.count), "pools", with: item.pools, of: .pool)]
  }

  private static func serverCell(_ item: BackupItem, _ words: Language) -> Cell {
    guard let server = item.server else { return Cell(words.serverUnknown) }
    let instance = item.instance.map { [Text(words.fill(words.instanceLine, ["instance": $0]))] } ?? []
    let site = item.site.map { [words.fill(words.siteLine, "site", with: [$0], of: .site)] } ?? []
    return Cell([Text(server)] + instance + site)
  }
}

extension BackupItem {
  /// Whether people entered when it was last backed up, or when restoring it was last tried.
  var hasEvidence: Bool { lastBackup != nil || lastRestoreTest != nil }
}
