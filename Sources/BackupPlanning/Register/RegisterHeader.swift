internal import Diagnostics
internal import DelimitedText

/// What the columns of a register file hold.
struct RegisterHeader {
  /// What a column holds.
  enum Column: Equatable {
    case own(RegisterColumn)
    case foreign(String)
    /// Without a title: tolerated as long as its cells are empty, as spreadsheets leave behind.
    case untitled
  }

  let line: Int
  let columns: [Column]

  init(_ record: DelimitedRecord) {
    line = record.line
    columns = record.cells.map { cell in
      let title = CSVCell.undoingNeutralisation(cell)
      if title.trimmed.isEmpty { return .untitled }
      return RegisterColumn(rawValue: title.trimmed.lowercased()).map(Column.own) ?? .foreign(title)
    }
  }

  func has(_ column: RegisterColumn) -> Bool { columns.contains(.own(column)) }

  var foreignTitles: [String] {
    columns.compactMap { if case .foreign(let title) = $0 { title } else { nil } }
  }

  /// Titles that occur more than once, as first written.
  var duplicateTitles: [String] {
    var seen: Set<String> = []
    var duplicates: [String] = []
    for column in columns {
      let title: String
      switch column {
      case .own(let own): title = own.rawValue
      case .foreign(let foreign): title = foreign
      case .untitled: continue
      }
      if !seen.insert(title.trimmed.lowercased()).inserted { duplicates.append(title) }
    }
    return duplicates
  }

  /// Foreign titles that are nearly one of ours, while that one is missing: people's cells would be overlooked.
  var misspeltTitles: [(title: String, meant: String)] {
    let missing = RegisterColumn.allCases.filter { !has($0) }.map(\.rawValue)
    return foreignTitles.compactMap { title in
      let name = String(title.trimmed.map { $0 == " " || $0 == "-" ? "_" : $0 })
      return Spelling.nearest(to: name, among: missing).map { (title, $0) }
    }
  }
}

extension String {
  /// Without spaces, tabs, line breaks and no-break spaces at both ends.
  var trimmed: String {
    let isSpace: (Unicode.Scalar) -> Bool = { " \t\r\n\u{A0}".unicodeScalars.contains($0) }
    let start = unicodeScalars.drop(while: isSpace)
    guard let last = start.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(start[...last])
  }
}
