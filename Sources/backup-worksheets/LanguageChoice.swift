internal import BackupPlanning
internal import BuiltinTemplates
internal import Diagnostics
internal import Glibc
internal import TopologyImport
internal import Worksheets

/// The languages that worksheets can be written in: the built-in ones, and those of a folder of templates.
struct LanguageChoice {
  /// The folder given by `--templates`.
  let folder: String?

  /// Tags that can be asked for, in order.
  var names: [String] { Set(["en"] + BuiltinTemplates.languages + ownNames).sorted() }

  /// Those of the folder, which come before the built-in ones.
  var ownNames: [String] {
    guard let folder else { return [] }
    return InputFile.names(in: "\(folder)/locales").filter { $0.hasSuffix(Self.suffix) && !$0.hasPrefix(".") }
      .map { String($0.dropLast(Self.suffix.count)) }
  }

  /// The language with one of ``names``.
  func language(named name: String) throws(CommandFailure) -> Language {
    try catalogue(named: name)?.language() ?? .english
  }

  /// The words and sentences of a language, as a file has them.
  struct Catalogue {
    let text: String
    let fileName: String

    func language() throws(CommandFailure) -> Language {
      do throws(UnusableInput) {
        let reader = LanguageReader(fileName: fileName, templates: PlanningPhrases.all + ImportPhrases.all)
        return try reader.read(text)
      } catch {
        throw CommandFailure(error)
      }
    }
  }

  /// The catalogue of one of ``names``; nil for the English that is in the source code.
  func catalogue(named name: String) throws(CommandFailure) -> Catalogue? {
    if let folder, ownNames.contains(name) {
      let file = InputFile(path: "\(folder)/locales/\(name)\(Self.suffix)")
      let bytes = try file.contents(limit: 1 << 20)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw CommandFailure(
          .unusableInput, id: "language-not-utf8", file: file.name, "the catalogue is not UTF-8",
          remedy: "save it as UTF-8")
      }
      return Catalogue(text: text, fileName: file.name)
    }
    guard name != "en", let catalogue = BuiltinTemplates.catalogue(of: name) else { return nil }
    return Catalogue(text: catalogue, fileName: "\(name)\(Self.suffix)")
  }

  private static let suffix = ".yml"
}

extension InputFile {
  /// The names in a folder, in no order; none where it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }
}
