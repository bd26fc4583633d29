import Foundation
import Glibc
import TestSupport
import Testing

/// `check`: what it finds stale, and that it writes nothing.
@Suite struct CheckTests {
  /// A program whose output folder is fresh.
  private func fresh() throws -> Program {
    let program = try Program()
    try program("generate", Program.draft)
    return program
  }

  @Test func freshOutputIsUpToDate() throws {
    let program = try fresh()
    let result = try program("check", Program.draft)
    #expect(result.status == 0)
    #expect(result.outputText == "")
    #expect(result.errorText.hasSuffix("\noutput: up to date; files: 13\n"))
    let quiet = try program("check", Program.draft, "--quiet")
    #expect(quiet.status == 0 && quiet.outputText == "" && quiet.errorText == "")
  }

  /// What git makes of a checkout, in both directions, and what an editor adds.
  @Test func lineEndsAndByteOrderMarksAreNotStale() throws {
    let program = try fresh()
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    for (name, bytes) in try program.folder.contents("output") {
      try program.folder.write(mark + crlf(bytes), to: "crlf/\(name)")
      try program.folder.write(lf(bytes), to: "lf/\(name)")
    }
    for folder in ["crlf", "lf"] {
      let result = try program("check", Program.draft, "--output", folder)
      #expect(result.status == 0, "\(folder)")
      #expect(result.outputText == "")
    }
  }

  private func lf(_ bytes: [UInt8]) -> [UInt8] { bytes.filter { $0 != 0x0D } }

  private func crlf(_ bytes: [UInt8]) -> [UInt8] { Array(lf(bytes).map { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }.joined()) }

  @Test func aChangedCellIsShown() throws {
    let program = try fresh()
    let text = String(decoding: try program.folder.bytes("output/plan.json"), as: UTF8.self)
    try program.folder.write(text.replacing("\"rtcxds\"", with: "\"rtc\""), to: "output/plan.json")
    let result = try program("check", Program.draft)
    #expect(result.status == 2)
    let lines = result.outputText.split(separator: "\n").map(String.init)
    #expect(lines.prefix(2) == ["--- output/plan.json", "+++ output/plan.json"])
    #expect(lines.contains("-      \"database\": \"rtc\","))
    #expect(lines.contains("+      \"database\": \"rtcxds\","))
    #expect(
      result.errorText.hasSuffix(
        "output: not what generate would write: 1 of 13 files; run `backup-worksheets generate` with the same options\n"
      ))
    let quiet = try program("check", Program.draft, "--quiet")
    #expect(quiet.status == 2 && quiet.outputText == "" && quiet.errorText == "")
  }

  /// The differences are true: applied, they give what `generate` writes.
  @Test(.enabled(if: (try? runProcess("patch", ["--version"]).status) == 0, "needs patch"))
  func thePatchGivesTheNewFiles() throws {
    let program = try Program()
    try program("generate", Program.draft, "--output", "output")
    try program(
      "generate", Program.draft, "--policy", Program.draft.replacing(".tbxml", with: ".policy.yml"),
      "--output", "new")
    // As git checks out text files.
    for (name, bytes) in try program.folder.contents("output") {
      try program.folder.write(lf(bytes), to: "output/\(name)")
    }
    let diff = try program("check", Program.draft, "--policy", Program.draft.replacing(".tbxml", with: ".policy.yml"))
    #expect(diff.status == 2)
    #expect(!diff.outputText.contains(" more lines"))
    let patch = try runProcess("patch", ["-p0"], input: diff.standardOutput, workingDirectory: program.folder.path)
    #expect(patch.status == 0, "\(patch.outputText)")
    let expected = try program.folder.contents("new").mapValues(lf)
    #expect(try program.folder.contents("output") == expected)
  }

  @Test func missingFilesAreNamed() throws {
    let program = try fresh()
    for name in ["index.md", "plan.json"] {
      try FileManager.default.removeItem(atPath: program.folder.path("output/\(name)"))
    }
    let result = try program("check", Program.draft)
    #expect(result.status == 2)
    #expect(result.outputText == "missing: output/index.md\nmissing: output/plan.json\n")
  }

  @Test func aMissingFolderIsAllMissing() throws {
    let program = try Program()
    let result = try program("check", Program.draft)
    #expect(result.status == 2)
    #expect(
      Set(result.outputText.split(separator: "\n").map(String.init))
        == Set(Program.files.map { "missing: output/\($0)" }))
    #expect(program.folder.names(".") == [])
  }

  /// They are nobody's business but their owner's: named, and not stale.
  @Test func filesOfOthersAreNamed() throws {
    let program = try fresh()
    for name in ["notes.txt", "sub/index.md", ".hidden"] { try program.folder.write("mine", to: "output/\(name)") }
    let result = try program("check", Program.draft)
    #expect(result.status == 0)
    #expect(result.errorText.contains("\noutput: files of others: .hidden, notes.txt, sub\n"))
  }

  @Test func filesOfOtherFormatsAreNamed() throws {
    let program = try fresh()
    try program.folder.write("old", to: "output/worksheets.html")
    let result = try program("check", Program.draft, "--format", "markdown,csv")
    #expect(result.status == 0)
    #expect(
      result.errorText.contains(
        "\noutput: warning: not compared, since these options do not write them: plan.json, worksheets.html; "
          + "name their formats with --format, or remove them [output-leftover]\n"))
  }

  @Test func whatIsNoFileIsStale() throws {
    let program = try fresh()
    let path = program.folder.path("output/index.md")
    try FileManager.default.removeItem(atPath: path)
    #expect(unsafe mkfifo(path, 0o644) == 0)
    let result = try program("check", Program.draft)
    #expect(result.status == 2)
    #expect(result.outputText == "not an ordinary file: output/index.md\n")
  }

  @Test func aFolderThatIsNoneIs66() throws {
    let program = try Program()
    try program.folder.write("mine", to: "output")
    let result = try program("check", Program.draft, "--quiet")
    #expect(result.status == 66)
    #expect(result.errorText.hasPrefix("output: error: cannot be opened: Not a directory; "))
  }

  @Test(.enabled(if: Stranger.isAvailable, "needs root and setpriv"))
  func aFileThatCannotBeReadIs66() throws {
    let program = try fresh()
    #expect(unsafe chmod(program.folder.path("output/index.md"), 0) == 0)
    let result = try Stranger.run("check", Program.draft, in: program)
    #expect(result.status == 66)
    #expect(result.errorText.hasPrefix("output/index.md: error: cannot be opened: Permission denied; "))
  }

  /// Neither bytes nor times of anything change, whatever it finds.
  @Test func nothingIsWritten() throws {
    let program = try fresh()
    try program.folder.write("half", to: "output/.backup-worksheets-index.md.tmp")
    try program.folder.write(
      "# Mine\n<!-- BEGIN backup-worksheets -->\n<!-- END backup-worksheets -->\n", to: "README.md")
    let past = Date(timeIntervalSince1970: 1_000_000_000)
    let files = try program.folder.contents()
    for name in files.keys {
      try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: program.folder.path(name))
    }
    #expect(try program("check", Program.published, "--inject", "README.md").status == 2)
    #expect(try program.folder.contents() == files)
    for name in files.keys {
      let attributes = try FileManager.default.attributesOfItem(atPath: program.folder.path(name))
      #expect(attributes[.modificationDate] as? Date == past, "\(name)")
    }
  }

  @Test func injectedFilesAreCompared() throws {
    let program = try Program()
    try program.folder.write(
      "# Mine\r\n<!-- BEGIN backup-worksheets -->\r\n<!-- END backup-worksheets -->\r\n", to: "README.md")
    #expect(try program("generate", Program.draft, "--inject", "README.md").status == 0)
    #expect(try program("check", Program.draft, "--inject", "README.md").status == 0)
    let bytes = try program.folder.bytes("README.md")
    try program.folder.write(lf(bytes), to: "README.md")
    #expect(try program("check", Program.draft, "--inject", "README.md").status == 0)
    let text = String(decoding: lf(bytes), as: UTF8.self)
    try program.folder.write(text.replacing("At a glance", with: "At a glimpse"), to: "README.md")
    let result = try program("check", Program.draft, "--inject", "README.md")
    #expect(result.status == 2)
    #expect(result.outputText.hasPrefix("--- README.md\n+++ README.md\n@@ "))
  }
}
