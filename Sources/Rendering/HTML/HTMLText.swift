internal import Diagnostics
internal import Documents

/// Text as HTML: the one place where characters become entities.
enum HTMLText {
  /// What stands for a line break in the text.
  enum LineBreaks {
    /// `<br>`, where elements may stand.
    case kept
    /// A visible escape, in attributes, headings and code.
    case shown
  }

  private static let special = ByteSet.special("&<>")
  private static let specialInAttributes = ByteSet.special(#"&<>"'"#)

  /// Text between tags. Quotes stay as they are: in an attribute, use ``escaping(_:)``.
  static func append(_ text: String, lineBreaks: LineBreaks, to bytes: inout [UInt8]) {
    guard special.meets(text) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where lineBreaks == .kept && previous == "\r": break
      case "\n" where lineBreaks == .kept, "\r" where lineBreaks == .kept: bytes.append("<br>")
      case "\t" where lineBreaks == .kept: bytes.append(" ")
      default: append(scalar, to: &bytes)
      }
      previous = scalar
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar {
    case "&": bytes.append("&amp;")
    case "<": bytes.append("&lt;")
    case ">": bytes.append("&gt;")
    default: if VisibleText.isHidden(scalar) { bytes.append(escapeOf: scalar) } else { bytes.append(scalar: scalar) }
    }
  }

  /// `text` for an attribute, or for a template, which may place it in one.
  static func escaping(_ text: String) -> String {
    guard specialInAttributes.meets(text) else { return text }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes.append("&quot;")
      case "'": bytes.append("&#39;")
      default: append(scalar, to: &bytes)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func append(_ text: Text, breakingWords words: WordBreaks = .nowhere, to bytes: inout [UInt8]) {
    for run in text.runs {
      switch run {
      case .plain(let part):
        append(part, breakingWords: words, to: &bytes)
      case .strong(let part):
        bytes.append("<strong>")
        append(part, breakingWords: words, to: &bytes)
        bytes.append("</strong>")
      case .code(let part):
        bytes.append("<code>")
        append(code: part, breakingWords: words, to: &bytes)
        bytes.append("</code>")
      case .value(let part, let facet, let isGap):
        bytes.append(isGap ? "<i class=\"gap " : "<i class=")
        bytes.append(contentsOf: Anchor(id: facet.key).text.utf8)
        bytes.append(isGap ? "\">" : ">")
        append(part, breakingWords: words, to: &bytes)
        bytes.append("</i>")
      case .link(let part, let document, let anchor):
        // An anchor needs no quotes.
        bytes.append("<a href=#")
        bytes.append(contentsOf: Anchor(id: anchor ?? document).text.utf8)
        bytes.append(">")
        append(part, breakingWords: words, to: &bytes)
        bytes.append("</a>")
      case .file(let part, let path):
        bytes.append("<a href=\"")
        bytes.append(contentsOf: FileAddress.relative(path).utf8)
        bytes.append("\">")
        append(part, breakingWords: words, to: &bytes)
        bytes.append("</a>")
      }
    }
  }

  private static func append(_ text: String, breakingWords words: WordBreaks, to bytes: inout [UInt8]) {
    let positions = words.positions(in: text)
    guard !positions.isEmpty else { return append(text, lineBreaks: .kept, to: &bytes) }
    var rest = text[...]
    for position in positions {
      append(String(rest[..<position]), lineBreaks: .kept, to: &bytes)
      bytes.append("<wbr>")
      rest = rest[position...]
    }
    append(String(rest), lineBreaks: .kept, to: &bytes)
  }

  /// Writes code. The options of a command (`-Path`) are kept whole: browsers break lines after their hyphen.
  private static func append(code: String, breakingWords words: WordBreaks, to bytes: inout [UInt8]) {
    var breaks = words.positions(in: code)[...]
    let mayHaveOptions = code.utf8.contains(UInt8(ascii: " ")) && code.utf8.contains(UInt8(ascii: "-"))
    guard mayHaveOptions || !breaks.isEmpty else {
      return append(code, lineBreaks: .shown, to: &bytes)
    }
    let scalars = code.unicodeScalars
    var isAtWordStart = true
    var isInOption = false
    for index in scalars.indices {
      let scalar = scalars[index]
      if scalar == " " && isInOption {
        bytes.append("</i>")
        isInOption = false
      }
      if index == breaks.first {
        breaks.removeFirst()
        if !isInOption { bytes.append("<wbr>") }
      }
      if isAtWordStart && mayHaveOptions && scalar == "-" && isWholeOption(scalars[index...]) {
        bytes.append("<i>")
        isInOption = true
      }
      append(scalar, to: &bytes)
      isAtWordStart = scalar == " "
    }
    if isInOption { bytes.append("</i>") }
  }

  /// Whether the word that `rest` begins with is short enough to stay in one line.
  private static func isWholeOption(_ rest: Substring.UnicodeScalarView) -> Bool {
    (2...longestOption).contains(rest.prefix(longestOption + 1).prefix { $0 != " " }.count)
  }

  /// Longer ones are broken where they must, so that a page fits its paper.
  private static let longestOption = 24

  /// Several texts, one a line.
  static func append(_ values: some Sequence<Text>, breakingWords words: WordBreaks, to bytes: inout [UInt8]) {
    var isFirst = true
    for value in values {
      if !isFirst { bytes.append("<br>") }
      isFirst = false
      append(value, breakingWords: words, to: &bytes)
    }
  }

  /// Several texts, one a line, of which the first names the row and the others say more about it.
  static func append(rowHeader values: Few<Text>, breakingWords words: WordBreaks, to bytes: inout [UInt8]) {
    append(values.prefix(1), breakingWords: words, to: &bytes)
    for value in values.dropFirst() {
      bytes.append("<br>")
      // A value has an element of its own.
      let isValue = value.runs.count == 1 && value.runs.allSatisfy(\.isValue)
      if !isValue { bytes.append("<span>") }
      append(value, breakingWords: words, to: &bytes)
      if !isValue { bytes.append("</span>") }
    }
  }
}

extension Text.Run {
  fileprivate var isValue: Bool { if case .value = self { true } else { false } }
}
