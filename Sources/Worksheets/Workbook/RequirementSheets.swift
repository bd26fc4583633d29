internal import BackupPlanning
internal import Documents

/// What else to back up, what needs no backup, and the questions: a sheet each.
struct RequirementSheets {
  let words: Language

  func sheets(_ plan: Plan) -> [Sheet] {
    let names = [
      words.workbook.requirementsSheet, words.workbook.exclusionsSheet, words.workbook.questionsSheet,
      words.workbook.answersSheet,
    ]
    let tables = OtherRequirementsDocument(words: words).dataTables(plan)
    return zip(names, tables).map { name, table in
      table.id == OtherRequirementsDocument.questionsTableID ? questions(table, name) : sheet(table, name)
    }
  }

  private func sheet(_ table: Table, _ name: String) -> Sheet {
    Sheet(
      name: name, columns: table.columns.map { SheetColumn($0) },
      rows: table.rows.map { SheetRow($0.cells.map { SheetCell($0) }) }, emptyText: table.emptyText)
  }

  /// With the answers that the policy takes to choose from.
  private func questions(_ table: Table, _ name: String) -> Sheet {
    let rows = table.rows.map { row in
      let question = row.cells.first.flatMap { PlanningQuestion(rawValue: SheetCell($0).text) }
      return SheetRow(
        zip(table.columns, row.cells).map { column, cell in
          guard column.isFilledByPeople else { return SheetCell(cell) }
          return SheetCell(SheetCell(cell).text, .openGap, choices: question?.choices ?? [])
        })
    }
    let columns = table.columns.map { column in
      SheetColumn(
        column.title, width: column.width, prompt: column.isFilledByPeople ? words.workbook.answerPrompt : "")
    }
    return Sheet(name: name, columns: columns, rows: rows, emptyText: table.emptyText)
  }
}
