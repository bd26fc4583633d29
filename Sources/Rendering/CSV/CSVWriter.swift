internal import Documents

/// Writes records of RFC 4180 into a buffer. Characters stay exactly as they are, invisible ones included: a data
/// file is read by programs.
struct CSVWriter {
  private(set) var bytes: [UInt8] = []
  private var isFirstInRecord = true
  private var recordStart = 0
  private var scratch: [UInt8] = []

  private static let quoted = ByteSet(",\"\r\n")

  mutating func cell(_ text: String) {
    separate()
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: text.utf8)
    writeScratch()
  }

  /// Several values as one cell, joined by `; `.
  mutating func cell(_ values: [Text]) {
    separate()
    guard !values.isEmpty else { return }
    scratch.removeAll(keepingCapacity: true)
    var isFirst = true
    for value in values {
      if !isFirst { scratch.append("; ") }
      isFirst = false
      for run in value.runs {
        switch run {
        case .plain(let part), .strong(let part), .code(let part), .link(let part, _, _):
          scratch.append(contentsOf: part.utf8)
        }
      }
    }
    writeScratch()
  }

  mutating func endRecord() {
    // A record of one empty cell would be an empty line, which readers skip.
    if bytes.count == recordStart { bytes.append("\"\"") }
    bytes.append("\r\n")
    isFirstInRecord = true
    recordStart = bytes.count
  }

  private mutating func separate() {
    if !isFirstInRecord { bytes.append(UInt8(ascii: ",")) }
    isFirstInRecord = false
  }

  private mutating func writeScratch() {
    let isFormulaLike = CSVCell.isFormulaLike(scratch)
    guard scratch.contains(where: Self.quoted.contains) else {
      if isFormulaLike { bytes.append(UInt8(ascii: "'")) }
      bytes.append(contentsOf: scratch)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if isFormulaLike { bytes.append(UInt8(ascii: "'")) }
    for byte in scratch {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
