/// A sentence before the names are in it: what a catalogue holds, and what a language translates.
public struct PhraseTemplate: Sendable, Hashable {
  public let key: String
  /// English, with `{placeholders}`.
  public let english: String
  /// English for exactly one, where that is another sentence.
  public let englishForOne: String?
  /// Whether a number is among the arguments, so that a language may need several forms.
  public let isCounted: Bool

  /// A sentence with one form.
  public init(_ key: String, _ english: String) {
    self.key = key
    self.english = english
    englishForOne = nil
    isCounted = false
  }

  /// A sentence with a number in it.
  public init(_ key: String, one: String?, other: String) {
    self.key = key
    english = other
    englishForOne = one
    isCounted = true
  }

  /// The English sentence for a number, if it has one.
  public func form(for count: Int?) -> String {
    guard count == 1, let englishForOne else { return english }
    return englishForOne
  }

  /// Whether there is something to translate besides names.
  public var hasWords: Bool {
    var rest = english[...]
    while let placeholder = Self.firstPlaceholder(in: rest) {
      if rest[..<placeholder.lowerBound].contains(where: \.isLetter) { return true }
      rest = rest[placeholder.upperBound...]
    }
    return rest.contains(where: \.isLetter)
  }

  /// The names in braces, each once, in order.
  public static func placeholders(in template: String) -> [String] {
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
  static func firstPlaceholder(in text: Substring) -> Range<String.Index>? {
    guard let open = text.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = text.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    return open..<text.utf8.index(after: close)
  }
}
