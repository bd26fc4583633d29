internal import Diagnostics
internal import XMLStream

/// What can be wrong with the deployment that a well-formed file describes.
extension ImportProblem {
  /// An identity or name without which the object could not appear in any worksheet.
  static func missing(_ attribute: String, of what: String, _ position: XMLPosition) -> ImportProblem {
    ImportProblem(
      id: "attribute-missing", severity: .error, position: position, message: "\(what) has no \(attribute)",
      remedy: "export the topology again; this file was changed by hand or damaged")
  }

  /// A problem that stays in the plan, as a finding.
  private static func warning(
    _ id: String, subject: String? = nil, named subjectName: Phrase? = nil, _ position: XMLPosition?,
    _ message: Phrase, _ remedy: PhraseTemplate
  ) -> ImportProblem {
    let remedy = Phrase(remedy)
    return ImportProblem(
      id: id, severity: .warning, subject: subject, position: position, message: message.text, remedy: remedy.text,
      sentences: Diagnostic.Sentences(subject: subjectName, message: message, remedy: remedy))
  }

  static func unreadableVersion(_ text: String, _ position: XMLPosition) -> ImportProblem {
    warning(
      "service-version-unreadable", position, Phrase(ImportPhrases.unreadableVersion, ["version": .text(text)]),
      ImportPhrases.exportAgain)
  }

  /// - Parameter kind: What the subject is called with its name, where the name alone says too little.
  static func dangling(
    _ name: String, called kind: PhraseTemplate? = nil, _ template: PhraseTemplate, _ target: Phrase.Value,
    _ position: XMLPosition
  ) -> ImportProblem {
    let subject = kind.map { Phrase($0, ["name": .text(name)]) }
    return warning(
      "reference-dangling", subject: subject?.text ?? name, named: subject, position,
      Phrase(template, ["subject": .text(name), "target": target]), ImportPhrases.publishAgain)
  }

  static func uninstalled(_ subject: String, _ position: XMLPosition) -> ImportProblem {
    warning(
      "reference-dangling", subject: subject, position,
      Phrase(ImportPhrases.uninstalled, ["subject": .text(subject)]), ImportPhrases.publishAgain)
  }

  static func duplicate(
    _ name: String, called kind: PhraseTemplate? = nil, _ message: Phrase, _ position: XMLPosition
  ) -> ImportProblem {
    let subject = kind.map { Phrase($0, ["name": .text(name)]) }
    return warning(
      "duplicate-object", subject: subject?.text ?? name, named: subject, position, message, ImportPhrases.checkBoth)
  }

  /// - Parameter place: nil where nobody knows the server.
  static func unknownRole(
    _ role: String, on place: String?, subject: String, _ position: XMLPosition
  ) -> ImportProblem {
    warning(
      "role-unknown", subject: subject, position,
      Phrase(
        ImportPhrases.unknownRole,
        ["role": .text(role), "place": place.map { .text($0) } ?? .phrase(Phrase(ImportPhrases.unknownServer))]),
      ImportPhrases.checkRole)
  }

  static func omitted(_ count: Int) -> ImportProblem {
    warning(
      "diagnostics-omitted", nil, Phrase(ImportPhrases.omitted, ["count": .number(count)]), ImportPhrases.mendFirst)
  }
}
