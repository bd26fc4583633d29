import Diagnostics
import Testing
@testable import Worksheets

/// Catalogues that cannot be used: what is said, and where.
@Suite struct LanguageReaderTests {
  private func problems(_ yaml: String) -> [String] {
    do {
      _ = try LanguageReader(fileName: "de.yml", templates: LocaleFiles.templates).read(yaml)
      return []
    } catch {
      return error.diagnostics.map(\.description)
    }
  }

  /// English with one line replaced.
  private func problems(replacing line: String, with other: String) throws -> [String] {
    let english = try LocaleFiles.englishFile()
    #expect(english.contains(line))
    return problems(english.replacing(line, with: other))
  }

  private func line(of text: String) throws -> Int {
    let lines = try LocaleFiles.englishFile().split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.contains(text) }) + 1
  }

  @Test func aMissingKeyIsNamed() throws {
    let problems = try problems(replacing: "  note.shared:", with: "  note.sharde:")
    #expect(problems.count == 2)
    #expect(
      problems.contains {
        $0.contains(
          ": error: unknown key \"note.sharde\" in phrases; did you mean \"note.shared\"? [language-unknown-key]")
          && $0.hasPrefix("de.yml:")
      })
    #expect(problems.contains { $0.contains(": error: phrases has no note.shared; ") })
  }

  @Test func severalMissingKeysAreNamedTogether() {
    let problems = problems("language: \"de\"\nname: \"Deutsch\"\nplural: one\n")
    #expect(problems.count == 1)
    #expect(problems.first?.contains("the file has no numbers, dates, severities, wording, phrases; ") == true)
  }

  @Test func otherPlaceholdersAreRefused() throws {
    let problems = try problems(replacing: "\"Paired with {pool}\"", with: "\"Paired with {pol}\"")
    let line = try line(of: "Paired with {pool}")
    #expect(
      problems == [
        "de.yml:\(line):15: error: wording.pairedWith has no {pool}, has {pol}, which the English has not; "
          + "use the placeholders of the English sentence, in any order [language-placeholders]"
      ])
  }

  @Test func formsAreThoseOfThePluralRule() throws {
    let problems = try problems(replacing: "plural: one", with: "plural: oneFewMany")
    #expect(problems.contains { $0.contains("wording.poolsLine has the forms one, other; plural \"oneFewMany\" has") })
    #expect(try self.problems(replacing: "plural: one", with: "plural: two").first?.contains("is no rule") == true)
  }

  @Test func oneTextMayServeAllNumbers() throws {
    let one = "  poolsLine:\n    one: \"Pool: {pools}\"\n    other: \"Pools: {pools}\""
    #expect(try problems(replacing: one, with: "  poolsLine: \"Pools: {pools}\"") == [])
  }

  @Test func whatIsNoYAMLIsRefusedWithItsLine() {
    #expect(problems("language: \"de\"\nname: [").first?.hasPrefix("de.yml:") == true)
    #expect(problems("").first?.contains("the file is empty") == true)
    #expect(problems("name: \"a\"\nname: \"b\"").first?.contains("given more than once: \"name\"") == true)
  }

  @Test func valuesOfAnotherTypeAreRefused() throws {
    #expect(try problems(replacing: "groupFrom: 1000", with: "groupFrom: many").first?.contains("whole number") == true)
    #expect(
      try problems(replacing: "language: \"en\"", with: "language: \"<b>\"").first?.contains("language tag") == true)
    #expect(try problems(replacing: "    - \"May\"\n", with: "").first?.contains("not a list of 12") == true)
    #expect(
      try problems(replacing: "contents: \"Contents\"", with: "contents: \"\"").first?.contains("is empty") == true)
  }
}
