internal import Diagnostics

/// A catalogue as it is in a file: `templates/locales/<language>.yml`. Its defaults are English.
struct LanguageFile: Sendable, Codable {
  var language = "en"
  /// What the language calls itself.
  var name = "English"
  var plural = PluralRule.one
  var numbers = NumberFormat()
  var dates = DateFormat()
  var severities = Dictionary(
    Diagnostic.Severity.allCases.map { ($0.rawValue, $0.rawValue) }, uniquingKeysWith: { first, _ in first })
  var wording = Wording()
  /// By key. Empty where the catalogues' own English is meant.
  var phrases: [String: CountedText] = [:]

  init() {}

  /// English with every sentence in it: what another language has to have, and what `en.yml` is extracted from.
  init(english templates: [PhraseTemplate]) {
    phrases = Dictionary(templates.map { ($0.key, CountedText($0)) }) { first, _ in first }
  }
}

extension CountedText {
  init(_ template: PhraseTemplate) {
    self =
      template.isCounted
      ? CountedText(one: template.englishForOne ?? template.english, other: template.english)
      : .same(template.english)
  }
}
