internal import BackupPlanning
internal import DelimitedText
internal import Documents

/// The register as a sheet: its columns and cells are those of `entries.csv`, so that the sheet saved as CSV is one.
struct RegisterSheet {
  let words: Language

  func sheet(_ register: Register, _ plan: Plan) -> Sheet {
    let undecided = Dictionary(plan.backupItems.map { ($0.id, Register.undecidedColumns(of: $0)) }) { first, _ in first
    }
    let columns = register.columns
    let rows = register.entries.map { entry in
      let gaps = undecided[entry.itemID] ?? []
      let cells = zip(columns, register.cells(of: entry)).map { column, text in
        // With the file's apostrophe: whoever opens the saved CSV again sees no formula.
        SheetCell(CSVCell.neutralising(withLineFeeds(text)), kind(of: column, isGap: gaps.contains(column.title)))
      }
      return SheetRow(cells, isFaded: entry.state == .retired)
    }
    return Sheet(
      name: words.workbook.registerSheet, purpose: .savingAsData, columns: columns.map(column), rows: rows,
      frozenColumns: 1)
  }

  /// Spreadsheets break lines in a cell with LF alone.
  private func withLineFeeds(_ text: String) -> String {
    text.contains("\r\n") ? String(text.map { $0 == "\r\n" ? "\n" : $0 }) : text
  }

  private func kind(of column: Register.Column, isGap: Bool) -> SheetCell.Kind {
    guard column.isFilledByPeople else { return .fixed }
    return isGap ? .openGap : .open
  }

  private func column(_ column: Register.Column) -> SheetColumn {
    SheetColumn(
      CSVCell.neutralising(column.title), prompt: column.isDate ? words.workbook.datePrompt : "")
  }
}
