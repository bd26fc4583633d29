internal import Mustache

/// The parsed templates of one format. The one place that speaks to the template engine.
struct TemplateLibrary: Sendable {
  private let folder: String
  private let library: MustacheLibrary
  private let tags: [String: [TemplateTag]]

  /// Parses `files`, names without the folder and the extension. Throws for what the engine cannot parse and for
  /// everything that it would pass over in silence: an unknown partial, a name outside `names`, a partial in itself.
  init(folder: String, files: [String: String], names: Set<String>) throws(TemplateError) {
    self.folder = folder
    var library = MustacheLibrary()
    var tags: [String: [TemplateTag]] = [:]
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      let file = "\(folder)/\(name).mustache"
      do {
        // Values escape themselves; without this line the engine would escape them again, as HTML, and would do so
        // in every partial that lacks it.
        library.register(try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text), named: name)
      } catch let error as MustacheTemplate.ParserError {
        throw TemplateError(
          file: file, line: max(1, error.context.lineNumber - 1), message: Self.explanation(of: error.error))
      } catch {
        throw TemplateError(file: file, message: "\(error)")
      }
      tags[name] = TemplateTag.all(in: text)
      for tag in tags[name] ?? [] {
        if let complaint = Self.complaint(about: tag, names: names, files: files) {
          throw TemplateError(file: file, line: tag.line, message: complaint)
        }
      }
    }
    self.library = library
    self.tags = tags
    for name in tags.keys.sorted() { try refuseCycles(from: name, through: []) }
  }

  /// The named template filled with `values`.
  func render(
    _ name: String, _ values: [String: TemplateValue], fragments: Fragments,
    escaping: @escaping @Sendable (String) -> String
  ) throws(TemplateError) -> FilledTemplate {
    let root = TemplateRoot(TemplateScope(values: values, escaping: escaping))
    let text = library.render(root, withTemplate: name) ?? ""
    if let unanswered = root.unanswered.first {
      throw error(about: unanswered, in: name, "{{\(unanswered)}} has no value here; see templates/README.md")
    }
    let filled = FilledTemplate(text, fragments: fragments)
    if let fragment = filled.misplaced.sorted().first {
      throw error(about: fragment, in: name, "{{{\(fragment)}}} must stand exactly once where it has a value")
    }
    return filled
  }

  /// An error at the first tag that names `variable`, else in the template `name` as a whole.
  private func error(about variable: String, in name: String, _ message: String) -> TemplateError {
    for (file, tags) in tags.sorted(by: { $0.key < $1.key }) {
      if let tag = tags.first(where: { $0.name == variable && ($0.kind == .variable || $0.kind == .section) }) {
        return TemplateError(file: "\(folder)/\(file).mustache", line: tag.line, message: message)
      }
    }
    return TemplateError(file: "\(folder)/\(name).mustache", message: message)
  }

  private static func complaint(about tag: TemplateTag, names: Set<String>, files: [String: String]) -> String? {
    switch tag.kind {
    case .comment, .sectionEnd:
      nil
    case .variable, .section:
      names.contains(tag.name) || tag.name == "." || positions.contains(tag.name)
        ? nil : "{{\(tag.name)}} is no name of the data model; see templates/README.md"
    case .partial:
      files[tag.name] == nil ? "there is no partial \"\(tag.name)\"" : nil
    case .unsupported(let sign):
      "{{\(sign)…}} is not supported in these templates"
    }
  }

  /// The position in a list, which the engine itself knows.
  private static let positions: Set<String> = ["first()", "last()"]

  private func refuseCycles(from name: String, through path: [String]) throws(TemplateError) {
    for tag in tags[name] ?? [] where tag.kind == .partial {
      if tag.name == name || path.contains(tag.name) {
        throw TemplateError(
          file: "\(folder)/\(name).mustache", line: tag.line, message: "partial \"\(tag.name)\" contains itself")
      }
      try refuseCycles(from: tag.name, through: path + [name])
    }
  }

  private static func explanation(of error: any Error) -> String {
    switch error {
    case MustacheTemplate.Error.sectionCloseNameIncorrect: "the end of a section does not name its beginning"
    case MustacheTemplate.Error.unfinishedName: "a tag is not finished"
    case MustacheTemplate.Error.expectedSectionEnd: "a section has no end"
    default: "the template cannot be parsed: \(error)"
    }
  }
}
