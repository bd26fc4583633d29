/// Writes JSON with sorted keys and two-space indentation straight into one buffer of bytes.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var depth = 0
  private var isFirst = true
  private let takeAway: ((inout [UInt8]) -> Void)?

  /// So much is gathered before it is taken away.
  private static let blockSize = 1 << 18

  /// - Parameter takeAway: Takes the bytes away block by block; without it, all stay in ``bytes``.
  package init(takeAway: ((inout [UInt8]) -> Void)? = nil) { self.takeAway = takeAway }

  /// An object whose members `write` adds, in ascending order of their keys.
  package mutating func object(_ write: (inout JSONWriter) -> Void) { container("{", "}", write) }

  /// An array whose elements `write` adds.
  package mutating func array<Elements: Collection>(
    _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
  ) {
    container("[", "]") { writer in
      for element in elements {
        writer.startElement()
        write(&writer, element)
        writer.passOn()
      }
    }
  }

  /// A member of the current object.
  package mutating func member(_ key: StaticString, _ write: (inout JSONWriter) -> Void) {
    startElement()
    string(key.description)
    bytes += ": ".utf8
    write(&self)
  }

  package mutating func member(_ key: StaticString, _ text: String) { member(key) { $0.string(text) } }

  package mutating func member(_ key: StaticString, _ flag: Bool) {
    member(key) { $0.bytes += (flag ? "true" : "false").utf8 }
  }

  package mutating func member(_ key: StaticString, _ number: Int) { member(key) { $0.bytes += String(number).utf8 } }

  /// Nothing for an absent value.
  package mutating func member(_ key: StaticString, _ text: String?) {
    if let text { member(key, text) }
  }

  /// Nothing for an absent value.
  package mutating func member(_ key: StaticString, _ number: Int?) {
    if let number { member(key, number) }
  }

  /// Nothing for an empty list.
  package mutating func member(_ key: StaticString, _ texts: [String]) {
    if !texts.isEmpty { list(key, texts) }
  }

  /// A list, empty or not.
  package mutating func list(_ key: StaticString, _ texts: [String]) {
    member(key) { writer in writer.array(texts) { $0.string($1) } }
  }

  package mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let span = text.utf8.span
    var isPlain = true
    for index in span.indices where Self.needsEscape(span[index]) { isPlain = false }
    if isPlain {
      bytes += text.utf8
    } else {
      for byte in text.utf8 { append(escaping: byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func append(escaping byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): bytes += "\\\"".utf8
    case UInt8(ascii: "\\"): bytes += "\\\\".utf8
    case 0x0A: bytes += "\\n".utf8
    case 0x0D: bytes += "\\r".utf8
    case 0x09: bytes += "\\t".utf8
    case 0..<0x20: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
    default: bytes.append(byte)
    }
  }

  package mutating func newline() { bytes.append(0x0A) }

  /// Has everything taken away.
  package mutating func end() { takeAway?(&bytes) }

  private mutating func passOn() {
    if let takeAway, bytes.count >= Self.blockSize { takeAway(&bytes) }
  }

  private mutating func container(_ open: String, _ close: String, _ write: (inout JSONWriter) -> Void) {
    bytes += open.utf8
    depth += 1
    isFirst = true
    write(&self)
    depth -= 1
    if !isFirst { breakLine() }
    isFirst = false
    bytes += close.utf8
  }

  private mutating func startElement() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    breakLine()
  }

  private mutating func breakLine() {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }
}
