/// Markup written in the source code of a renderer. Only a literal can become one, so text of a document never
/// passes unescaped for want of attention.
struct Markup: ExpressibleByStringLiteral {
  let text: String

  init(stringLiteral text: String) { self.text = text }
}

extension [UInt8] {
  mutating func append(_ markup: Markup) { append(contentsOf: markup.text.utf8) }

  mutating func append(scalar: Unicode.Scalar) {
    if scalar.isASCII {
      append(UInt8(truncatingIfNeeded: scalar.value))
    } else if let encoded = UTF8.encode(scalar) {
      append(contentsOf: encoded)
    }
  }

  /// `\u{…}` as `VisibleText` writes it. `open` is its beginning as the format needs it.
  mutating func append(escapeOf scalar: Unicode.Scalar, open: Markup = #"\u{"#) {
    append(open)
    append(contentsOf: String(scalar.value, radix: 16, uppercase: true).utf8)
    append("}")
  }
}
