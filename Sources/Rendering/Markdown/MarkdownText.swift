internal import Diagnostics
internal import Documents

/// Text as GitHub-flavoured Markdown: the one place where characters get backslashes.
enum MarkdownText {
  /// Where the text stands, which decides what would be taken for markup.
  enum Place {
    /// In a cell of a table, where a bare pipe ends the cell, in code too.
    case cell
    /// In a paragraph or list item, whose first characters could begin another block.
    case block
  }

  /// Whether every character stands for itself: so does almost every name, though it has dots.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for index in bytes.indices where special.contains(bytes[index]) {
      switch bytes[index] {
      case UInt8(ascii: "."):
        if index >= 3, isW(bytes[index - 1]), isW(bytes[index - 2]), isW(bytes[index - 3]) { return false }
      case UInt8(ascii: ":"):
        let rest = text.unicodeScalars[text.utf8.index(text.startIndex, offsetBy: index + 1)...]
        if startsLinkOrEmoji(rest) { return false }
      default: return false
      }
    }
    return true
  }

  /// What is markup, or with certain others beside it.
  private static let special = ByteSet.special("\\`*_[]!#~|&<>{@$.:")

  private static func isW(_ byte: UInt8) -> Bool { byte | 0x20 == UInt8(ascii: "w") }

  /// Writes plain text. `isAtStart`: nothing stands before it in its block.
  static func append(_ text: String, in place: Place, isAtStart: Bool = false, to bytes: inout [UInt8]) {
    let text = isAtStart && place == .block ? String(afterBlockStart(of: text, to: &bytes)) : text
    if isPlain(text) {
      bytes.append(contentsOf: text.utf8)
      return
    }
    var previous: Unicode.Scalar = " "
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "!", "#", "~", "|", "{":
        bytes.append(#"\"#)
        bytes.append(scalar: scalar)
      case "&": bytes.append("&amp;")
      case "<": bytes.append("&lt;")
      case ">": bytes.append("&gt;")
      case "\n" where previous == "\r": break
      case "\n", "\r": bytes.append("<br>")
      case "\t": bytes.append(" ")
      // Autolinks, mentions, formulas and emoji are found in text, some of them after backslashes are gone; an
      // element around the character that they hang on keeps all of them away.
      case "@": bytes.append("<span>@</span>")
      case "$": bytes.append("<span>$</span>")
      case ":" where startsLinkOrEmoji(scalars[next...]): bytes.append("<span>:</span>")
      case "." where endsInThreeW(scalars[..<index]): bytes.append("<span>.</span>")
      default:
        if VisibleText.isHidden(scalar) {
          bytes.append(escapeOf: scalar, open: #"\\u\{"#)
        } else {
          bytes.append(scalar: scalar)
        }
      }
      previous = scalar
      index = next
    }
  }

  /// `text` for a heading or link of a template: a line break is shown.
  static func escaping(_ text: String) -> String {
    if isPlain(text) { return text }
    var bytes: [UInt8] = []
    append(text, in: .cell, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes code so that the very same characters come back: a longer fence where it contains backticks, an escaped
  /// pipe in a table alone.
  static func append(code: String, in place: Place, to bytes: inout [UInt8]) {
    guard !code.isEmpty else { return }
    var longest = 0
    var run = 0
    for byte in code.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = [UInt8](repeating: UInt8(ascii: "`"), count: longest + 1)
    // One space on both sides is taken away again; it is needed next to a backtick and where the code has its own.
    let first = code.utf8.first
    let last = code.utf8.last
    let touchesFence = first == UInt8(ascii: "`") || last == UInt8(ascii: "`")
    let hasOwnSpaces = first == UInt8(ascii: " ") && last == UInt8(ascii: " ")
    let isPadded = touchesFence || (hasOwnSpaces && code.utf8.contains { $0 != UInt8(ascii: " ") })
    bytes.append(contentsOf: fence)
    if isPadded { bytes.append(" ") }
    if specialInCode.meets(code) {
      appendScalars(ofCode: code, escapesPipes: place == .cell, to: &bytes)
    } else {
      bytes.append(contentsOf: code.utf8)
    }
    if isPadded { bytes.append(" ") }
    bytes.append(contentsOf: fence)
  }

  private static let specialInCode = ByteSet.special("|")

  private static func appendScalars(ofCode code: String, escapesPipes: Bool, to bytes: inout [UInt8]) {
    for scalar in code.unicodeScalars {
      if scalar == "|" && escapesPipes {
        bytes.append(#"\|"#)
      } else if VisibleText.isHidden(scalar) {
        bytes.append(escapeOf: scalar)
      } else {
        bytes.append(scalar: scalar)
      }
    }
  }

  /// Writes what would begin a list, an underline or a code block in a harmless form, and returns the rest.
  private static func afterBlockStart(of text: String, to bytes: inout [UInt8]) -> Substring {
    let body = text.drop { $0 == " " || $0 == "\t" }
    switch body.unicodeScalars.first {
    case "-", "+", "=":
      bytes.append(#"\"#)
      return body
    case .some("0"..."9"):
      let digits = body.unicodeScalars.prefix { ("0"..."9").contains($0) }
      guard let mark = body.unicodeScalars[digits.endIndex...].first, mark == "." || mark == ")" else { return body }
      bytes.append(contentsOf: String(digits).utf8)
      bytes.append(#"\"#)
      bytes.append(scalar: mark)
      return Substring(body.unicodeScalars[digits.endIndex...].dropFirst())
    default:
      return body
    }
  }

  /// Whether what follows a colon makes it the colon of `scheme://` or the first one of `:emoji:`.
  private static func startsLinkOrEmoji(_ rest: Substring.UnicodeScalarView) -> Bool {
    if rest.starts(with: "//".unicodeScalars) { return true }
    var length = 0
    for scalar in rest {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "+", "-", "_": length += 1
      case ":": return length > 0
      default: return false
      }
      // No emoji has a longer name, and the look ahead stays bounded.
      if length > 64 { return false }
    }
    return false
  }

  private static func endsInThreeW(_ start: Substring.UnicodeScalarView) -> Bool {
    let letters = start.suffix(3)
    return letters.count == 3 && letters.allSatisfy { $0 == "w" || $0 == "W" }
  }
}
