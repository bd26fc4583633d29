internal import BackupPlanning
internal import Documents

/// Every step of every procedure, a row each, to filter by what is lost and to tick off.
struct RestorationSheet {
  let words: Language

  func sheet(_ plan: Plan) -> Sheet {
    Sheet(
      name: words.workbook.restorationSheet, columns: columns, rows: plan.restorations.flatMap(rows),
      emptyText: words.noProcedures)
  }

  private var columns: [SheetColumn] {
    [
      SheetColumn(words.priorityColumn, width: .narrow, isNumeric: true),
      SheetColumn(words.procedureColumn), SheetColumn(words.targetColumn), SheetColumn(words.site, width: .narrow),
      SheetColumn(words.stepColumn, width: .narrow, isNumeric: true), SheetColumn(words.doneColumn, width: .narrow),
      SheetColumn(words.whereColumn, width: .narrow), SheetColumn(words.whatColumn, width: .wide),
      SheetColumn(words.commandColumn, width: .wide), SheetColumn(words.doneBy, width: .narrow),
      SheetColumn(words.endedAt, width: .narrow), SheetColumn(words.result),
    ]
      + [
        words.needsColumn, words.afterColumn, words.permissionsColumn, words.restorationIDColumn, words.source,
      ].map { SheetColumn($0, isPrinted: false) }
  }

  private func rows(_ restoration: Restoration) -> [SheetRow] {
    let procedure = words.procedureNames[restoration.procedure.rawValue] ?? restoration.procedure.rawValue
    let behind = [
      lines(restoration.needs), lines(restoration.after), lines(restoration.permissions.map(words.text)),
      SheetCell(restoration.id), lines(restoration.sources.map(\.id)),
    ]
    return restoration.steps.map { step in
      SheetRow(
        [
          SheetCell(String(restoration.priority)), SheetCell(procedure), SheetCell(restoration.target),
          SheetCell(restoration.site), SheetCell(String(step.number)),
          SheetCell(words.tickBox, .open, choices: [words.tickBox, words.workbook.tickedBox]),
          SheetCell(words.places[step.place.rawValue]), SheetCell(words.text(step.text)), SheetCell(step.command),
          SheetCell(nil, .open), SheetCell(nil, .open), SheetCell(nil, .open),
        ] + behind)
    }
  }

  private func lines(_ values: [String]) -> SheetCell { SheetCell(values.joined(separator: "\n")) }
}
