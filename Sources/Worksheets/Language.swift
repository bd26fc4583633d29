public import Diagnostics
public import Documents

/// One language of the documents: their own words, the sentences of the catalogues, plurals, numbers and dates.
///
/// A word is a member of ``Wording`` and read as one of the language: `words.databaseTitle`.
@dynamicMemberLookup
public struct Language: Sendable {
  /// BCP 47 tag, for the page's `lang`.
  public let tag: String
  private let catalogue: Catalogue

  /// Shared by every copy of the language: some two hundred words are not counted anew for each cell.
  private final class Catalogue: Sendable {
    let file: LanguageFile

    init(_ file: LanguageFile) { self.file = file }
  }

  var wording: Wording { _read { yield catalogue.file.wording } }
  var severities: [String: String] { catalogue.file.severities }
  private var plural: PluralRule { catalogue.file.plural }
  private var numbers: NumberFormat { catalogue.file.numbers }
  private var dates: DateFormat { catalogue.file.dates }

  /// English is in the source code and costs nothing at start-up.
  public static let english = Language(LanguageFile())

  init(_ file: LanguageFile) {
    tag = file.language
    catalogue = Catalogue(file)
  }

  /// What renderers add.
  public var renderingLabels: RenderingLabels { wording.renderingLabels }

  public subscript<Words>(dynamicMember word: KeyPath<Wording, Words>) -> Words {
    catalogue.file.wording[keyPath: word]
  }

  // MARK: Sentences

  /// A sentence of a catalogue.
  public func text(_ phrase: Phrase) -> String {
    // What is not here is English, from the catalogue that the phrase comes from.
    let template = catalogue.file.phrases[phrase.key].map { $0.form(phrase.count.map(plural.category) ?? .other) }
    return phrase.filling(template) { text($0) }
  }

  func text(_ value: Phrase.Value) -> String {
    switch value {
    case .text(let name): name
    case .number(let number): numbers.text(number)
    case .phrase(let phrase): text(phrase)
    case .list(let values): list(values.map { text($0) })
    }
  }

  /// `template` with names in it.
  package func fill(_ template: String, _ arguments: KeyValuePairs<String, String>) -> String {
    Phrase.filling(template, arguments)
  }

  /// The form of `text` for a number, with that as `{count}` and names in it.
  func fill(_ text: CountedText, count: Int, _ arguments: KeyValuePairs<String, String> = [:]) -> String {
    let names = arguments.map { Phrase.Argument(name: $0, value: .text($1)) }
    let template = PhraseTemplate("wording", form(of: text, for: count))
    return Phrase(template, names + [Phrase.Argument(name: "count", value: .text(number(count)))]).text
  }

  /// The form of `text` for a number, with its placeholders.
  func form(of text: CountedText, for count: Int) -> String { text.form(plural.category(of: count)) }

  func list(_ names: [String]) -> String { names.joined(separator: wording.listSeparator) }

  // MARK: Numbers and dates

  package func number(_ number: Int) -> String { numbers.text(number) }

  func percent(_ number: Int) -> String { fill(numbers.percent, ["number": numbers.text(number)]) }

  /// A date that people entered, in words where it is one, else as written.
  func date(_ written: String) -> String { dates.text(written, fill: fill) ?? written }
}
