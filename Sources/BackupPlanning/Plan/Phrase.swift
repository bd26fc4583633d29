/// A sentence of a catalogue with the names of one deployment in it.
///
/// The key finds the same sentence in another language; the English template is the default text.
public struct Phrase: Sendable, Hashable {
  /// A name to put in place of `{name}`.
  public struct Argument: Sendable, Hashable {
    public let name: String
    public let value: String
  }

  /// Stable key of the sentence, such as `note.mirror`.
  public let key: String
  /// English, with `{placeholders}`.
  public let template: String
  public let arguments: [Argument]

  public init(_ key: String, _ template: String, _ arguments: KeyValuePairs<String, String> = [:]) {
    self.key = key
    self.template = template
    self.arguments = arguments.map(Argument.init)
  }

  init(_ key: String, _ template: String, _ arguments: [Argument]) {
    self.key = key
    self.template = template
    self.arguments = arguments
  }

  /// The English sentence.
  public var text: String { filling(template) }

  /// `template`, of this phrase in any language, with the arguments in place. A name that looks like a placeholder
  /// is never filled again.
  public func filling(_ template: String) -> String {
    guard !arguments.isEmpty else { return template }
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      result += rest[..<open]
      result += arguments.first { $0.name == name }?.value ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
