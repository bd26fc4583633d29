internal import CivilTime
internal import DelimitedText
public import Diagnostics

/// Reads a register as spreadsheets write it, strictly: what cannot be understood is an error with file, line and
/// remedy, so that no cell is lost unnoticed. All errors are found, not the first alone.
///
/// Comma, semicolon or tab; byte order mark or not; CRLF, LF or CR; any order of columns, with columns of people's own;
/// empty lines and columns; the apostrophe in front of formula-like cells kept or undone.
public struct RegisterReader {
  private let fileName: String
  private var diagnostics: [Diagnostic] = []
  /// Lower-case ids with the lines of their rows.
  private var lines: [String: Int] = [:]

  /// - Parameter fileName: for messages only.
  public init(fileName: String) { self.fileName = fileName }

  /// The register that `bytes` hold.
  /// - Throws: ``UnusableInput`` with every error found.
  public mutating func read(_ bytes: [UInt8]) throws(UnusableInput) -> Register {
    if let problem = RegisterEncoding.problem(in: bytes) {
      report(problem.id, problem.line, problem.message, problem.remedy)
      throw UnusableInput(diagnostics)
    }
    let delimiter = Self.delimiter(of: bytes)
    var parser = DelimitedParser(bytes, delimiter: delimiter)
    var register = Register(form: .init(delimiter: delimiter, hasByteOrderMark: parser.hasByteOrderMark))
    if let header = Self.header(&parser) {
      check(header)
      register.foreignColumns = header.foreignTitles
      while let record = parser.next() {
        if let entry = entry(record, header) { register.entries.append(entry) }
      }
    } else {
      report(
        "register-column-missing", 1, "the file is empty: a register has a column item_id",
        "remove the file; `entries` writes a new one")
    }
    for problem in parser.problems { report(problem) }
    guard diagnostics.isEmpty else {
      throw UnusableInput(diagnostics.enumerated().sorted { Self.key($0) < Self.key($1) }.map(\.element))
    }
    return register
  }

  private static func key(_ diagnostic: (offset: Int, element: Diagnostic)) -> (Int, Int) {
    (diagnostic.element.location?.line ?? 0, diagnostic.offset)
  }

  /// The delimiter with which a column is called `item_id`; else the one that gives the most columns.
  private static func delimiter(of bytes: [UInt8]) -> Delimiter {
    let headers = Delimiter.allCases.map { delimiter in
      var parser = DelimitedParser(bytes, delimiter: delimiter)
      return (delimiter: delimiter, header: header(&parser))
    }
    if let found = headers.first(where: { $0.header?.has(.itemID) ?? false }) { return found.delimiter }
    // Of equals the last wins, so the comma goes last.
    let most = headers.reversed().max { ($0.header?.columns.count ?? 0) < ($1.header?.columns.count ?? 0) }
    return most?.delimiter ?? .comma
  }

  /// The first record that is not empty.
  private static func header(_ parser: inout DelimitedParser) -> RegisterHeader? {
    while let record = parser.next() {
      if !record.cells.allSatisfy(\.trimmed.isEmpty) { return RegisterHeader(record) }
    }
    return nil
  }

  private mutating func check(_ header: RegisterHeader) {
    for title in header.duplicateTitles {
      report(
        "register-column-duplicate", header.line, "two columns are called \"\(title)\"",
        "rename or remove one of them")
    }
    for (title, meant) in header.misspeltTitles {
      report(
        "register-column-misspelt", header.line, "no column is called \"\(meant)\", but one \"\(title)\"",
        "call it \"\(meant)\", or something less like it if the column is your own")
    }
    if !header.has(.itemID) {
      report(
        "register-column-missing", header.line, "no column is called item_id; every row hangs on it",
        "restore the first line from an earlier version of the file, or let `entries` write a new file")
    }
  }

  /// The row of `record`; nil where it is empty or cannot be understood.
  private mutating func entry(_ record: DelimitedRecord, _ header: RegisterHeader) -> Register.Entry? {
    guard !record.cells.allSatisfy(\.trimmed.isEmpty) else { return nil }
    var entry = Register.Entry(itemID: "", state: .active, line: record.line)
    for (position, raw) in record.cells.enumerated() where !raw.trimmed.isEmpty {
      let text = CSVCell.undoingNeutralisation(raw)
      guard position < header.columns.count else {
        report(
          "register-cell-untitled", record.line,
          "the row has \(record.cells.count) cells, the first line \(header.columns.count); \"\(text)\" has no title",
          "put a cell with the delimiter in it in quotes, or give every column a title")
        break
      }
      switch header.columns[position] {
      case .own(let column): fill(&entry, column, with: text, record.line)
      case .foreign(let title): entry.foreignCells[title] = text
      case .untitled:
        report(
          "register-cell-untitled", record.line, "\"\(text)\" is in column \(position + 1), which has no title",
          "give the column a title, or empty the cell")
      }
    }
    guard header.has(.itemID) else { return nil }
    return identify(&entry, record.line) ? entry : nil
  }

  private mutating func fill(_ entry: inout Register.Entry, _ column: RegisterColumn, with text: String, _ line: Int) {
    switch column {
    // Not trimmed: names of objects may end in a space, and nobody types ids.
    case .itemID: entry.itemID = text
    case .state:
      if let state = Register.State(rawValue: text.trimmed.lowercased()) {
        entry.state = state
      } else {
        report(
          "register-state-unknown", line, "state \"\(text)\" is neither active nor retired",
          "write one of the two; `entries` keeps it up to date")
      }
    default:
      guard let cell = column.cell else { return }
      entry[keyPath: cell] = column.isDate ? text.trimmed : text
      if column.isDate && Moment(text.trimmed) == nil {
        report(
          "register-date-unreadable", line,
          "\(column.rawValue) \"\(text)\" is no date such as 2026-11-22 or 2026-11-22T01:30",
          "write the year first, and format the column as text so that the spreadsheet leaves it alone")
      }
    }
  }

  /// Whether the row has an id that no other has. The id gets the case of ids.
  private mutating func identify(_ entry: inout Register.Entry, _ line: Int) -> Bool {
    let id = entry.itemID
    guard !id.isEmpty else {
      report(
        "register-item-missing", line, "the row has cells, but no item_id",
        "restore its item_id, or remove the row; a column of your own can hold remarks")
      return false
    }
    guard let colon = id.firstIndex(of: ":"), id.index(after: colon) < id.endIndex else {
      reportUnknown(id, line, "an id has the form data:scope, such as topologyConfiguration:deployment")
      return false
    }
    let kind = id[..<colon].lowercased()
    guard let data = BackupData.allCases.first(where: { $0.rawValue.lowercased() == kind }) else {
      let near = Spelling.nearest(to: kind, among: BackupData.allCases.map(\.rawValue))
      reportUnknown(
        id, line, "no kind of data is called \"\(id[..<colon])\"", near.map { "did you mean \"\($0)\"?" })
      return false
    }
    entry.itemID = "\(data.rawValue):\(id[id.index(after: colon)...].lowercased())"
    if let first = lines.updateValue(line, forKey: entry.itemID.lowercased()) {
      lines[entry.itemID.lowercased()] = first
      report(
        "register-item-duplicate", line, "\(entry.itemID) has a row already, in line \(first)",
        "merge the two rows into one")
      return false
    }
    return true
  }

  private mutating func reportUnknown(_ id: String, _ line: Int, _ reason: String, _ remedy: String? = nil) {
    report(
      "register-item-unknown", line, "\"\(id)\" is no item id: \(reason)",
      remedy ?? "restore it from an earlier version of the file, or remove the row")
  }

  private mutating func report(_ problem: DelimitedProblem) {
    let begins = problem.cellLine == problem.line ? "" : " (line \(problem.cellLine))"
    switch problem.kind {
    case .unclosedQuote:
      report(
        "register-quote-unclosed", problem.line, "the quote of cell \(problem.cell)\(begins) is never closed",
        "close it; a quote inside a cell in quotes is written twice")
    case .textAfterQuote:
      report(
        "register-quote-misplaced", problem.line, "text follows the closing quote of cell \(problem.cell)\(begins)",
        "write a quote inside a cell in quotes twice")
    }
  }

  private mutating func report(_ id: String, _ line: Int, _ message: String, _ remedy: String) {
    diagnostics.append(
      Diagnostic(
        id: id, severity: .error, location: SourceLocation(file: fileName, line: line), message: message,
        remedy: remedy))
  }
}
