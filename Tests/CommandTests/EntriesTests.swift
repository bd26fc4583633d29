import Foundation
import TestSupport
import Testing

/// `entries`, and `--entries` of the commands that plan.
@Suite struct EntriesTests {
  private static let register = Fixture.repository.appending(path: "Tests/Fixtures/Registers/filled.csv").path

  private func program(filled: Bool) throws -> Program {
    let program = try Program()
    if filled { try FileManager.default.copyItem(atPath: Self.register, toPath: program.folder.path("entries.csv")) }
    return program
  }

  private func lastLine(_ result: ProcessResult) -> String {
    result.errorText.split(separator: "\n").last.map(String.init) ?? ""
  }

  @Test func aRegisterIsCreatedAndThenLeftAlone() throws {
    let program = try program(filled: false)
    let first = try program("entries", Program.published, "--file", "entries.csv")
    #expect(first.status == 0 && first.outputText == "")
    #expect(
      lastLine(first) == "entries.csv: written; rows added: 24, kept: 0, retired: 0, revived: 0, retired before: 0")
    #expect(program.folder.names(".") == ["entries.csv"])
    let bytes = try program.folder.bytes("entries.csv")
    #expect(!bytes.starts(with: [0xEF]))
    let second = try program("entries", Program.published, "--file", "entries.csv")
    #expect(
      lastLine(second) == "entries.csv: unchanged; rows added: 0, kept: 24, retired: 0, revived: 0, retired before: 0")
    #expect(try program.folder.bytes("entries.csv") == bytes)
  }

  /// Another deployment and back: every byte that people wrote is there again.
  @Test func nothingIsLostWhenTheTopologyChanges() throws {
    let program = try program(filled: true)
    let gone = try program("entries", Program.draft, "--file", "entries.csv", "--verbose")
    #expect(
      lastLine(gone) == "entries.csv: written; rows added: 6, kept: 2, retired: 22, revived: 0, retired before: 0")
    #expect(gone.errorText.split(separator: "\n").filter { $0.hasSuffix("[register-retired]") }.count == 22)
    let back = try program("entries", Program.published, "--file", "entries.csv", "--policy", Program.publishedPolicy)
    #expect(
      lastLine(back) == "entries.csv: written; rows added: 0, kept: 2, retired: 6, revived: 22, retired before: 0")
    let filled = try Array(Data(contentsOf: URL(filePath: Self.register)))
    #expect(try program.folder.bytes("entries.csv").starts(with: filled))
  }

  @Test func worksheetsShowWhatIsInTheRegister() throws {
    let program = try program(filled: true)
    let result = try program("generate", Program.published, "--entries", "entries.csv")
    #expect(result.status == 0)
    let csv = String(decoding: try program.folder.bytes("output/database-worksheet.csv"), as: UTF8.self)
    #expect(csv.contains("2026-11-02,2026-10-02T02:30,"))
    #expect(csv.contains("Müller; Zoë \"\"Ops\"\""))
    let plan = try program("plan", Program.published, "--entries", "entries.csv", "--quiet")
    #expect(plan.standardOutput == (try program.folder.bytes("output/plan.json")))
    let piped = try program(
      "plan", Program.published, "--entries", "-", "--quiet", input: program.folder.bytes("entries.csv"))
    #expect(piped.standardOutput == plan.standardOutput)
  }

  @Test func whatDoesNotMatchIsSaidAndNotPartOfThePlan() throws {
    let program = try program(filled: true)
    let result = try program("plan", Program.draft, "--entries", "entries.csv", "--verbose")
    #expect(result.status == 0)
    let lines = result.errorText.split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("entries.csv: warning: the register has no row for ") }.count == 6)
    #expect(lines.filter { $0.hasSuffix("[register-retired]") }.count == 22)
    #expect(
      lines.contains {
        $0.hasPrefix("entries.csv:2: note: announcementAudio:pool-lyo.adatum.com is no longer in the plan")
      })
    #expect(!result.outputText.contains("register-r"))
  }

  private static let failures: [([String], Int32)] = [
    (["plan", Program.draft, "--entries", "none.csv"], 66), (["generate", Program.draft, "--entries", "."], 66),
    (["entries", Program.draft, "--file", "."], 66), (["entries", Program.draft, "--file", "none/entries.csv"], 73),
    (["entries", Program.draft, "--file", "nowhere.csv"], 73), (["entries", Program.draft, "--file", "bad.csv"], 65),
    (["plan", Program.draft, "--entries", "bad.csv"], 65), (["entries", Program.draft, "--file", "-"], 64),
    (["entries", Program.draft], 64), (["plan", "-", "--entries", "-"], 64),
    (["entries", "none.xml", "--file", "bad.csv"], 66), (["entries", Program.draft, "--file", "/dev/null"], 66),
  ]

  @Test(arguments: failures)
  func exitCodes(arguments: [String], status: Int32) throws {
    let program = try Program()
    try program.folder.write("item_id\nx\n", to: "bad.csv")
    try FileManager.default.createSymbolicLink(
      atPath: program.folder.path("nowhere.csv"), withDestinationPath: "gone/x")
    let before = try program.folder.contents()
    let result = try runProcess(
      builtProduct(named: "backup-worksheets"), arguments, workingDirectory: program.folder.path)
    #expect(result.status == status, "\(result.errorText)")
    #expect(result.outputText == "" && result.errorText != "")
    #expect(try program.folder.contents() == before)
  }

  @Test func permissionsStayAndLinksAreFollowed() throws {
    let program = try Program()
    try program.folder.write("item_id;owner\r\n", to: "real/register.csv")
    try FileManager.default.createSymbolicLink(
      atPath: program.folder.path("entries.csv"), withDestinationPath: "real/register.csv")
    let target = program.folder.path("real/register.csv")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: target)
    #expect(try program("entries", Program.draft, "--file", "entries.csv", "--quiet").status == 0)
    let link = try FileManager.default.destinationOfSymbolicLink(atPath: program.folder.path("entries.csv"))
    #expect(link == "real/register.csv")
    #expect(try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions] as? Int == 0o640)
    #expect(program.folder.names("real") == ["register.csv"])
    #expect(try program.folder.bytes("real/register.csv").starts(with: Array("item_id;state;worksheet;".utf8)))
  }

  /// Somebody else saves all the time while the topology goes back and forth. What they saved last is always there.
  @Test(.timeLimit(.minutes(2))) func aConcurrentEditIsNeverLost() throws {
    let program = try program(filled: true)
    let script = """
      import csv, os, subprocess, sys, threading
      tool, draft, published, atomic = sys.argv[1:5]
      statuses, done = [], threading.Event()
      def update():
          for turn in range(40):
              topology = draft if turn % 2 else published
              statuses.append(subprocess.run([tool, "entries", topology, "--file", "entries.csv", "--quiet"],
                  stderr=subprocess.DEVNULL).returncode)
          done.set()
      def read():
          with open("entries.csv", encoding="utf-8", newline="") as file:
              return list(csv.reader(file, strict=True))
      def cell(rows):
          return next(row for row in rows[1:] if row[0] == "topologyConfiguration:deployment")
      last, lost, edits = None, 0, 0
      thread = threading.Thread(target=update)
      thread.start()
      while not done.is_set():
          rows = read()
          if last is not None and cell(rows)[9] != last: lost += 1
          edits += 1
          last = cell(rows)[9] = f"edit {edits}"
          with open("edit.tmp", "w", encoding="utf-8", newline="") as file:
              csv.writer(file).writerows(rows)
          os.rename("edit.tmp", "entries.csv")
          done.wait(float(atomic))
      thread.join()
      if cell(read())[9] != last: lost += 1
      print(lost, sorted(set(statuses) - {0, 74}), edits > 0)
      """
    for pause in ["0", "0.005"] {
      let result = try runProcess(
        "python3",
        ["-c", script, builtProduct(named: "backup-worksheets"), Program.draft, Program.published, pause],
        workingDirectory: program.folder.path)
      #expect(result.outputText == "0 [] True\n", "\(result.errorText)")
    }
    #expect(program.folder.names(".") == ["entries.csv"])
  }
}
