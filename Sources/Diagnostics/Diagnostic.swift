/// Something a user should know about an input: what, how bad, where, and how to mend it.
///
/// Recoverable trouble is a diagnostic; only what makes going on impossible is thrown, as ``UnusableInput``.
public struct Diagnostic: Sendable, Equatable {
  /// How bad it is. An error makes the input unusable, a warning may change the output, a note does neither.
  public enum Severity: String, Sendable, CaseIterable {
    case error
    case warning
    case note
  }

  /// Stable, documented name of the rule, such as `reference-dangling`.
  public var id: String
  public var severity: Severity
  /// The component, service or file the diagnostic is about, where it is about one.
  public var subject: String?
  public var location: SourceLocation?
  /// What is wrong: the specific name first, then the rule it breaks. No final full stop.
  public var message: String
  /// What to do about it, in the imperative. No final full stop.
  public var remedy: String
  /// Message and remedy as sentences of a catalogue, for pages in the reader's language; nil where only a terminal
  /// shows them.
  public var sentences: Sentences?

  /// What a diagnostic says, in no language yet.
  public struct Sentences: Sendable, Equatable {
    /// What people call the subject, where that is no name but words.
    public var subject: Phrase?
    public var message: Phrase
    public var remedy: Phrase

    public init(subject: Phrase? = nil, message: Phrase, remedy: Phrase) {
      self.subject = subject
      self.message = message
      self.remedy = remedy
    }
  }

  public init(
    id: String, severity: Severity, subject: String? = nil, location: SourceLocation? = nil, message: String,
    remedy: String, sentences: Sentences? = nil
  ) {
    self.id = id
    self.severity = severity
    self.subject = subject
    self.location = location
    self.message = message
    self.remedy = remedy
    self.sentences = sentences
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line:column: severity: message; remedy [id]`, on one line whatever the names in it contain.
  public var description: String {
    let place = location.map { "\($0): " } ?? ""
    return VisibleText.escaping("\(place)\(severity.rawValue): \(message); \(remedy) [\(id)]")
  }
}
