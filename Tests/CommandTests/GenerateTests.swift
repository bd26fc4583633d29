import DeploymentGenerator
import Foundation
import TestSupport
import Testing

/// `generate`: what it writes, and what it leaves alone.
@Suite struct GenerateTests {
  @Test func writesTheFilesOfTheContractAndSaysSo() throws {
    let program = try Program()
    let result = try program("generate", Program.published, "--policy", Program.publishedPolicy)
    #expect(result.status == 0)
    #expect(result.outputText == "")
    #expect(
      result.errorText.hasSuffix(
        "output: files written: 13, unchanged: 0; components: 29, backup items: 24, restorations: 45, open questions: 2\n"
      ))
    #expect(program.folder.names("output") == Program.files)
    #expect(program.folder.names(".") == ["output"])
  }

  @Test func quietSaysNothing() throws {
    let program = try Program()
    let result = try program("generate", Program.published, "--quiet")
    #expect(result.status == 0)
    #expect(result.errorText == "" && result.outputText == "")
    #expect(program.folder.names("output") == Program.files)
  }

  @Test(arguments: [
    ("markdown", Program.markdown), ("csv", Program.csv), ("html", ["worksheets.html"]), ("json", ["plan.json"]),
    ("json,html", ["plan.json", "worksheets.html"]), ("csv, json", Program.csv + ["plan.json"]),
  ])
  func writesOnlyTheFormatsAskedFor(formats: String, files: [String]) throws {
    let program = try Program()
    #expect(try program("generate", Program.draft, "--format", formats).status == 0)
    #expect(program.folder.names("output") == Set(files))
  }

  /// What is written for one format is what is written for all.
  @Test func formatsDoNotDependOnEachOther() throws {
    let program = try Program()
    try program("generate", Program.draft, "--output", "all")
    for format in ["markdown", "csv", "html", "json"] {
      try program("generate", Program.draft, "--output", "one", "--format", format)
    }
    #expect(try program.folder.contents("one") == program.folder.contents("all"))
  }

  @Test func theSecondRunTouchesNothing() throws {
    let program = try Program()
    try program("generate", Program.draft)
    let past = Date(timeIntervalSince1970: 1_000_000_000)
    for name in Program.files {
      try FileManager.default.setAttributes(
        [.modificationDate: past], ofItemAtPath: program.folder.path("output/\(name)"))
    }
    try program.folder.write("changed", to: "output/index.md")
    let result = try program("generate", Program.draft)
    #expect(result.errorText.contains("output: files written: 1, unchanged: 12; "))
    for name in Program.files.subtracting(["index.md"]) {
      let attributes = try FileManager.default.attributesOfItem(atPath: program.folder.path("output/\(name)"))
      #expect(attributes[.modificationDate] as? Date == past, "\(name)")
    }
  }

  @Test func filesOfOthersStay() throws {
    let program = try Program()
    let foreign = [
      "notes.txt": "mine", "index.html": "mine", ".hidden": "mine", ".backup-worksheets.tmp.keep": "mine",
      "sub/index.md": "mine",
    ]
    for (name, text) in foreign { try program.folder.write(text, to: "output/\(name)") }
    #expect(try program("generate", Program.draft).status == 0)
    for (name, text) in foreign { #expect(try program.folder.bytes("output/\(name)") == Array(text.utf8), "\(name)") }
    let own = Set(foreign.keys.map { $0.hasPrefix("sub/") ? "sub" : $0 })
    #expect(program.folder.names("output") == Program.files.union(own))
  }

  @Test func whatAKilledRunLeftIsRemoved() throws {
    let program = try Program()
    try program.folder.write("half", to: "output/.backup-worksheets-index.md.tmp")
    try program.folder.write("half", to: "output/.backup-worksheets-plan.json.tmp")
    #expect(try program("generate", Program.draft, "--format", "csv").status == 0)
    #expect(program.folder.names("output") == Set(Program.csv))
  }

  /// A run that is killed in the middle leaves each file old or new, and the next run cleans up.
  @Test func aKillLeavesWholeFiles() throws {
    let program = try Program()
    try program("generate", Program.draft, "--output", "old")
    try program("generate", Program.published, "--output", "new")
    let old = try program.folder.contents("old")
    let new = try program.folder.contents("new")
    let tool = try builtProduct(named: "backup-worksheets")
    for milliseconds in stride(from: 2, through: 60, by: 6) {
      try program("generate", Program.draft)
      _ = try runProcess(
        "timeout",
        ["--signal=KILL", "\(Double(milliseconds) / 1000)", tool, "generate", Program.published],
        workingDirectory: program.folder.path)
      for (name, bytes) in try program.folder.contents("output") where !name.hasSuffix(".tmp") {
        #expect(bytes == old[name] || bytes == new[name], "\(name) after \(milliseconds) ms")
      }
      try program("generate", Program.draft)
      #expect(try program.folder.contents("output") == old)
    }
  }

  @Test func deepFoldersAreMade() throws {
    let program = try Program()
    #expect(try program("generate", Program.draft, "--output", "a/b//c/").status == 0)
    #expect(program.folder.names("a/b/c") == Program.files)
  }

  @Test func templatesOfAFolderReplaceTheBuiltInOnes() throws {
    let program = try Program()
    let templates = Fixture.repository.appending(path: "templates")
    let original = try String(contentsOf: templates.appending(path: "html/page.mustache"), encoding: .utf8)
    try program.folder.write(
      original.replacingOccurrences(of: "</title>", with: " of our house</title>"), to: "mine/html/page.mustache")
    try program("generate", Program.draft, "--output", "built-in")
    let result = try program("generate", Program.draft, "--templates", "mine")
    #expect(result.status == 0)
    #expect(
      String(decoding: try program.folder.bytes("output/worksheets.html"), as: UTF8.self).contains(
        " of our house</title>"))
    #expect(try program.folder.bytes("output/index.md") == program.folder.bytes("built-in/index.md"))
  }

  @Test func thePolicyFillsCells() throws {
    let program = try Program()
    let policy = try program.folder.write(
      "backup:\n  defaults: {schedule: Daily 03:17, owner: \"Zoë & Söhne\"}\n", to: "policy.yml")
    try program("generate", Program.draft, "--policy", policy)
    for name in ["database-worksheet.csv", "database-worksheet.md", "plan.json"] {
      let text = String(decoding: try program.folder.bytes("output/\(name)"), as: UTF8.self)
      #expect(text.contains("Daily 03:17"), "\(name)")
      #expect(text.contains("Zoë"), "\(name)")
    }
  }

  @Test func standardInputIsATopologyToo() throws {
    let program = try Program()
    try program("generate", Program.published, "--output", "file")
    let bytes = try Array(Data(contentsOf: URL(filePath: Program.published)))
    for (name, input) in [
      ("utf8", bytes), ("utf16", utf16LittleEndian(carriageReturns(bytes))),
      ("unmarked", utf16LittleEndian(bytes, byteOrderMark: false)),
    ] {
      let result = try program("generate", "-", "--output", name, input: input)
      #expect(result.status == 0)
      #expect(try program.folder.contents(name) == program.folder.contents("file"), "\(name)")
    }
  }

  /// Neither where nor when nor by whom: the same bytes.
  @Test func theSurroundingsChangeNothing() throws {
    let program = try Program()
    try program("generate", Program.published, "--policy", Program.publishedPolicy)
    let expected = try program.folder.contents("output")
    let surroundings: [[String: String?]] = [
      ["TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"],
      ["HOME": "/nonexistent", "USER": "somebody", "HOSTNAME": "elsewhere", "LANG": nil],
      ["SOURCE_DATE_EPOCH": "0", "LC_ALL": "C", "NO_COLOR": "1", "COLUMNS": "20"],
    ]
    for (number, changes) in surroundings.enumerated() {
      let other = try TemporaryFolder()
      try FileManager.default.copyItem(atPath: Program.published, toPath: other.path("copy \(number).xml"))
      let result = try program(
        "generate", "copy \(number).xml", "--policy", Program.publishedPolicy, "--output", "elsewhere",
        changing: changes, from: other.path)
      #expect(result.status == 0)
      #expect(try other.contents("elsewhere") == expected)
    }
    for (name, bytes) in expected {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains(program.folder.path) && !text.contains(Fixture.repository.path), "\(name)")
    }
  }
}
