internal import Diagnostics
internal import XMLStream

/// A diagnostic without the file's name, which only the importer knows.
struct ImportProblem: Error, Equatable {
  var id: String
  var severity: Diagnostic.Severity
  var subject: String?
  var position: XMLPosition?
  var message: String
  var remedy: String
  /// The same as sentences of ``ImportPhrases``, where the topology stays usable.
  var sentences: Diagnostic.Sentences?

  func diagnostic(file: String) -> Diagnostic {
    Diagnostic(
      id: id, severity: severity, subject: subject,
      location: SourceLocation(file: file, line: position?.line, column: position?.column), message: message,
      remedy: remedy, sentences: sentences)
  }
}
