internal import CivilTime
internal import DelimitedText

/// A row of a file of evidence, read cell by cell.
struct EvidenceRow {
  /// Why a row cannot be read.
  struct Problem: Error, Equatable {
    var message: String
    var remedy: String
  }

  private let cells: [String]
  private let header: EvidenceHeader

  init(_ record: DelimitedRecord, _ header: EvidenceHeader) {
    // `sqlcmd` fills up with spaces.
    cells = record.cells.map { CSVCell.undoingNeutralisation($0).trimmingSpaces }
    self.header = header
  }

  /// Whether it is no row but what `sqlcmd` puts around rows: dashes, the number of rows, empty lines.
  var isDecoration: Bool {
    cells.allSatisfy { $0.allSatisfy { $0 == "-" } }
      || cells[0].hasPrefix("(") && (cells[0].hasSuffix("affected)")) && cells.dropFirst().allSatisfy(\.isEmpty)
  }

  func file() throws(Problem) -> BackupFile {
    guard let size = try size("size") else { throw Self.missing("size") }
    return BackupFile(
      path: try required("path"), size: size, modified: try moment("modified", timeZone: nil), sha256: try checksum())
  }

  func databaseBackup() throws(Problem) -> DatabaseBackup {
    DatabaseBackup(
      server: try required("server_name"), database: try required("database_name"),
      finished: try moment("backup_finish_date", timeZone: try timeZone()), type: try required("type"),
      size: try size("backup_size"), mediaPath: cell("physical_device_name"))
  }

  /// The cell of a column; nil where it is empty, NULL or not there.
  private func cell(_ column: String) -> String? {
    guard let position = header.positions[column], position < cells.count else { return nil }
    let text = cells[position]
    return text.isEmpty || text == "NULL" ? nil : text
  }

  private func required(_ column: String) throws(Problem) -> String {
    guard let text = cell(column) else { throw Self.missing(column) }
    return text
  }

  private static func missing(_ column: String) -> Problem {
    Problem(message: "\(column) is empty", remedy: "export it again; a cell with the delimiter in it needs quotes")
  }

  /// In bytes.
  private func size(_ column: String) throws(Problem) -> Int? {
    guard let text = cell(column) else { return nil }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let size = Int(text) else {
      throw Problem(message: "\(column) \"\(text)\" is no number of bytes", remedy: "write digits alone")
    }
    return size
  }

  private func checksum() throws(Problem) -> String? {
    guard let text = cell("sha256") else { return nil }
    guard text.utf8.count == 64, text.allSatisfy(\.isHexDigit) else {
      throw Problem(
        message: "sha256 \"\(text)\" is no SHA-256", remedy: "write 64 hexadecimal digits, or leave it empty")
    }
    return text.lowercased()
  }

  private func moment(_ column: String, timeZone: Int?) throws(Problem) -> Moment {
    let text = try required(column)
    // SQL Server puts a space in front of an offset.
    var compact = text
    for sign in ["+", "-"] {
      if let range = compact.firstRange(of: " \(sign)") { compact.replaceSubrange(range, with: sign) }
    }
    guard let moment = Moment(compact) else {
      throw Problem(
        message: "\(column) \"\(text)\" is no date such as 2026-11-22T01:30:00Z",
        remedy: "write the year first; dates without an offset are UTC")
    }
    guard let second = moment.secondOfDay, let timeZone, !Self.hasOffset(compact) else { return moment }
    return Moment(secondsSince1970: moment.day.number * 86_400 + second - timeZone * 900)
  }

  private static func hasOffset(_ text: String) -> Bool {
    // Behind `yyyy-mm-dd`, a sign can only begin an offset.
    text.dropFirst(10).contains { "zZ+-".contains($0) }
  }

  /// Quarters of an hour that local time is ahead of UTC, as `backupset` has them; nil where they are unknown.
  private func timeZone() throws(Problem) -> Int? {
    guard let text = cell("time_zone"), text != "127" else { return nil }
    guard let quarters = Int(text), (-48...56).contains(quarters) else {
      throw Problem(
        message: "time_zone \"\(text)\" is no number of quarters of an hour", remedy: "export the column as it is")
    }
    return quarters
  }
}
