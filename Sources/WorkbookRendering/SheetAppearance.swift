internal import Documents

/// Colours as 0xRRGGBB. Every text has a contrast of 7 to 1 or more with what is behind it, faded ones of 4.5 to 1.
enum SheetColors {
  static let title: UInt32 = 0x1F3864
  static let titleText: UInt32 = 0xFFFFFF
  static let line: UInt32 = 0xBFBFBF
  static let faded: UInt32 = 0x707070

  static func background(of kind: SheetCell.Kind, isFaded: Bool) -> UInt32? {
    switch kind {
    case _ where isFaded: nil
    case .fixed: nil
    case .label: 0xE9EEF6
    case .gap: 0xF2F2F2
    case .open: 0xF3F9EC
    case .openGap: 0xFFF2B3
    }
  }
}

/// What stands above and below a printed page, in the codes of the format: `&L` left, `&R` right, `&P` page.
struct PaperText {
  let header: String
  let footer: String

  init(_ workbook: Workbook, sheet: String) {
    let half = WorkbookLimits.pageHeader / 2 - 8
    let third = WorkbookLimits.pageHeader / 3 - 8
    let part = workbook.classification.isEmpty ? half : third
    let classification = Self.literal(workbook.classification, third)
    header =
      "&L&\"-,Bold\"\(Self.literal(sheet, part))" + (classification.isEmpty ? "" : "&C\(classification)")
      + "&R\(Self.literal(workbook.title, part))"
    let page = Self.literal(workbook.pageNumber, half)
      .split(separator: "{page}", omittingEmptySubsequences: false).joined(separator: "&P")
      .split(separator: "{pages}", omittingEmptySubsequences: false).joined(separator: "&N")
    footer = "&L\(Self.literal(workbook.subtitle, half))&R\(page)"
  }

  /// `text` with no code in it, in at most `length` characters.
  private static func literal(_ text: String, _ length: Int) -> String {
    let line = CellText.forReading(text, cutMark: "…").split(separator: "\n").joined(separator: " ")
    // A digit would become part of the code in front of it.
    let start = line.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false ? " " : ""
    let parts = (start + line).split(separator: "&", omittingEmptySubsequences: false)
    let doubled = CellText.cut(parts.joined(separator: "&&"), to: length, mark: "…")
    // The cut must leave no half of a doubled one.
    let ampersands = doubled.utf8.count { $0 == UInt8(ascii: "&") }
    return ampersands.isMultiple(of: 2) ? doubled : doubled + "&"
  }
}

/// A run of cells to fill in one column that have the same choices and prompt. Rows count from the titles, which are 0.
struct CellInputs: Equatable {
  var column: Int
  var rows: ClosedRange<Int>
  var choices: [String]
  var prompt: String

  static func of(_ sheet: Sheet) -> [CellInputs] {
    sheet.columns.indices.flatMap { column in
      let prompt = CellText.cut(sheet.columns[column].prompt, to: WorkbookLimits.prompt, mark: "…")
      var inputs: [CellInputs] = []
      for (index, row) in sheet.rows.enumerated() where column < row.cells.count {
        let cell = row.cells[column]
        guard cell.kind == .open || cell.kind == .openGap else { continue }
        let choices = isList(cell.choices) ? cell.choices : []
        guard !choices.isEmpty || !prompt.isEmpty else { continue }
        if let last = inputs.last, last.choices == choices, last.rows.upperBound == index {
          inputs[inputs.count - 1].rows = last.rows.lowerBound...(index + 1)
        } else {
          inputs.append(CellInputs(column: column, rows: (index + 1)...(index + 1), choices: choices, prompt: prompt))
        }
      }
      return inputs
    }
  }

  /// Whether the format can hold the choices: it has them as one short text with commas.
  private static func isList(_ choices: [String]) -> Bool {
    choices.map(\.utf16.count).reduce(choices.count, +) <= WorkbookLimits.choices
      && choices.allSatisfy { !$0.isEmpty && !$0.contains(",") && !$0.contains("\"") }
  }
}
