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

  /// The same sentence with other names: `name` gives each argument's.
  public func renaming(_ name: (Argument) -> String) -> Phrase {
    Phrase(key, template, arguments.map { Argument(name: $0.name, value: name($0)) })
  }

  /// The English sentence.
  public var text: String { filling(template) }

  /// `template`, of this phrase in any language, with the arguments in place. A name that looks like a placeholder
  /// is never filled again.
  public func filling(_ template: String) -> String {
    guard !arguments.isEmpty else { return template }
    var result = ""
    var rest = template[...]
    while let placeholder = Self.firstPlaceholder(in: rest) {
      result += rest[..<placeholder.lowerBound]
      let name = rest[placeholder].dropFirst().dropLast()
      result += arguments.first { $0.name == name }?.value ?? String(rest[placeholder])
      rest = rest[placeholder.upperBound...]
    }
    return result + rest
  }

  /// The names in braces, each once, in order.
  static func placeholders(in template: String) -> [String] {
    var names: [String] = []
    var rest = template[...]
    while let placeholder = firstPlaceholder(in: rest) {
      let name = String(rest[placeholder].dropFirst().dropLast())
      if !names.contains(name) { names.append(name) }
      rest = rest[placeholder.upperBound...]
    }
    return names
  }

  /// Bytes are compared and not characters: of a large plan's time, a quarter went into looking for braces.
  private static func firstPlaceholder(in text: Substring) -> Range<String.Index>? {
    guard let open = text.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = text.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    return open..<text.utf8.index(after: close)
  }
}
