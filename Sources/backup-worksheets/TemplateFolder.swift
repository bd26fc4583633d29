internal import BuiltinTemplates
internal import Rendering

/// The built-in templates, with those of a folder in place of the ones they are named like.
enum TemplateFolder {
  /// - Throws: ``CommandFailure`` where the folder has none of the known templates, or one of them cannot be read.
  static func templates(overriddenBy folder: String?) throws(CommandFailure) -> Templates {
    try templates(files(overriddenBy: folder))
  }

  /// The texts of the templates, by name.
  static func files(overriddenBy folder: String?) throws(CommandFailure) -> [String: String] {
    var files = BuiltinTemplates.files
    if let folder {
      let own = try overrides(in: folder, known: files.keys.sorted())
      files.merge(own) { _, own in own }
    }
    return files
  }

  static func templates(_ files: [String: String]) throws(CommandFailure) -> Templates {
    do {
      return try Templates(files: files)
    } catch {
      throw failure(.template(error))
    }
  }

  static func failure(_ error: RenderingError) -> CommandFailure {
    CommandFailure(
      .unusableInput, id: "template-unusable", error.description,
      remedy: "compare it with the built-in template and templates/README.md")
  }

  private static func overrides(in folder: String, known: [String]) throws(CommandFailure) -> [String: String] {
    var files: [String: String] = [:]
    for name in known {
      let file = InputFile(path: "\(folder)/\(name)")
      guard file.exists else { continue }
      let bytes = try file.contents(limit: 1 << 20)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw CommandFailure(
          .unusableInput, id: "template-not-utf8", file: file.name, "the template is not UTF-8",
          remedy: "save it as UTF-8")
      }
      files[name] = text
    }
    guard InputFile(path: folder).exists else {
      throw CommandFailure(
        .inputCannotBeOpened, id: "templates-not-found", file: folder, "there is no such folder of templates",
        remedy: "check the path given with --templates")
    }
    guard !files.isEmpty || !LanguageChoice(folder: folder).ownNames.isEmpty else {
      throw CommandFailure(
        .inputCannotBeOpened, id: "templates-not-found", file: folder, "the folder has none of the templates",
        remedy: "put at least one of these there: \(known.joined(separator: ", ")), or a language in locales")
    }
    return files
  }
}
