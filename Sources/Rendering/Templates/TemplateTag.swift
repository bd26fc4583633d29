/// A tag of a template, found before the engine reads it: the engine skips a partial it does not know, and cannot
/// say which line asked for a name.
struct TemplateTag: Equatable {
  enum Kind: Equatable {
    case variable
    case section
    case sectionEnd
    case partial
    case comment
    /// Mustache has it, these templates do not; by its first character.
    case unsupported(Character)
  }

  var kind: Kind
  var name: String
  var line: Int

  /// The tags of a template, in order. A tag that does not end is the engine's to report.
  static func all(in text: String) -> [TemplateTag] {
    let bytes = Array(text.utf8)
    var tags: [TemplateTag] = []
    var line = 1
    var index = 0
    let open = UInt8(ascii: "{")
    let close = UInt8(ascii: "}")
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      guard bytes[index] == open, bytes[index + 1] == open else {
        index += 1
        continue
      }
      var end = index + 2
      while end + 1 < bytes.count, !(bytes[end] == close && bytes[end + 1] == close) { end += 1 }
      guard end + 1 < bytes.count else { return tags }
      let content = bytes[(index + 2)..<end]
      tags.append(TemplateTag(content: String(decoding: content, as: UTF8.self), line: line))
      line += content.count { $0 == UInt8(ascii: "\n") }
      index = end + 2
    }
    return tags
  }

  private init(content: String, line: Int) {
    let sign = content.first ?? " "
    kind =
      switch sign {
      case "{", "&": .variable
      case "#", "^": .section
      case "/": .sectionEnd
      case ">": .partial
      case "!": .comment
      case "=", "<", "$", "%": .unsupported(sign)
      default: .variable
      }
    let hasSign = "{&#^/>!=<$%".contains(sign)
    name = String((hasSign ? content.dropFirst() : content[...]).filter { !$0.isWhitespace })
    self.line = line
  }
}
