import TestSupport
import Testing

/// `--redact`: what is published has pseudonyms.
@Suite struct RedactTests {
  /// Names of the published example, its policy and the register below.
  private static let names = [
    "adatum", "zrh", "-lyo", "lyon", "zürich", "genève", "10.10.40", "lyncse", "pchat", "uc operations",
    "recordings", "swiss", "jane",
  ]

  private static func program() throws -> Program {
    let program = try Program()
    try program.folder.write(
      "item_id,state,owner,notes\nuserData:pool-zrh.adatum.com,active,Jane Doe,ask Jane\n", to: "entries.csv")
    return program
  }

  @Test(arguments: ["en", "fr"])
  func noFileHasAName(language: String) throws {
    let program = try Self.program()
    let result = try program(
      "generate", Program.published, "--policy", Program.publishedPolicy, "--entries", "entries.csv", "--redact",
      "--language", language)
    #expect(result.status == 0)
    let files = try program.folder.contents("output")
    #expect(Set(files.keys) == Program.files)
    for (file, bytes) in files {
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      for name in Self.names { #expect(!text.contains(name), "\(file): \(name)") }
    }
    for name in Self.names { #expect(!result.errorText.lowercased().contains(name), "messages: \(name)") }
  }

  private static func namesLeft(in result: ProcessResult) -> [String] {
    let text = (result.outputText + result.errorText).lowercased()
    return names.filter(text.contains)
  }

  /// The other places that text goes to: standard output, people's own files, an archive's messages.
  @Test func nothingElseHasAName() throws {
    let program = try Self.program()
    let arguments = [Program.published, "--policy", Program.publishedPolicy, "--entries", "entries.csv", "--redact"]
    func run(_ command: String, _ more: String...) throws -> ProcessResult {
      try runProcess(
        builtProduct(named: "backup-worksheets"), [command] + arguments + more, workingDirectory: program.folder.path)
    }
    let plan = try run("plan")
    #expect(plan.status == 0)
    #expect(Self.namesLeft(in: plan) == [])

    try program.folder.write(
      "<!-- BEGIN backup-worksheets -->\n<!-- END backup-worksheets -->\n", to: "README.md")
    let generated = try run("generate", "--format", "markdown,html,csv,json", "--inject", "README.md")
    #expect(generated.status == 0)
    #expect(Self.namesLeft(in: generated) == [])
    let readme = String(decoding: try program.folder.bytes("README.md"), as: UTF8.self).lowercased()
    #expect(readme.contains("at a glance") && !Self.names.contains(where: readme.contains))

    // What has changed is shown line by line.
    for (file, bytes) in try program.folder.contents("output") where file.hasSuffix(".md") || file.hasSuffix(".csv") {
      try program.folder.write(bytes.filter { $0 != UInt8(ascii: "e") }, to: "output/\(file)")
    }
    let check = try run("check", "--inject", "README.md")
    #expect(check.status == 2 && check.outputText.contains("\n+"))
    #expect(Self.namesLeft(in: check) == [])
  }

  /// Warnings quote what they warn of.
  @Test(arguments: ["dangling.xml", "duplicates.xml", "enterprise-shared.xml", "unknown-role.xml"])
  func noMessageHasAName(fixture: String) throws {
    let program = try Program()
    let names = Set(try Fixture.text(fixture).matches(of: /Fqdn="([^"]+)"/).map { $0.1.lowercased() })
    #expect(!names.isEmpty)
    let archive = try program.folder.write(
      ZipBuilder(ZipBuilder.Entry("DocItemSet.xml", try Fixture.bytes(fixture))).bytes, to: "export.zip")
    for input in [Program.fixture(fixture), archive] {
      let named = try program("plan", input)
      #expect(names.contains { named.errorText.lowercased().contains($0) || named.outputText.contains($0) })
      let result = try program("plan", input, "--redact")
      #expect(result.status == 0)
      let text = (result.outputText + result.errorText).lowercased()
      #expect(names.filter(text.contains).sorted() == [])
    }
  }

  @Test func theExampleHasThoseNames() throws {
    let program = try Self.program()
    let plan = try program(
      "plan", Program.published, "--policy", Program.publishedPolicy, "--entries", "entries.csv")
    let text = plan.outputText.lowercased()
    for name in Self.names { #expect(text.contains(name), "\(name)") }
  }

  @Test func aKeyMakesOtherPseudonyms() throws {
    let program = try Self.program()
    try program.folder.write("a long secret", to: "key")
    let plain = try program("plan", Program.published, "--redact")
    let keyed = try program("plan", Program.published, "--redact", "--redact-key", "key")
    #expect(plain.status == 0 && keyed.status == 0)
    #expect(plain.outputText != keyed.outputText)
    #expect(try program("plan", Program.published, "--redact").outputText == plain.outputText)
  }

  @Test func aKeyThatIsNoneIsRefused() throws {
    let program = try Self.program()
    try program.folder.write("", to: "empty")
    #expect(try program("plan", Program.published, "--redact", "--redact-key", "empty").status == 65)
    #expect(try program("plan", Program.published, "--redact", "--redact-key", "absent").status == 66)
    #expect(try program("plan", Program.published, "--redact-key", "empty").status == 64)
  }
}
