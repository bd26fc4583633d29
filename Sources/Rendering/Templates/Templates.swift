/// The frames of pages and documents, parsed. Rows and cells are not theirs; see `templates/README.md`.
public struct Templates: Sendable {
  /// Every template there is, by name. A folder of replacements may hold any of them and nothing else.
  public static let knownNames = [
    "html/filter.mustache", "html/navigation.mustache", "html/page.mustache", "html/script.js", "html/style.css",
    "html/worksheet.mustache", "markdown/document.mustache",
  ]

  let markdown: TemplateLibrary
  let html: TemplateLibrary
  let style: String
  let script: String

  /// Parses templates, by names such as `html/page.mustache`; each of ``knownNames`` must be among them.
  ///
  /// Throws what is wrong with the first bad template: its file, its line where one is to blame.
  public init(files: [String: String]) throws(TemplateError) {
    for name in files.keys.sorted() where !Self.knownNames.contains(name) {
      throw TemplateError(
        file: name, message: "no template has this name; there are \(Self.knownNames.joined(separator: ", "))")
    }
    var texts: [String: String] = [:]
    for name in Self.knownNames {
      guard let text = files[name] else { throw TemplateError(file: name, message: "the template is missing") }
      texts[name] = try Self.normalised(text, file: name)
    }
    markdown = try TemplateLibrary(
      folder: "markdown", files: Self.templates(in: "markdown", of: texts), names: Self.markdownNames)
    html = try TemplateLibrary(folder: "html", files: Self.templates(in: "html", of: texts), names: Self.htmlNames)
    style = texts["html/style.css"] ?? ""
    script = texts["html/script.js"] ?? ""
    try Self.refuse("</", in: style, file: "html/style.css", "\"</\" would end the style of the page")
    // A comment of HTML in a script changes where the script ends.
    for end in ["</script", "<script", "<!--"] {
      try Self.refuse(
        end, in: script, file: "html/script.js", "\"\(end)\" would change where the script of the page ends")
    }
  }

  private static func refuse(
    _ part: String, in text: String, file: String, _ message: String
  ) throws(TemplateError) {
    guard let line = line(of: part, in: text) else { return }
    throw TemplateError(file: file, line: line, message: message)
  }

  /// The line of the first `part`, whatever its case. Both are looked at as bytes: as characters it took two fifths of
  /// a small run.
  private static func line(of part: String, in text: String) -> Int? {
    let part = part.utf8.span
    let bytes = text.utf8.span
    var line = 1
    for start in 0..<max(0, bytes.count - part.count + 1) {
      if bytes[start] == UInt8(ascii: "\n") { line += 1 }
      if part.indices.allSatisfy({ lowerCase(bytes[start + $0]) == part[$0] }) { return line }
    }
    return nil
  }

  private static func lowerCase(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// Every name that templates may ask for.
  public static var dataNames: [String] { htmlNames.union(markdownNames).sorted() }

  static let htmlNames: Set<String> = [
    "language", "title", "policy", "style", "skipToContent", "contents", "footer", "documents", "id", "titleID",
    "isOverview", "hasHeadings", "sections", "heading", "body", "script", "subtitle", "filter", "search", "document",
    "facets", "key", "label", "all", "clear", "shownRows", "copy", "copied", "logo",
    "classification",
  ]

  static let markdownNames: Set<String> = [
    "title", "classification", "contents", "hasContents", "footer", "sections", "id", "heading", "body",
  ]

  private static func templates(in folder: String, of texts: [String: String]) -> [String: String] {
    var templates: [String: String] = [:]
    for (name, text) in texts where name.hasPrefix("\(folder)/") && name.hasSuffix(".mustache") {
      templates[String(name.dropFirst(folder.utf8.count + 1).dropLast(".mustache".utf8.count))] = text
    }
    return templates
  }

  /// Line ends as LF, because a browser hashes the style that way; no byte order mark. Throws for control
  /// characters, one of which marks the places of fragments.
  private static func normalised(_ text: String, file: String) throws(TemplateError) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var line = 1
    var previous: UInt8 = 0
    for byte in text.utf8 {
      defer { previous = byte }
      switch byte {
      case UInt8(ascii: "\r"):
        bytes.append(UInt8(ascii: "\n"))
        line += 1
      case UInt8(ascii: "\n"):
        if previous == UInt8(ascii: "\r") { continue }
        bytes.append(byte)
        line += 1
      case 0..<9, 0x0B..<0x20, 0x7F:
        throw TemplateError(file: file, line: line, message: "control characters have no place in a template")
      default:
        bytes.append(byte)
      }
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return String(decoding: hasMark ? bytes[3...] : bytes[...], as: UTF8.self)
  }
}
