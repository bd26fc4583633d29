public import Diagnostics
private import Yams

/// Reads a language from YAML, strictly: what is missing, unknown, or has other placeholders than the English is an
/// error with file, line and remedy. All errors are found, not the first alone.
public struct LanguageReader {
  private let fileName: String
  private let templates: [PhraseTemplate]

  /// - Parameters:
  ///   - fileName: For messages only.
  ///   - templates: The sentences of all catalogues whose phrases reach a document.
  public init(fileName: String, templates: [PhraseTemplate]) {
    self.fileName = fileName
    self.templates = templates
  }

  /// The language that `yaml` describes.
  /// - Throws: ``UnusableInput`` with every error found.
  public func read(_ yaml: String) throws(UnusableInput) -> Language {
    let root: Node?
    let english: Node?
    do {
      root = try Yams.compose(yaml: yaml)
      english = try Yams.compose(yaml: YAMLEncoder().encode(LanguageFile(english: templates)))
    } catch {
      throw UnusableInput(notYAML(error))
    }
    var check = LanguageCheck(fileName: fileName)
    guard let root, let english else {
      throw UnusableInput(check.problem("language-missing-key", nil, "the file is empty"))
    }
    check.compare(root, with: english)
    guard check.diagnostics.isEmpty else { throw UnusableInput(check.diagnostics) }
    do {
      return Language(try YAMLDecoder().decode(LanguageFile.self, from: root))
    } catch {
      throw UnusableInput(check.problem("language-wrong-value", nil, "a value has another type than the English one"))
    }
  }

  private func notYAML(_ error: any Error) -> Diagnostic {
    var location = SourceLocation(file: fileName)
    var message = "not YAML"
    var remedy = "mend the YAML; put sentences into double quotes"
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      location = SourceLocation(file: fileName, line: mark.line, column: mark.column)
      message = "not YAML: \(problem)"
    case .duplicatedKeysInMapping(let duplicates, let context):
      location = SourceLocation(file: fileName, line: context.mark.line, column: context.mark.column)
      message = "given more than once: \(duplicates.map { "\"\($0)\"" }.sorted().joined(separator: ", "))"
    case .reader(let problem, _, let value, let yaml):
      location = SourceLocation(file: fileName, of: UInt32(truncatingIfNeeded: value), in: yaml)
      message = "not YAML: \(problem)"
      remedy = "remove the character; it may be invisible"
    default: break
    }
    return Diagnostic(
      id: "language-not-yaml", severity: .error, location: location, message: message, remedy: remedy)
  }
}
