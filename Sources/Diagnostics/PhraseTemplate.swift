/// A sentence before the names are in it: what a catalogue holds, and what a language translates.
///
/// An object, taken apart once: each of a hundred thousand steps refers to the sentence of its rule.
public final class PhraseTemplate: Sendable {
  public let key: String
  /// English, with `{placeholders}`.
  public let english: String
  /// English for exactly one, where that is another sentence.
  public let englishForOne: String?
  /// Whether a number is among the arguments, so that a language may need several forms.
  public let isCounted: Bool
  private let parts: TemplateParts
  private let partsForOne: TemplateParts?

  /// A sentence with one form.
  public convenience init(_ key: String, _ english: String) {
    self.init(key, one: nil, other: english, isCounted: false)
  }

  /// A sentence with a number in it.
  public convenience init(_ key: String, one: String?, other: String) {
    self.init(key, one: one, other: other, isCounted: true)
  }

  private init(_ key: String, one: String?, other: String, isCounted: Bool) {
    self.key = key
    english = other
    englishForOne = one
    self.isCounted = isCounted
    parts = TemplateParts(other)
    partsForOne = one.map { TemplateParts($0) }
  }

  /// The English sentence for a number, if it has one.
  public func form(for count: Int?) -> String {
    guard count == 1, let englishForOne else { return english }
    return englishForOne
  }

  /// The same, taken apart.
  func parts(for count: Int?) -> TemplateParts {
    guard count == 1, let partsForOne else { return parts }
    return partsForOne
  }

  /// Whether there is something to translate besides names.
  public var hasWords: Bool { parts.literals.contains { $0.contains(where: \.isLetter) } }

  /// The names in braces, each once, in order.
  public var placeholders: [String] { parts.placeholders }

  /// The names in braces of any template, each once, in order.
  public static func placeholders(in template: String) -> [String] { TemplateParts(template).placeholders }
}

extension PhraseTemplate: Hashable {
  public static func == (first: PhraseTemplate, second: PhraseTemplate) -> Bool {
    // Few that differ are equally long.
    first === second
      || first.english.utf8.count == second.english.utf8.count && first.key == second.key
        && first.english == second.english && first.englishForOne == second.englishForOne
        && first.isCounted == second.isCounted
  }

  /// Hundreds of thousands of steps are grouped by their sentences, of which few are equally long.
  public func hash(into hasher: inout Hasher) { hasher.combine(english.utf8.count) }
}

/// A template taken apart at its placeholders.
struct TemplateParts: Sendable {
  /// What stands before each placeholder, and behind the last.
  private(set) var literals: [String] = []
  /// Names of the placeholders, one between each two literals.
  private(set) var names: [String] = []

  init(_ template: String) {
    var rest = template[...]
    while let next = Self.cut(rest) {
      literals.append(String(next.before))
      names.append(String(next.name))
      rest = next.after
    }
    literals.append(String(rest))
  }

  /// Each name once.
  var placeholders: [String] {
    names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(\.element)
  }

  /// The template with `words` in place of placeholders. One without words stays as it is.
  func filled(_ words: (String) -> String?) -> String {
    var text = literals[0]
    for (index, name) in names.enumerated() {
      text += words(name) ?? "{\(name)}"
      text += literals[index + 1]
    }
    return text
  }

  /// The same for a template that is filled once: nothing of it is kept.
  static func filling(_ template: String, _ words: (Substring) -> String?) -> String {
    var text = ""
    var rest = template[...]
    while let next = cut(rest) {
      text += next.before
      text += words(next.name) ?? "{\(next.name)}"
      rest = next.after
    }
    text += rest
    return text
  }

  /// What stands before the first placeholder of that name, and behind it.
  static func parts(of template: String, around placeholder: String) -> (before: Substring, after: Substring)? {
    var rest = template[...]
    while let next = cut(rest) {
      if next.name == placeholder { return (template[..<next.before.endIndex], next.after) }
      rest = next.after
    }
    return nil
  }

  /// What stands before the first placeholder, its name, and what stands behind it. Bytes are compared and not
  /// characters, which takes a tenth of the time.
  private static func cut(_ text: Substring) -> (before: Substring, name: Substring, after: Substring)? {
    guard let open = text.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = text.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    return (text[..<open], text[text.utf8.index(after: open)..<close], text[text.utf8.index(after: close)...])
  }
}
