/// A sentence of a catalogue with the names of one deployment in it.
///
/// The key finds the same sentence in another language; the English template is the default text.
public struct Phrase: Sendable, Hashable {
  /// What stands in place of `{name}`.
  public enum Value: Sendable, Hashable {
    /// A name, the same in every language.
    case text(String)
    /// Written the way the language writes numbers.
    case number(Int)
    /// Words of a catalogue themselves.
    indirect case phrase(Phrase)
    indirect case list([Value])
  }

  /// A value and the placeholder it takes the place of.
  public struct Argument: Sendable, Hashable {
    public let name: String
    public let value: Value

    public init(name: String, value: Value) {
      self.name = name
      self.value = value
    }
  }

  public let template: PhraseTemplate
  public let arguments: [Argument]

  /// Stable key of the sentence, such as `note.mirrored`.
  public var key: String { template.key }

  public init(_ template: PhraseTemplate, _ arguments: [Argument]) {
    self.template = template
    self.arguments = arguments
  }

  public init(_ template: PhraseTemplate, _ arguments: KeyValuePairs<String, Value> = [:]) {
    self.init(template, arguments.map(Argument.init))
  }

  public init(_ key: String, _ english: String, _ arguments: KeyValuePairs<String, String> = [:]) {
    self.init(PhraseTemplate(key, english), arguments.map { Argument(name: $0, value: .text($1)) })
  }

  /// Words that are the same in every language, such as what people entered.
  public static func verbatim(_ text: String) -> Phrase { Phrase(verbatimTemplate, ["text": .text(text)]) }

  public static func verbatim(_ text: String, key: String) -> Phrase { Phrase(key, "{text}", ["text": text]) }

  private static let verbatimTemplate = PhraseTemplate("verbatim", "{text}")

  /// The same sentence with other names: `value` gives each argument's.
  public func renaming(_ value: (Argument) -> Value) -> Phrase {
    Phrase(template, arguments.map { Argument(name: $0.name, value: value($0)) })
  }

  /// The English sentence.
  public var text: String { filling(nil) { $0.english } }

  /// The number that the form of the sentence depends on: the first, if there is one.
  public var count: Int? {
    for argument in arguments {
      if case .number(let number) = argument.value { return number }
    }
    return nil
  }

  /// `translation`, of this phrase in any language, with the arguments in place; the English one without it. A name
  /// that looks like a placeholder is never filled again.
  public func filling(_ translation: String?, _ words: (Value) -> String) -> String {
    if arguments.isEmpty { return translation ?? template.form(for: nil) }
    return filling(translation.map { TemplateParts($0) } ?? template.parts(for: count), words)
  }

  private func filling(_ parts: TemplateParts, _ words: (Value) -> String) -> String {
    parts.filled { name in arguments.first { $0.name == name }.map { words($0.value) } }
  }

  /// What stands before a placeholder of `template` and what behind it.
  public static func parts(of template: String, around placeholder: String) -> (before: String, after: String) {
    guard let parts = TemplateParts.parts(of: template, around: placeholder) else { return (template, "") }
    return (String(parts.before), String(parts.after))
  }

  /// `template` with words in place of its placeholders, for a sentence that is no catalogue's.
  public static func filling(_ template: String, _ words: KeyValuePairs<String, String>) -> String {
    guard template.utf8.contains(UInt8(ascii: "{")) else { return template }
    return TemplateParts.filling(template) { name in words.first { $0.key == name }?.value }
  }
}

extension Phrase.Value {
  /// In English, numbers as programs write them.
  public var english: String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .phrase(let phrase): phrase.text
    case .list(let values): values.map(\.english).joined(separator: ", ")
    }
  }
}
