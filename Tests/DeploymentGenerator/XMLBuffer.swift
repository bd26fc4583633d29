/// XML text, built as bytes in one array in the product's formatting: two spaces a level, ` />` on empty elements.
struct XMLBuffer {
  private(set) var bytes: [UInt8] = []

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func append(_ block: [UInt8]) { bytes.append(contentsOf: block) }

  /// `<name`, for attributes to follow.
  mutating func begin(_ depth: Int, _ name: String) {
    indent(depth)
    verbatim("<")
    verbatim(name)
  }

  mutating func attribute(_ name: String, _ value: String) {
    verbatim(" ")
    verbatim(name)
    verbatim("=\"")
    escaped(value)
    verbatim("\"")
  }

  mutating func attribute(_ name: String, _ value: Int) { attribute(name, String(value)) }

  mutating func attribute(_ name: String, _ value: Bool) { attribute(name, value ? "true" : "false") }

  mutating func endOpen() { verbatim(">\n") }

  mutating func endEmpty() { verbatim(" />\n") }

  mutating func open(_ depth: Int, _ name: String, namespace: String? = nil) {
    begin(depth, name)
    if let namespace { attribute("xmlns", namespace) }
    endOpen()
  }

  mutating func empty(_ depth: Int, _ name: String, namespace: String? = nil) {
    begin(depth, name)
    if let namespace { attribute("xmlns", namespace) }
    endEmpty()
  }

  mutating func close(_ depth: Int, _ name: String) {
    indent(depth)
    verbatim("</")
    verbatim(name)
    verbatim(">\n")
  }

  /// `<name>text</name>`.
  mutating func element(_ depth: Int, _ name: String, namespace: String?, text: String) {
    begin(depth, name)
    if let namespace { attribute("xmlns", namespace) }
    verbatim(">")
    escaped(text)
    verbatim("</")
    verbatim(name)
    verbatim(">\n")
  }

  mutating func verbatim(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func indent(_ depth: Int) {
    for _ in 0..<depth { verbatim("  ") }
  }

  private mutating func escaped(_ text: String) {
    guard text.utf8.contains(where: Self.needsEscape) else {
      verbatim(text)
      return
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): verbatim("&amp;")
      case UInt8(ascii: "<"): verbatim("&lt;")
      case UInt8(ascii: ">"): verbatim("&gt;")
      case UInt8(ascii: "\""): verbatim("&quot;")
      case 0x09, 0x0A, 0x0D: verbatim("&#x\(String(byte, radix: 16, uppercase: true));")
      default: bytes.append(byte)
      }
    }
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0x09, 0x0A, 0x0D: true
    default: false
    }
  }
}
