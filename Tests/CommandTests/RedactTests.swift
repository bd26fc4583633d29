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
