internal import BackupPlanning
internal import Documents

/// The first sheet: which deployment, how much is covered, what the other sheets are, and how to fill in.
struct OverviewSheet {
  let words: Language

  func sheet(_ plan: Plan, listing sheets: [Sheet], hasRegister: Bool) -> Sheet {
    let builder = WorksheetBuilder(words)
    let facts = SummarySection(words: words).cards(plan).filter { !$0.title.isEmpty }.map { card in
      row(card.title, ([card.value] + counts(card)).joined(separator: "\n"))
    }
    let contents = zip(sheets, contents(of: sheets, hasRegister)).map { row($0.name, $1) }
    return Sheet(
      name: words.workbook.overviewSheet,
      columns: [SheetColumn(builder.name(of: plan)), SheetColumn(builder.subtitle(of: plan), width: .wide)],
      rows: facts + [row(words.workbook.sheetColumn, words.workbook.contentColumn, isHeading: true)] + contents
        + howTo(hasRegister), isFiltered: false)
  }

  /// What a card says below its number, without the links that lead about a page.
  private func counts(_ card: Card) -> [String] {
    card.lines.map(\.plainText).filter { $0 != words.summaryShow }
  }

  /// In the order of the sheets: the register if there is one, the worksheets, the steps, the further ones.
  private func contents(of sheets: [Sheet], _ hasRegister: Bool) -> [String] {
    (hasRegister ? [words.workbook.registerContent] : [])
      + WorksheetKind.allCases.map {
        words.fill(words.workbook.worksheetContent, ["caption": words.name(of: $0).caption])
      }
      + [
        words.workbook.restorationContent, words.requirementsCaption, words.exclusionsCaption,
        words.workbook.questionsContent, words.answersCaption,
      ]
  }

  private func howTo(_ hasRegister: Bool) -> [SheetRow] {
    let register: KeyValuePairs = ["register": words.workbook.registerSheet]
    let legend: [SheetRow] =
      hasRegister
      ? [
        SheetRow([SheetCell(nil, .openGap), SheetCell(words.fill(words.workbook.openGapLegend, register))]),
        SheetRow([SheetCell(nil, .open), SheetCell(words.workbook.openLegend)]),
        SheetRow([SheetCell(nil, .gap), SheetCell(words.fill(words.workbook.gapLegend, register))]),
        row("1", words.fill(words.workbook.saveStep, register)), row("2", words.workbook.readStep),
      ] : []
    return [row(words.workbook.howTo, "", isHeading: true)] + legend + [row("", words.workbook.protection)]
  }

  private func row(_ label: String, _ text: String, isHeading: Bool = false) -> SheetRow {
    SheetRow([SheetCell(label, .label), SheetCell(text, isHeading ? .label : .fixed)])
  }
}
