import Foundation
import TestSupport
import Testing

/// The reports of `audit`: several at once, in files, against a baseline.
@Suite struct ReportTests {
  private let program: Program

  init() throws { program = try Program() }

  private func audit(_ arguments: String..., changing: [String: String?] = [:]) throws -> ProcessResult {
    try runProcess(
      builtProduct(named: "backup-worksheets"), ["audit", Program.draft, "--as-of", "2026-11-22"] + arguments,
      changing: changing, workingDirectory: program.folder.path)
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try program.folder.bytes(name), as: UTF8.self)
  }

  @Test func severalAtOnce() throws {
    let alone = try audit()
    let result = try audit(
      "--format", "sarif=audit.sarif", "--format", "junit=junit.xml", "--format", "text", "--format", "json=audit.json",
      "--format", "github-summary=summary.md", "--format", "github=annotations")
    #expect(result.status == 1)
    #expect(result.errorText == "")
    #expect(result.standardOutput == alone.standardOutput)
    #expect(try program.folder.bytes("audit.json") == audit("--format", "json").standardOutput)
    #expect(try program.folder.bytes("audit.sarif") == audit("--format", "sarif=-").standardOutput)
    #expect(try text("junit.xml").hasPrefix("<?xml"))
    #expect(try text("summary.md").hasPrefix("# Backup audit\n"))
    #expect(try text("annotations").hasPrefix("::error title=destination-missing::"))
    #expect(
      program.folder.names(".")
        == ["audit.sarif", "junit.xml", "audit.json", "summary.md", "annotations"])
  }

  @Test func whatIsThereIsReplacedOrKept() throws {
    try program.folder.write("before", to: "a.json")
    try program.folder.write("before", to: "real.json")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: program.folder.path("real.json"))
    try FileManager.default.createSymbolicLink(
      atPath: program.folder.path("link.json"), withDestinationPath: "real.json")
    // The second cannot be created: the first stays.
    for wrong in ["nothere/b.xml", "."] {
      let failed = try audit("--format", "json=a.json", "--format", "junit=\(wrong)")
      #expect(failed.status == 73)
      #expect(failed.outputText == "")
      #expect(failed.errorText.contains("\(wrong): error: cannot be created or replaced: "))
      #expect(try text("a.json") == "before")
    }
    // Nobody can be told: nothing is replaced.
    let tool = try builtProduct(named: "backup-worksheets")
    let full = try runProcess(
      "sh",
      ["-c", "'\(tool)' audit '\(Program.draft)' --format json=a.json --format text >/dev/full"],
      workingDirectory: program.folder.path)
    #expect(full.status == 74)
    #expect(try text("a.json") == "before")
    #expect(program.folder.names(".") == ["a.json", "real.json", "link.json"])
    // A link is followed, and permissions are kept.
    #expect(try audit("--format", "json=link.json", "--format", "baseline=a.json").status == 1)
    #expect(try text("real.json").hasPrefix("{\n  \"asOf\""))
    let attributes = try FileManager.default.attributesOfItem(atPath: program.folder.path("real.json"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: program.folder.path("link.json")) == "real.json")
    #expect(try text("a.json").contains("backup-worksheets/baseline/1"))
  }

  @Test func devicesAreNotReplaced() throws {
    let result = try audit("--format", "json=/dev/null")
    #expect(result.status == 73)
    #expect(result.errorText.contains("/dev/null: error: cannot be created or replaced: not an ordinary file"))
  }

  @Test func whatIsKnownDoesNotCount() throws {
    #expect(try audit("--format", "baseline=known.json").status == 1)
    let known = try audit("--baseline", "known.json", "--fail-on", "note", "--verbose")
    #expect(known.status == 0)
    #expect(known.outputText.contains("\nNo findings but the known and the waived.\n\nKnown from the baseline\n"))
    #expect(!known.errorText.contains("baseline-stale"))
    // A new finding counts, an entry for nothing is said and does not.
    let changed = try text("known.json").replacing("rto-missing", with: "rpo-missing")
    try program.folder.write(changed, to: "other.json")
    #expect(try audit("--baseline", "other.json").status == 0)
    let other = try audit("--baseline", "other.json", "--fail-on", "warning", "--format", "json")
    #expect(other.status == 1)
    #expect(other.outputText.contains("\"known\": false"))
    try program.folder.write(try text("known.json").replacing("rto-missing", with: "gone"), to: "stale.json")
    let stale = try audit("--baseline", "stale.json", "--verbose")
    #expect(stale.status == 0)
    #expect(stale.errorText.contains("stale.json: note: gone of userData:lyncpool.fabrikam.com is not found any more"))
    #expect(stale.outputText.contains("\nIn the baseline and not found any more; write it anew\n  gone: "))
    // Renewing it in place.
    #expect(try audit("--baseline", "stale.json", "--format", "baseline=stale.json").status == 0)
    #expect(try program.folder.bytes("stale.json") == program.folder.bytes("known.json"))
  }

  @Test func aBaselineHasToBeThereAndRight() throws {
    let missing = try audit("--baseline", "nothere.json")
    #expect(missing.status == 66)
    #expect(missing.errorText.hasPrefix("nothere.json: error: cannot be opened"))
    try program.folder.write("{\n\"schema\": x}", to: "b.json")
    let wrong = try audit("--baseline", "b.json")
    #expect(wrong.status == 65)
    #expect(wrong.outputText == "")
    #expect(wrong.errorText.hasPrefix("b.json:2: error: the baseline is no JSON; write it anew"))
    #expect(try audit("--baseline", "-", "--policy", "-").status == 64)
  }

  @Test func theSummaryOfAStepIsAppended() throws {
    try program.folder.write("before\n", to: "step.md")
    let step = ["GITHUB_STEP_SUMMARY": program.folder.path("step.md")]
    #expect(try audit("--format", "text", changing: step).status == 1)
    #expect(try text("step.md") == "before\n")
    #expect(try audit("--format", "github", changing: step).status == 1)
    let summary = try text("step.md")
    #expect(summary.hasPrefix("before\n# Backup audit\n"))
    // Whoever asks for it elsewhere does not want it twice.
    #expect(try audit("--format", "github", "--format", "github-summary=s.md", changing: step).status == 1)
    #expect(try text("step.md") == summary)
    #expect(try "before\n" + text("s.md") == summary)
    let nowhere = try audit("--format", "github", changing: ["GITHUB_STEP_SUMMARY": "nothere/step.md"])
    #expect(nowhere.status == 73)
  }
}
