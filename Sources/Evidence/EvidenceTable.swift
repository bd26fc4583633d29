internal import DelimitedText
public import Diagnostics

/// A CSV file of evidence: a manifest of a folder, or an export of SQL Server's history of backups. Its titles say
/// which.
///
/// Read as spreadsheets, `Export-Csv`, SQL Server Management Studio and `sqlcmd` write it: comma, semicolon or tab;
/// UTF-8 or, with its mark, UTF-16; `#TYPE` in front, dashes below the titles, the number of rows at the end; further
/// columns, in any order. A row that cannot be read is a warning and counts as if it were not there.
public struct EvidenceTable: Sendable {
  /// What the rows are.
  enum Form: CaseIterable {
    case manifest
    case history

    var name: String { self == .manifest ? "a manifest" : "an export of backupset" }

    var required: [String] {
      switch self {
      case .manifest: ["path", "size", "modified"]
      case .history: ["server_name", "database_name", "type", "backup_finish_date"]
      }
    }
  }

  /// The files or backups that the rows name.
  public private(set) var source = EvidenceSource()
  /// A warning for each row that cannot be read; beyond ``mostWarnings`` one for all the others.
  public private(set) var warnings: [Diagnostic] = []

  static let mostWarnings = 50
  private var unreadableRows = 0

  /// The id of the error for a file whose titles are neither form's.
  private static let unknownForm = "evidence-columns-missing"
  private static let notText = "evidence-not-utf8"
  /// What is wrong with a file that is no table of evidence at all.
  public static let unknownForms: Set<String> = [unknownForm, notText]

  /// - Parameter fileName: for messages only.
  /// - Throws: ``UnusableInput`` where the file is not CSV of one of the two forms.
  public init(_ bytes: [UInt8], fileName: String) throws(UnusableInput) {
    func unusable(_ id: String, _ line: Int, _ message: String, _ remedy: String) -> UnusableInput {
      UnusableInput(
        Diagnostic(
          id: id, severity: .error, location: SourceLocation(file: fileName, line: line), message: message,
          remedy: remedy))
    }
    guard let bytes = EvidenceEncoding.utf8(bytes) else {
      throw unusable(
        Self.notText, 1, "neither UTF-8 nor UTF-16 with its mark",
        "export it again, with -Encoding UTF8 (PowerShell) or -f 65001 (sqlcmd)")
    }
    let candidates = Delimiter.allCases.map { delimiter in
      var parser = DelimitedParser(bytes, delimiter: delimiter)
      let header = EvidenceHeader(&parser)
      return (parser: parser, header: header)
    }
    guard let candidate = candidates.first(where: { $0.header.form != nil }), let form = candidate.header.form else {
      let nearest = candidates.map(\.header).min { $0.missing.columns.count < $1.missing.columns.count }
      let missing = nearest?.missing ?? (.manifest, Form.manifest.required)
      throw unusable(
        Self.unknownForm, nearest?.line ?? 1,
        "no column is called \(missing.columns.joined(separator: ", ")), as \(missing.form.name) needs",
        "the first line has path,size,modified and perhaps sha256, or the columns of the query in docs/audit.md")
    }
    var parser = candidate.parser
    while let record = parser.next() {
      let row = EvidenceRow(record, candidate.header)
      guard !row.isDecoration else { continue }
      do throws(EvidenceRow.Problem) {
        switch form {
        case .manifest: source.files.append(try row.file())
        case .history: source.databaseBackups.append(try row.databaseBackup())
        }
      } catch {
        warn(error, line: record.line, fileName)
      }
    }
    // Behind a quote that is not closed everything is one cell: how much is lost, nobody can tell.
    if let problem = parser.problems.first {
      throw unusable(
        "evidence-quote-unclosed", problem.line, "the quotes of cell \(problem.cell) do not match",
        "export it again; a quote inside a cell in quotes is written twice")
    }
    if unreadableRows > Self.mostWarnings {
      warnings.append(
        Diagnostic(
          id: "evidence-row-unreadable", severity: .warning, location: SourceLocation(file: fileName),
          message: "\(unreadableRows - Self.mostWarnings) more rows cannot be read",
          remedy: "mend the first ones, then look again"))
    }
  }

  private mutating func warn(_ problem: EvidenceRow.Problem, line: Int, _ fileName: String) {
    unreadableRows += 1
    guard unreadableRows <= Self.mostWarnings else { return }
    warnings.append(
      Diagnostic(
        id: "evidence-row-unreadable", severity: .warning, location: SourceLocation(file: fileName, line: line),
        message: "\(problem.message); the row is not counted", remedy: problem.remedy))
  }
}

/// The titles of a file of evidence.
struct EvidenceHeader {
  private(set) var line = 1
  /// Where each title first stands; titles in lower case.
  private(set) var positions: [String: Int] = [:]

  /// Takes the first record that can be one.
  init(_ parser: inout DelimitedParser) {
    while let record = parser.next() {
      let titles = record.cells.map { CSVCell.undoingNeutralisation($0).trimmingSpaces.lowercased() }
      if titles.allSatisfy(\.isEmpty) || titles.first?.hasPrefix("#type") ?? false { continue }
      line = record.line
      positions = Dictionary(titles.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
      return
    }
  }

  /// Nil where columns of both forms are missing.
  var form: EvidenceTable.Form? {
    EvidenceTable.Form.allCases.first { $0.required.allSatisfy { positions[$0] != nil } }
  }

  /// What is missing of the form that is nearest.
  var missing: (form: EvidenceTable.Form, columns: [String]) {
    let all = EvidenceTable.Form.allCases.map { form in (form, form.required.filter { positions[$0] == nil }) }
    return all.min { $0.1.count * $1.0.required.count < $1.1.count * $0.0.required.count }
      ?? (.manifest, EvidenceTable.Form.manifest.required)
  }
}

/// How files of evidence are encoded.
enum EvidenceEncoding {
  /// The text as UTF-8; nil where it is neither UTF-8 nor UTF-16 with a byte order mark.
  static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else {
      return !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil ? bytes : nil
    }
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let units = stride(from: 2, to: bytes.count, by: 2).map { position in
      let pair = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
      return isLittle ? pair.1 << 8 | pair.0 : pair.0 << 8 | pair.1
    }
    return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
  }
}
