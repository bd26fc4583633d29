/// A value of a JSON text and the line at which it begins.
struct JSONNode {
  /// Numbers, flags and nulls are all the same to whoever wants none of them.
  enum Value {
    case object([(name: String, node: JSONNode)])
    case array([JSONNode])
    case string(String)
    case other
  }

  let value: Value
  let line: Int
}

/// Reads JSON with the lines of its values, which Foundation's decoder does not tell.
struct JSONReader {
  /// The line at which a text stops being JSON.
  struct Failure: Error {
    let line: Int
  }

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var depth = 0
  /// More than any file of ours; a file that is made to be deep must not exhaust the stack.
  private static let deepest = 32

  static func read(_ bytes: [UInt8]) throws(Failure) -> JSONNode {
    var reader = JSONReader(bytes: bytes)
    let node = try reader.node()
    reader.skipSpace()
    guard reader.peek == nil else { throw reader.failure }
    return node
  }

  private init(bytes: [UInt8]) {
    // A byte order mark is no JSON; editors write it.
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  private var failure: Failure { Failure(line: line) }

  private mutating func node() throws(Failure) -> JSONNode {
    skipSpace()
    let begin = line
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest, let byte = peek else { throw failure }
    let value: JSONNode.Value =
      switch byte {
      case UInt8(ascii: "{"): .object(try members())
      case UInt8(ascii: "["): .array(try elements())
      case UInt8(ascii: "\""): .string(try string())
      default: try word()
      }
    return JSONNode(value: value, line: begin)
  }

  private mutating func members() throws(Failure) -> [(name: String, node: JSONNode)] {
    var members: [(name: String, node: JSONNode)] = []
    try list(until: "}") { reader throws(Failure) in
      let name = try reader.string()
      try reader.expect(":")
      members.append((name, try reader.node()))
    }
    return members
  }

  private mutating func elements() throws(Failure) -> [JSONNode] {
    var elements: [JSONNode] = []
    try list(until: "]") { reader throws(Failure) in elements.append(try reader.node()) }
    return elements
  }

  private mutating func list(
    until end: Unicode.Scalar, _ element: (inout JSONReader) throws(Failure) -> Void
  ) throws(Failure) {
    position += 1
    if take(end) { return }
    repeat {
      skipSpace()
      try element(&self)
    } while take(",")
    try expect(end)
  }

  private mutating func string() throws(Failure) -> String {
    try expect("\"")
    var text: [UInt8] = []
    while let byte = peek, byte >= 0x20 {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: text, as: UTF8.self) else { throw failure }
        return text
      case UInt8(ascii: "\\"): text += Array(String(try escaped()).utf8)
      default: text.append(byte)
      }
    }
    throw failure
  }

  private mutating func escaped() throws(Failure) -> Unicode.Scalar {
    guard let byte = peek else { throw failure }
    position += 1
    if byte == UInt8(ascii: "u") {
      let unit = try hexadecimal()
      if let scalar = Unicode.Scalar(unit) { return scalar }
      // The first half of a character beyond the first 65,536; the second has to follow.
      guard unit < 0xDC00, bytes[position...].starts(with: Array("\\u".utf8)) else { throw failure }
      position += 2
      let second = try hexadecimal()
      guard (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00))
      else { throw failure }
      return scalar
    }
    guard let scalar = Self.escapes[byte] else { throw failure }
    return scalar
  }

  private static let escapes: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
    UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
  ]

  private mutating func hexadecimal() throws(Failure) -> UInt32 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw failure }
    position += 4
    return unit
  }

  /// A number, flag or null.
  private mutating func word() throws(Failure) -> JSONNode.Value {
    let begin = position
    while let byte = peek,
      Unicode.Scalar(byte).properties.isAlphabetic && byte < 0x80 || "+-.0123456789".utf8.contains(byte)
    {
      position += 1
    }
    let text = String(decoding: bytes[begin..<position], as: UTF8.self)
    let number = /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/
    guard ["true", "false", "null"].contains(text) || text.wholeMatch(of: number) != nil else { throw failure }
    return .other
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = peek, [0x20, 0x0A, 0x0D, 0x09].contains(byte) {
      if byte == 0x0A { line += 1 }
      position += 1
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipSpace()
    guard let byte = peek, Unicode.Scalar(byte) == scalar else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws(Failure) {
    guard take(scalar) else { throw failure }
  }
}
