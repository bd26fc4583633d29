import Foundation
import TestSupport
import Testing

/// What a person at a terminal is told, and nobody else.
@Suite struct TerminalTests {
  /// Runs a program with its messages on a terminal, which come as `standardError`.
  private static let terminal = """
    import os, pty, subprocess, sys
    ours, theirs = pty.openpty()
    process = subprocess.Popen(sys.argv[1:], stderr=theirs)
    os.close(theirs)
    while True:
      try:
        piece = os.read(ours, 65536)
      except OSError:
        break
      if not piece:
        break
      sys.stderr.buffer.write(piece.replace(b"\\r\\n", b"\\n"))
    sys.stderr.flush()
    sys.exit(process.wait())
    """

  private func onTerminal(
    _ program: Program, _ arguments: [String], changing: [String: String?] = [:]
  ) throws -> ProcessResult {
    try runProcess(
      "python3", ["-c", Self.terminal] + arguments,
      changing: ["NO_COLOR": "1", "TERM": "xterm"].merging(changing) { $1 }, workingDirectory: program.folder.path)
  }

  private func generate(_ program: Program, _ arguments: String...) throws -> String {
    let result = try onTerminal(program, [try builtProduct(named: "backup-worksheets"), "generate"] + arguments)
    #expect(result.status == 0)
    return result.errorText
  }

  @Test func theFirstRunSaysWhatItFoundAndWhatComesNext() throws {
    let program = try Program()
    let text = try generate(program, Program.draft)
    #expect(
      text.hasSuffix(
        """
        Found    fabrikam.com: 1 site, 2 pools, 7 components; 8 backup items, 12 restorations, 4 open questions
        Written  13 files in output; unchanged: 0
        Empty    48 of the 48 cells that people decide (schedule, destination, owner, …)
        Look at  output/worksheets.html
        Next     backup-worksheets init \(Program.draft) > policy.yml, and fill it in

        """))
  }

  /// Each step leads to the next one, in the same folder.
  @Test func theNextCommandFollowsWhatIsThere() throws {
    let program = try Program()
    try FileManager.default.copyItem(atPath: Program.draft, toPath: program.folder.path("our draft.tbxml"))
    func next(_ arguments: String...) throws -> String? {
      let result = try onTerminal(program, [try builtProduct(named: "backup-worksheets"), "generate"] + arguments)
      return result.errorText.split(separator: "\n").first { $0.hasPrefix("Next") }.map { String($0.dropFirst(9)) }
    }
    #expect(
      try next("our draft.tbxml") == "backup-worksheets init 'our draft.tbxml' > policy.yml, and fill it in")
    try program.folder.write("backup: {defaults: {schedule: Daily}}\n", to: "policy.yml")
    #expect(
      try next("our draft.tbxml", "--output", "o")
        == "backup-worksheets generate 'our draft.tbxml' --policy policy.yml --output o")
    #expect(
      try next("our draft.tbxml", "--policy", "policy.yml")
        == "backup-worksheets entries 'our draft.tbxml' --policy policy.yml --file entries.csv, and fill it in")
    try program("entries", "our draft.tbxml", "--file", "entries.csv")
    #expect(
      try next("our draft.tbxml", "--policy", "policy.yml")
        == "backup-worksheets generate 'our draft.tbxml' --policy policy.yml --entries entries.csv")
    #expect(
      try next("our draft.tbxml", "--policy", "policy.yml", "--entries", "entries.csv")
        == "fill in entries.csv, and run this command again")
    try program.folder.write(
      "backup:\n  location: \\\\b\\s\n  defaults: {schedule: d, retention: r, owner: o, rpo: 1h, rto: 1h}\n",
      to: "full.yml")
    #expect(
      try next("our draft.tbxml", "--policy", "full.yml")
        == "backup-worksheets audit 'our draft.tbxml' --policy full.yml")
    #expect(try next("our draft.tbxml", "--redact") == nil, "nobody fills in pseudonyms")
  }

  @Test func quietAndPipesStayAsTheyWere() throws {
    let program = try Program()
    #expect(try generate(program, Program.published, "--quiet") == "")
    let piped = try program("generate", Program.published)
    #expect(piped.errorText.split(separator: "\n").last?.hasPrefix("output: files written: 0, unchanged: 13; ") == true)
    #expect(!piped.errorText.contains("\u{1B}") && !piped.errorText.contains("Next"))
  }

  /// Input that comes late stands for long work.
  private func late(_ arguments: String, _ changes: [String: String?] = [:], toTerminal: Bool = true) throws -> String {
    let program = try Program()
    let tool = try builtProduct(named: "backup-worksheets")
    let script = "(sleep 4; cat '\(Program.draft)') | '\(tool)' \(arguments)"
    let result =
      toTerminal
      ? try onTerminal(program, ["sh", "-c", script], changing: changes)
      : try runProcess("sh", ["-c", script], workingDirectory: program.folder.path)
    #expect(result.status == 0)
    return result.errorText
  }

  @Test func longWorkSaysWhereItIsAndLeavesNothing() throws {
    for command in ["generate -", "plan - > plan.json", "validate - > summary"] {
      let text = try late(command)
      #expect(text.contains(/\rReading the topology … [1-9] s\u{1B}\[K/), "\(command)")
      // What stays: each line that is drawn is taken away before anything else is written.
      let left = text.replacing(/\r[^\r\n]*\u{1B}\[K/, with: "")
      #expect(!left.contains("Reading") && !left.contains("\r") && !left.contains("\u{1B}"), "\(command): \(left)")
      #expect(text.hasSuffix("\r\u{1B}[K") || text.hasSuffix("\n"), "\(command)")
    }
  }

  @Test func progressIsForTerminalsThatCanTakeItAway() throws {
    #expect(try !late("generate -", toTerminal: false).contains("Reading"))
    #expect(try !late("generate -", ["TERM": "dumb"]).contains("Reading"))
    #expect(try late("generate - --quiet") == "")
  }

  @Test func aFileInPlaceOfACommandAndANearlyRightNameAreUnderstood() throws {
    let program = try Program()
    try FileManager.default.copyItem(atPath: Program.draft, toPath: program.folder.path("draft.tbxml"))
    let file = try program("draft.tbxml")
    #expect(file.status == 64)
    #expect(
      file.errorText == "error: \"draft.tbxml\" is a file, and no command; did you mean "
        + "`backup-worksheets generate draft.tbxml`? [command-unknown]\n")
    for name in ["draft.tbxlm", "./drft.tbxml"] {
      let missing = try program("generate", name)
      #expect(missing.status == 66)
      #expect(
        missing.errorText.contains("; did you mean \(name.hasPrefix(".") ? "./" : "")draft.tbxml? [input-not-opened]"))
    }
  }
}
