import Foundation
import TestSupport
import Testing

/// Every other command: results on standard output, messages on standard error.
@Suite struct CommandTests {
  @Test func planPrintsWhatGenerateWrites() throws {
    let program = try Program()
    try program("generate", Program.published, "--policy", Program.publishedPolicy)
    let result = try program("plan", Program.published, "--policy", Program.publishedPolicy)
    #expect(result.status == 0)
    #expect(result.standardOutput == (try program.folder.bytes("output/plan.json")))
    #expect(result.errorText.split(separator: "\n").allSatisfy { $0.contains(": warning: ") })
  }

  @Test func planAsTextHasEveryItem() throws {
    let program = try Program()
    let json = try program("plan", Program.published, "--quiet")
    let text = try program("plan", Program.published, "--format", "text", "--quiet")
    #expect(text.status == 0 && text.errorText == "")
    let plan = try #require(
      try JSONSerialization.jsonObject(with: Data(json.standardOutput)) as? [String: Any])
    let items = try #require(plan["backupItems"] as? [[String: Any]])
    for item in items { #expect(text.outputText.contains("\n  \(item["id"] as? String ?? "?")  on ")) }
    for title in ["Components", "Backup items", "Other requirements", "Needs no backup", "Findings", "Questions"] {
      #expect(text.outputText.split(separator: "\n").contains(Substring(title)))
    }
  }

  /// A finding's subject is an id that the plan has, also where the importer found it.
  @Test(arguments: [
    ("unknown-role.xml", "role-unknown", ["other:hybrid.fabrikam.com", "other:oslofe1.fabrikam.com"]),
    (
      "dangling.xml", "reference-dangling",
      [
        "other:1-archivingstore-1", "other:1-mediationserver-2", "standardEditionServer:viefe1.fabrikam.com",
        "other:lost.fabrikam.com",
      ]
    ),
  ])
  func whatTheImporterFoundIsAboutAComponent(fixture: String, rule: String, subjects: [String]) throws {
    let result = try Program()("plan", Program.fixture(fixture), "--quiet")
    let plan = try #require(try JSONSerialization.jsonObject(with: Data(result.standardOutput)) as? [String: Any])
    let components = try #require(plan["components"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    let found = try #require(plan["findings"] as? [[String: Any]]).filter { $0["rule"] as? String == rule }
      .compactMap { $0["subject"] as? String }
    for subject in subjects { #expect(found.contains(subject) && components.contains(subject)) }
  }

  /// A planner's first steps: init, then generate with what it printed.
  @Test func whatInitPrintsIsAPolicyThatChangesNothing() throws {
    let program = try Program()
    let policy = try program("init", Program.published)
    #expect(policy.status == 0)
    #expect(policy.outputText.hasPrefix("# Backup policy for adatum.com. "))
    let path = try program.folder.write(policy.standardOutput, to: "policy.yml")
    try program("generate", Program.published, "--output", "without")
    let result = try program("generate", Program.published, "--output", "with", "--policy", path)
    #expect(result.status == 0)
    #expect(try program.folder.contents("with") == program.folder.contents("without"))
  }

  @Test func validateCountsWhatIsThere() throws {
    let program = try Program()
    let result = try program("validate", Program.fixture("trusted-application.xml"))
    #expect(result.status == 0)
    #expect(result.errorText == "")
    let lines = result.outputText.split(separator: "\n").map {
      $0.split(separator: " ", omittingEmptySubsequences: true)
    }
    #expect(lines.contains(["Format", "published", "topology"]))
    #expect(lines.contains(["ExternalServer", "1"]))
    // Named by an absolute path, which results do not hold.
    #expect(lines.first == ["File", "trusted-application.xml"])
    #expect(lines.contains(["Diagnostics", "0", "errors,", "0", "warnings,", "0", "notes"]))
  }

  @Test func rulesAreListedAndExplained() throws {
    let program = try Program()
    let list = try program("rules")
    #expect(list.status == 0 && list.errorText == "")
    #expect(try program("rules", "list").standardOutput == list.standardOutput)
    let ids = list.outputText.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(ids.count > 40)
    for id in ids {
      let rule = try program("rules", "explain", id)
      #expect(rule.status == 0 && rule.errorText == "")
      #expect(rule.outputText.hasPrefix("\(id) ("))
    }
  }

  @Test func helpAndVersionAreResults() throws {
    let program = try Program()
    for arguments in ["--help", "--version", "help"] {
      let result = try program(arguments)
      #expect(result.status == 0 && result.errorText == "" && !result.outputText.isEmpty)
    }
    #expect(try program("--version").outputText == "0.1.0\n")
    for command in ["generate", "plan", "audit", "entries", "init", "validate", "rules"] {
      let result = try program(command, "--help")
      #expect(result.status == 0)
      #expect(result.outputText.contains("USAGE: backup-worksheets \(command)"))
    }
  }

  @Test func notesAreSaidWhenAskedFor() throws {
    let program = try Program()
    let usual = try program("plan", Program.published)
    let verbose = try program("plan", Program.published, "--verbose")
    #expect(!usual.errorText.contains(": note: "))
    #expect(verbose.errorText.contains(": note: "))
    #expect(verbose.standardOutput == usual.standardOutput)
  }

  /// Messages are in colour on a terminal only, and there neither with NO_COLOR nor with --no-color.
  @Test func coloursAreForTerminals() throws {
    let program = try Program()
    let tool = try builtProduct(named: "backup-worksheets")
    let command = "\(tool) plan \(Program.fixture("no-cms.xml"))"
    let script = """
      import os, pty, sys
      def run(extra, env):
          os.environ.pop("NO_COLOR", None)
          os.environ.update(env)
          seen = []
          def read(fd):
              data = os.read(fd, 65536)
              seen.append(data)
              return b""
          def stdin(fd):
              return b""
          pty.spawn(["sh", "-c", sys.argv[1] + extra + " > /dev/null"], read, stdin)
          return b"\\x1b[" in b"".join(seen)
      print(run("", {}), run(" --no-color", {}), run("", {"NO_COLOR": "1"}), run("", {"NO_COLOR": ""}))
      """
    let result = try runProcess("python3", ["-c", script, command])
    #expect(result.outputText.hasSuffix("True False False True\n"))
    #expect(!(try program("plan", Program.fixture("no-cms.xml"))).errorText.contains("\u{1B}"))
  }
}
