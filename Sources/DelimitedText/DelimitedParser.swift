/// A record of a data file.
public struct DelimitedRecord: Sendable, Equatable {
  /// As written: neutralisation is not undone yet.
  public var cells: [String]
  /// The line at which it begins, from 1.
  public var line: Int

  public init(cells: [String], line: Int) {
    self.cells = cells
    self.line = line
  }
}

/// Where a data file breaks the rules of RFC 4180.
public struct DelimitedProblem: Sendable, Equatable {
  /// What is wrong.
  public enum Kind: Sendable, Equatable {
    /// A cell begins with a quote, and the file ends before another closes it.
    case unclosedQuote
    /// Something other than a delimiter or the end of the line follows the closing quote.
    case textAfterQuote
  }

  public var kind: Kind
  /// The line at which the record begins, from 1.
  public var line: Int
  /// The line at which the cell begins; later than the record's after a cell with line breaks.
  public var cellLine: Int
  /// The cell's place in the record, from 1.
  public var cell: Int
}

/// Reads records of RFC 4180 one by one, with their lines. Lines end with CRLF, LF or CR; line breaks in quotes belong
/// to the cell. A quote inside a cell that does not begin with one is a character like others.
public struct DelimitedParser: Sendable {
  static let quote = UInt8(ascii: "\"")
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// What was wrong in the records read so far. Reading goes on behind a problem as well as it can.
  public private(set) var problems: [DelimitedProblem] = []
  /// Whether the text begins with a byte order mark, which is no part of the first cell.
  public let hasByteOrderMark: Bool

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var position: Int
  private var line = 1

  /// - Parameter bytes: UTF-8; what is not is replaced.
  public init(_ bytes: [UInt8], delimiter: Delimiter) {
    self.bytes = bytes
    self.delimiter = delimiter.byte
    hasByteOrderMark = bytes.starts(with: Self.byteOrderMark)
    position = hasByteOrderMark ? Self.byteOrderMark.count : 0
  }

  /// The next record; nil at the end. An empty line is a record of one empty cell.
  public mutating func next() -> DelimitedRecord? {
    guard position < bytes.count else { return nil }
    var record = DelimitedRecord(cells: [], line: line)
    while true {
      record.cells.append(cell(in: record))
      guard position < bytes.count, bytes[position] == delimiter else { break }
      position += 1
    }
    if position < bytes.count {
      position += bytes[position] == 0x0D && byte(after: position) == 0x0A ? 2 : 1
      line += 1
    }
    return record
  }

  private mutating func cell(in record: DelimitedRecord) -> String {
    guard position < bytes.count, bytes[position] == Self.quote else {
      return String(decoding: plainBytes(), as: UTF8.self)
    }
    let cellLine = line
    func problem(_ kind: DelimitedProblem.Kind) -> DelimitedProblem {
      DelimitedProblem(kind: kind, line: record.line, cellLine: cellLine, cell: record.cells.count + 1)
    }
    position += 1
    var content: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Self.quote {
        guard self.byte(after: position) == Self.quote else { break }
        position += 1
      }
      countLine(byte)
      content.append(byte)
      position += 1
    }
    if position == bytes.count {
      problems.append(problem(.unclosedQuote))
    } else {
      position += 1
      let rest = plainBytes()
      if !rest.isEmpty { problems.append(problem(.textAfterQuote)) }
      content += rest
    }
    return String(decoding: content, as: UTF8.self)
  }

  /// Everything up to the next delimiter or line end.
  private mutating func plainBytes() -> ArraySlice<UInt8> {
    let start = position
    while position < bytes.count, bytes[position] != delimiter, bytes[position] != 0x0A, bytes[position] != 0x0D {
      position += 1
    }
    return bytes[start..<position]
  }

  /// Counts a line break inside a cell; CRLF at its line feed.
  private mutating func countLine(_ byte: UInt8) {
    if byte == 0x0A || byte == 0x0D && self.byte(after: position) != 0x0A { line += 1 }
  }

  private func byte(after position: Int) -> UInt8? {
    position + 1 < bytes.count ? bytes[position + 1] : nil
  }
}
