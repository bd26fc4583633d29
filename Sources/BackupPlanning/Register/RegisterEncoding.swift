/// Whether the bytes of a register are UTF-8. What else spreadsheets write is named, with what to choose instead.
enum RegisterEncoding {
  /// Why the bytes cannot be read.
  struct Problem {
    var id: String
    var line: Int
    var message: String
    var remedy: String
  }

  private static let remedy = "save it again as \"CSV UTF-8\" (Excel) or with character set UTF-8 (LibreOffice)"

  static func problem(in bytes: [UInt8]) -> Problem? {
    let starts = Array(bytes.prefix(2))
    // Of text without a byte order mark, one of the first two bytes is zero.
    if starts == [0xFF, 0xFE] || starts == [0xFE, 0xFF] || starts.contains(0) {
      return Problem(id: "register-utf16", line: 1, message: "the register is UTF-16, not UTF-8", remedy: remedy)
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || starts == [0xD0, 0xCF] {
      return Problem(
        id: "register-not-csv", line: 1, message: "the register is a workbook, not a CSV file", remedy: remedy)
    }
    let lines = offendingLines(bytes)
    guard let first = lines.first else { return nil }
    let others = lines.count == 1 ? "" : ", as have \(lines.count - 1) further lines"
    return Problem(
      id: "register-not-utf8", line: first,
      message: "the line has bytes that are not UTF-8 (probably Windows-1252)\(others)", remedy: remedy)
  }

  /// Lines, ended by CRLF, LF or CR, with a NUL or bytes that are not UTF-8.
  private static func offendingLines(_ bytes: [UInt8]) -> [Int] {
    if !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil { return [] }
    var offending: [Int] = []
    var number = 0
    var start = 0
    while start < bytes.count {
      number += 1
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      let line = bytes[start..<end]
      if line.contains(0) || String(validating: line, as: UTF8.self) == nil { offending.append(number) }
      let isCRLF = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
      start = end + (isCRLF ? 2 : 1)
    }
    return offending
  }
}
