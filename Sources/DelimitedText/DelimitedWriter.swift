/// Writes records of RFC 4180 into a buffer, each cell made harmless for spreadsheets (``CSVCell``). Characters stay
/// exactly as they are, invisible ones included: a data file is read by programs.
public struct DelimitedWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  private let delimiter: UInt8
  private var isFirstInRecord = true
  private var recordStart = 0
  private var cellStart = 0

  /// - Parameters:
  ///   - delimiter: What stands between two cells.
  ///   - byteOrderMark: Whether the text begins with the UTF-8 byte order mark.
  public init(delimiter: Delimiter = .comma, byteOrderMark: Bool = false) {
    self.delimiter = delimiter.byte
    if byteOrderMark { bytes = DelimitedParser.byteOrderMark }
    recordStart = bytes.count
  }

  /// Writes a cell.
  public mutating func cell(_ text: String) {
    beginCell()
    append(text)
    endCell()
  }

  /// Begins a cell that is put together from parts.
  public mutating func beginCell() {
    if !isFirstInRecord { bytes.append(delimiter) }
    isFirstInRecord = false
    cellStart = bytes.count
  }

  /// Appends a part to the cell that was begun.
  public mutating func append(_ part: String) { bytes.append(contentsOf: part.utf8) }

  /// Ends a cell that was begun. What it was given stays where it is, unless it needs something before it or in it.
  public mutating func endCell() {
    let isFormulaLike = CSVCell.isFormulaLike(bytes[cellStart...])
    let needsQuotes = needsQuotes
    if isFormulaLike { bytes.insert(UInt8(ascii: "'"), at: cellStart) }
    guard needsQuotes else { return }
    if bytes[cellStart...].contains(DelimitedParser.quote) { doubleQuotes() }
    bytes.insert(DelimitedParser.quote, at: cellStart)
    bytes.append(DelimitedParser.quote)
  }

  private mutating func doubleQuotes() {
    let cell = Array(bytes[cellStart...])
    bytes.removeSubrange(cellStart...)
    for byte in cell {
      if byte == DelimitedParser.quote { bytes.append(byte) }
      bytes.append(byte)
    }
  }

  /// Ends the record.
  public mutating func endRecord() {
    // A record of one empty cell would be an empty line, which readers skip.
    if bytes.count == recordStart { bytes += [DelimitedParser.quote, DelimitedParser.quote] }
    bytes += [0x0D, 0x0A]
    isFirstInRecord = true
    recordStart = bytes.count
  }

  /// Moves what was written behind `others`. Between two records only.
  public mutating func move(to others: inout [UInt8]) {
    others += bytes
    bytes.removeAll(keepingCapacity: true)
    recordStart = 0
  }

  /// Whether the cell that was begun has a sign that parts cells or records.
  private var needsQuotes: Bool {
    let delimiter = delimiter
    let cell = bytes.span
    for index in cellStart..<cell.count {
      let byte = cell[index]
      // Most bytes are letters: one comparison each.
      if byte <= UInt8(ascii: ",") || byte == delimiter,
        byte == delimiter || byte == DelimitedParser.quote || byte == 0x0A || byte == 0x0D
      {
        return true
      }
    }
    return false
  }
}
