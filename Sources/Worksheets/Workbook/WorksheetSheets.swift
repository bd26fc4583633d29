internal import BackupPlanning
internal import Documents

/// The three official worksheets as sheets: what pages show comes first and is printed; behind it stand the columns
/// that only data files have, one value each, to filter by.
struct WorksheetSheets {
  let words: Language

  func sheet(_ kind: WorksheetKind, _ plan: Plan) -> Sheet {
    let document = WorksheetBuilder(words).worksheet(kind, plan, false)
    guard let table = document.tables.first else { return Sheet(name: name(of: kind), columns: [], rows: []) }
    let order = order(of: table)
    let rows = table.rows.map { row in
      SheetRow(
        order.map { place in
          let cell = row.cells[place.index]
          let isGap = place.isPrinted && table.columns[place.index].isFilledByPeople && cell.isEmpty
          return SheetCell(cell, isGap ? .gap : .fixed)
        })
    }
    return Sheet(
      name: name(of: kind), columns: order.map { SheetColumn(table.columns[$0.index], isPrinted: $0.isPrinted) },
      rows: rows, emptyText: table.emptyText, frozenColumns: 1)
  }

  /// The columns of a sheet: places in the table.
  private func order(of table: Table) -> [(index: Int, isPrinted: Bool)] {
    // Data files have a column for each of the two dates that pages show together.
    let shown = table.columns.indices.filter {
      table.columns[$0].audience != .dataOnly && table.columns[$0].title != words.evidence
    }
    let titles = Set(shown.map { table.columns[$0].title })
    let further = table.columns.indices.filter {
      table.columns[$0].audience == .dataOnly && !titles.contains(table.columns[$0].title)
    }
    return shown.map { ($0, true) } + further.map { ($0, false) }
  }

  private func name(of kind: WorksheetKind) -> String {
    switch kind {
    case .database: words.workbook.databaseSheet
    case .fileStore: words.workbook.fileStoreSheet
    case .settings: words.workbook.settingsSheet
    }
  }
}
