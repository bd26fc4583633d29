internal import BackupPlanning
public import Documents

/// One language of the documents: their own words, and the sentences of the catalogues.
///
/// A word is a member of ``Wording`` and read as one of the language: `words.databaseTitle`.
@dynamicMemberLookup
public struct Language: Sendable {
  let wording: Wording

  /// English is in the source code and costs nothing at start-up.
  public static let english = Language(wording: Wording())

  /// BCP 47 tag, for the page's `lang`.
  public var tag: String { wording.languageTag }

  /// What renderers add.
  public var renderingLabels: RenderingLabels { wording.renderingLabels }

  public subscript<Words>(dynamicMember word: KeyPath<Wording, Words>) -> Words { wording[keyPath: word] }

  /// A sentence of a catalogue.
  func text(_ phrase: Phrase) -> String { phrase.text }

  /// `template` with names in it.
  func fill(_ template: String, _ arguments: KeyValuePairs<String, String>) -> String {
    Phrase("wording", template, arguments).text
  }
}
