import Foundation
import TestSupport
import Testing

/// `audit`: results, exit codes, what counts as now.
@Suite struct AuditTests {
  private func json(_ result: ProcessResult) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(result.standardOutput)) as? [String: Any])
  }

  @Test func exitCodesFollowFailOn() throws {
    let program = try Program()
    let policy = ["--policy", Program.publishedPolicy, "--as-of", "2026-11-22"]
    #expect(try program("audit", Program.draft).status == 1)
    let planned = try runProcess(
      builtProduct(named: "backup-worksheets"), ["audit", Program.published] + policy,
      workingDirectory: program.folder.path)
    #expect(planned.status == 0)
    #expect(planned.errorText == "")
    #expect(planned.outputText.split(separator: "\n").last?.hasPrefix("Coverage: 24 required, 24 planned") == true)
    for (severity, status) in [("error", 0), ("warning", 1), ("note", 1)] {
      let result = try runProcess(
        builtProduct(named: "backup-worksheets"), ["audit", Program.published, "--fail-on", severity] + policy,
        workingDirectory: program.folder.path)
      #expect(result.status == Int32(status))
      #expect(result.standardOutput == planned.standardOutput)
    }
  }

  @Test func waivedErrorsDoNotFail() throws {
    let program = try Program()
    let waivers = try program.folder.write(
      """
      waivers:
        - {rule: schedule-missing, reason: planned next year, approver: CIO, expires: 2027-01-31}
        - {rule: destination-missing, reason: planned next year, approver: CIO, expires: 2027-01-31}
      """, to: "waivers.yml")
    let waived = try program(
      "audit", Program.draft, "--policy", waivers, "--as-of", "2027-01-31", "--format", "json")
    #expect(waived.status == 0)
    let coverage = try #require(try json(waived)["coverage"] as? [String: Int])
    #expect(coverage == ["required": 8, "planned": 0, "evidenced": 0, "waived": 8, "uncovered": 0])
    let expired = try program(
      "audit", Program.draft, "--policy", waivers, "--as-of", "2027-02-01", "--format", "json")
    #expect(expired.status == 1)
    let findings = try #require(try json(expired)["findings"] as? [[String: Any]])
    let lines = findings.filter { $0["rule"] as? String == "waiver-expired" }
      .compactMap { ($0["location"] as? [String: Any])?["line"] as? Int }
    #expect(lines == [3, 2])
  }

  @Test func nowIsGivenOrTakenFromTheEnvironmentOrToday() throws {
    let program = try Program()
    func asOf(_ arguments: String..., environment: [String: String?]) throws -> String? {
      let result = try runProcess(
        builtProduct(named: "backup-worksheets"), ["audit", Program.draft, "--format", "json"] + arguments,
        changing: environment, workingDirectory: program.folder.path)
      return try json(result)["asOf"] as? String
    }
    let epoch = ["SOURCE_DATE_EPOCH": "1767225599"]
    #expect(try asOf("--as-of", "2026-11-22", environment: epoch) == "2026-11-22")
    #expect(try asOf("--as-of", "2026-11-22T01:00:00+02:00", environment: epoch) == "2026-11-21T23:00:00Z")
    #expect(try asOf(environment: epoch) == "2025-12-31")
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withFullDate]
    let before = formatter.string(from: Date())
    let today = try asOf(environment: ["SOURCE_DATE_EPOCH": nil])
    #expect([before, formatter.string(from: Date())].contains(today))
  }

  @Test(arguments: [
    (["--as-of", "2026-02-30"], "Error: The value '2026-02-30' is invalid for '--as-of <as-of>'"),
    (["--fail-on", "never"], "Error: The value 'never' is invalid for '--fail-on <fail-on>'"),
    (["--format", "pdf"], "Error: The value 'pdf' is invalid for '--format <name[=file]>'"),
    (["--format", "sarif="], "Error: The value 'sarif=' is invalid for '--format <name[=file]>'"),
    (["--format", "text", "--format", "json"], "Error: Standard output has room for one of text, json."),
    (["--format", "text=a", "--format", "json=a"], "Error: Two formats go to 'a': name two files."),
    (["--format", "json=\(Program.draft)"], "Error: '\(Program.draft)' is read: write to another file."),
    (
      ["--format", "json=/.\(Program.draft)"], "Error: '/.\(Program.draft)' is read: write to another file."
    ),
    (["--evidence", "m.csv", "--format", "json=./m.csv"], "Error: './m.csv' is read: write to another file."),
    (["--baseline", "b.json", "--format", "json=b.json"], "Error: 'b.json' is read: write to another file."),
    (["--format", "json=x", "--format", "sarif=./x"], "Error: Two formats go to './x': name two files."),
  ])
  func wrongUsageIs64(arguments: [String], message: String) throws {
    let program = try Program()
    let result = try runProcess(
      builtProduct(named: "backup-worksheets"), ["audit", Program.draft] + arguments,
      workingDirectory: program.folder.path)
    #expect(result.status == 64)
    #expect(result.outputText == "")
    #expect(result.errorText.hasPrefix(message))
  }

  @Test func anUnreadableEpochIs64() throws {
    let program = try Program()
    let result = try program("audit", Program.draft, changing: ["SOURCE_DATE_EPOCH": "today"])
    #expect(result.status == 64)
    #expect(result.errorText.hasSuffix("[source-date-epoch-unreadable]\n"))
  }

  @Test func unusableInputsAreNotFindings() throws {
    let program = try Program()
    let wrong = try program.folder.write("controls: {restore-test-old: {weeks: 3}}", to: "wrong.yml")
    let result = try program("audit", Program.draft, "--policy", wrong)
    #expect(result.status == 65)
    #expect(
      result.errorText
        == "\(wrong):1:31: error: unknown key \"weeks\" in controls.restore-test-old; use one of: days "
        + "[policy-unknown-key]\n")
    #expect(try program("audit", "nothere.xml").status == 66)
  }

  @Test func controlsAreSwitchedOffVisibly() throws {
    let program = try Program()
    let policy = try program.folder.write(
      "controls: {schedule-missing: off, destination-missing: off}", to: "off.yml")
    let result = try program("audit", Program.draft, "--policy", policy, "--as-of", "2026-11-22")
    #expect(result.status == 0)
    #expect(result.outputText.contains("\n  destination-missing: off\n  schedule-missing: off\n"))
    #expect(result.outputText.hasSuffix("0 waived (0 %), 8 uncovered (100 %)\n"))
  }

  @Test(arguments: ["text", "json", "sarif", "junit", "github-summary"])
  func resultsHoldNoAbsolutePath(format: String) throws {
    let program = try Program()
    try program.folder.write("waivers: [{rule: rto-missing, reason: none}]", to: "mine/policy.yml")
    try program("entries", Program.fixture("dangling.xml"), "--file", "mine/entries.csv", "--quiet")
    func audit(_ folder: String) throws -> String {
      try program(
        "audit", Program.fixture("dangling.xml"), "--policy", "\(folder)policy.yml", "--entries",
        "\(folder)entries.csv", "--as-of", "2026-11-22", "--format", format
      ).outputText
    }
    let absolute = try audit(program.folder.path("mine/"))
    #expect(!absolute.contains(program.folder.path) && !absolute.contains(Fixture.repository.path))
    for file in ["policy.yml", "entries.csv", "dangling.xml"] { #expect(absolute.contains(file)) }
    // What the user named without its place on the machine stays as it is.
    #expect(try audit("mine/").contains("mine/entries.csv"))
  }
}
