internal import BuiltinTemplates
internal import Diagnostics
internal import Glibc

/// The built-in templates and languages as files of a folder that people change.
struct TemplateExport {
  let folder: String

  private static var files: [(name: String, bytes: [UInt8])] {
    let catalogues = (["en"] + BuiltinTemplates.languages).map { language in
      ("locales/\(language).yml", BuiltinTemplates.catalogue(of: language) ?? "")
    }
    let files = BuiltinTemplates.files.map { ($0.key, $0.value) } + catalogues
    return files.sorted { $0.0 < $1.0 }.map { ($0.0, Array($0.1.utf8)) }
  }

  /// Writes what is missing.
  /// - Throws: ``CommandFailure`` with status 73 where a file is there that differs, or one cannot be created, 74 where
  ///   writing fails. No file is written then.
  func write() throws(CommandFailure) -> OutputFolder.Outcome {
    let files = Self.files
    let missing = files.filter { OutputFolder.kind(of: path($0.name)) == nil }
    let others = files.filter { file in OutputFolder.kind(of: path(file.name)) != nil && !isThere(file) }
    guard others.isEmpty else {
      throw CommandFailure(
        .outputCannotBeCreated,
        others.map { file in
          Diagnostic(
            id: "template-differs", severity: .error, location: SourceLocation(file: path(file.name)),
            message: "is there, and is not the built-in template",
            remedy: "export into another folder, or rename or remove yours")
        })
    }
    for name in ["html", "markdown", "locales"] { try OutputFolder(path: path(name)).create() }
    let staged = missing.map { (StagedFile(path($0.name)), $0.bytes) }
    defer { for (file, _) in staged { file.discard() } }
    for (file, bytes) in staged { try stage(file, bytes) }
    do {
      try StagedFile.replaceAll(staged.map(\.0))
    } catch {
      throw OutputFolder.cannotWrite(error.file.target, error.error)
    }
    return OutputFolder.Outcome(written: missing.count, unchanged: files.count - missing.count)
  }

  private func path(_ name: String) -> String { "\(folder)/\(name)" }

  private func isThere(_ file: (name: String, bytes: [UInt8])) -> Bool {
    let current = try? InputFile(path: path(file.name)).contents(limit: file.bytes.count)
    return current == file.bytes
  }

  private func stage(_ file: StagedFile, _ bytes: [UInt8]) throws(CommandFailure) {
    file.discard()
    do {
      try file.write(bytes)
    } catch {
      switch error {
      case .creating(let error):
        throw CommandFailure(
          .outputCannotBeCreated, id: "output-not-created", file: file.target, "cannot be created: \(error.message)",
          remedy: "choose another folder, or mend its permissions")
      case .writing(let error): throw OutputFolder.cannotWrite(file.target, error)
      }
    }
  }
}
