import Foundation
import TestSupport
import Testing

/// `templates export`.
@Suite struct TemplatesExportTests {
  @Test func writesEveryTemplateAndLanguageAndSaysSo() throws {
    let program = try Program()
    let result = try program("templates", "export", "mine")
    #expect(result.status == 0)
    #expect(result.errorText == "mine: files written: 9, unchanged: 0; give the folder to --templates\n")
    for (name, bytes) in try program.folder.contents("mine") where name.contains(".") {
      let original = try Data(contentsOf: Fixture.repository.appending(path: "templates/\(name)"))
      #expect(bytes == Array(original), "\(name)")
    }
    #expect(try program("templates", "export", "mine").errorText.contains("files written: 0, unchanged: 9"))
  }

  @Test(arguments: ["en", "fr"]) func whatIsExportedGivesWhatTheProgramHas(language: String) throws {
    let program = try Program()
    try program("templates", "export", "mine", "--quiet")
    try program("generate", Program.published, "--language", language, "--output", "built-in")
    try program("generate", Program.published, "--language", language, "--output", "own", "--templates", "mine")
    #expect(try program.folder.contents("own") == program.folder.contents("built-in"))
  }

  @Test func whatDiffersIsNeverReplacedAndNothingIsWritten() throws {
    let program = try Program()
    try program.folder.write("mine", to: "t/html/page.mustache")
    try program.folder.write("", to: "t/locales/fr.yml/a-folder")
    let before = try program.folder.contents()
    let result = try program("templates", "export", "t")
    #expect(result.status == 73)
    #expect(result.errorText.split(separator: "\n").count == 2)
    #expect(
      result.errorText.hasPrefix(
        "t/html/page.mustache: error: is there, and is not the built-in template; export into another folder, or "
          + "rename or remove yours [template-differs]\n"))
    #expect(try program.folder.contents() == before)
  }

  @Test func aFileInPlaceOfTheFolderIs73() throws {
    let program = try Program()
    try program.folder.write("mine", to: "t")
    #expect(try program("templates", "export", "t").status == 73)
    #expect(try program.folder.bytes("t") == Array("mine".utf8))
    #expect(try program("templates", "export", "").status == 64)
  }
}
