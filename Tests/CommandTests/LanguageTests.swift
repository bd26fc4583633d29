import Foundation
import TestSupport
import Testing

/// `generate --language`.
@Suite struct LanguageTests {
  private static let catalogues = Fixture.repository.appending(path: "templates/locales")

  private func english() throws -> String {
    try String(contentsOf: Self.catalogues.appending(path: "en.yml"), encoding: .utf8)
  }

  private func page(_ program: Program) throws -> String {
    String(decoding: try program.folder.bytes("output/worksheets.html"), as: UTF8.self)
  }

  @Test func french() throws {
    let program = try Program()
    let result = try program("generate", Program.published, "--policy", Program.publishedPolicy, "--language", "fr")
    #expect(result.status == 0)
    #expect(result.errorText.contains("output: files written: 13"), "the terminal stays English")
    let page = try page(program)
    #expect(page.contains("<html lang=\"fr\">"))
    #expect(
      page.contains("<title>Feuilles de travail de sauvegarde et de restauration\u{A0}: A. Datum Corporation</title>"))
    #expect(program.folder.names("output") == Program.files)
  }

  @Test func thePlanIsTheSameInEveryLanguage() throws {
    let program = try Program()
    try program("generate", Program.draft, "--format", "json", "--output", "en")
    try program("generate", Program.draft, "--format", "json", "--output", "fr", "--language", "fr")
    #expect(try program.folder.contents("en") == program.folder.contents("fr"))
  }

  @Test func aLanguageOfTheTemplatesNeedsNoRebuilding() throws {
    let program = try Program()
    let german = try english().replacing("language: \"en\"", with: "language: \"de\"")
      .replacing("\"Overview: {deployment}\"", with: "\"Übersicht: {deployment}\"")
    try program.folder.write(german, to: "mine/locales/de.yml")
    let result = try program("generate", Program.draft, "--templates", "mine", "--language", "de")
    #expect(result.status == 0)
    #expect(try page(program).contains("<html lang=\"de\">"))
    #expect(try page(program).contains("Übersicht: "))
  }

  @Test func aFileOfABuiltInLanguageReplacesIt() throws {
    let program = try Program()
    let own = try english().replacing("\"Overview: {deployment}\"", with: "\"Survey: {deployment}\"")
    try program.folder.write(own, to: "mine/locales/en.yml")
    #expect(try program("generate", Program.draft, "--templates", "mine").status == 0)
    #expect(try page(program).contains("Survey: "))
  }

  @Test(arguments: ["de", "../fr", "", "FR"])
  func anUnknownLanguageIsWrongUsage(language: String) throws {
    let program = try Program()
    let result = try program("generate", Program.draft, "--language", language)
    #expect(result.status == 64)
    #expect(result.errorText.contains("There is no language '\(language)'. Languages: en, fr."))
    #expect(program.folder.names(".") == [])
  }

  @Test func aBadCatalogueIsUnusableInput() throws {
    let program = try Program()
    try program.folder.write("language: \"de\"\nname: [\n", to: "mine/locales/de.yml")
    let result = try program("generate", Program.draft, "--templates", "mine", "--language", "de")
    #expect(result.status == 65)
    #expect(result.errorText.contains("mine/locales/de.yml:"))
    #expect(result.errorText.contains("[language-not-yaml]"))
  }

  @Test func aPartialCatalogueNamesWhatIsMissing() throws {
    let program = try Program()
    let partial = try english().split(separator: "\n").filter {
      !$0.contains("  note.shared:") && !$0.contains("  owner:")
    }
    try program.folder.write(partial.joined(separator: "\n"), to: "mine/locales/de.yml")
    let result = try program("generate", Program.draft, "--templates", "mine", "--language", "de")
    #expect(result.status == 65)
    #expect(result.errorText.contains("wording has no owner; "))
    #expect(result.errorText.contains("phrases has no note.shared; "))
  }
}
