import Foundation
import Glibc
import TestSupport
import Testing

/// What goes wrong while writing: all files are replaced or none.
@Suite struct OutputFolderTests {
  /// A program whose output folder holds an earlier run.
  private func programWithOutput() throws -> (program: Program, before: [String: [UInt8]]) {
    let program = try Program()
    try program("generate", Program.draft)
    return (program, try program.folder.contents("output"))
  }

  @Test func aFolderInTheWayOfAFileStopsAll() throws {
    let (program, before) = try programWithOutput()
    try FileManager.default.removeItem(atPath: program.folder.path("output/index.md"))
    try FileManager.default.createDirectory(
      atPath: program.folder.path("output/index.md"), withIntermediateDirectories: true)
    let result = try program("generate", Program.published, "--quiet")
    #expect(result.status == 73)
    #expect(
      result.errorText
        == "output/index.md: error: cannot be created: a folder has this name; "
        + "rename it, or choose another folder with --output [output-not-created]\n")
    var expected = before
    expected["index.md"] = []
    #expect(try program.folder.contents("output") == expected)
  }

  @Test func anOutputPathThatIsAFileIsRefused() throws {
    let program = try Program()
    try program.folder.write("mine", to: "taken")
    for path in ["taken", "taken/below"] {
      let result = try program("generate", Program.draft, "--quiet", "--output", path)
      #expect(result.status == 73)
      #expect(
        result.errorText
          == "\(path): error: cannot be created: Not a directory; "
          + "choose another folder with --output, or mend its permissions [output-not-created]\n")
    }
    #expect(try program.folder.contents() == ["taken": Array("mine".utf8)])
  }

  @Test func aFolderThatCannotBeMadeIsSaid() throws {
    let program = try Program()
    let result = try program("generate", Program.draft, "--quiet", "--output", "/proc/worksheets")
    #expect(result.status == 73)
    #expect(
      result.errorText
        == "/proc/worksheets: error: cannot be created: No such file or directory; "
        + "choose another folder with --output, or mend its permissions [output-not-created]\n")
  }

  /// Root may write anywhere: somebody else is asked to.
  @Test(.enabled(if: Stranger.isAvailable, "needs root and setpriv"))
  func aReadOnlyFolderStaysAsItIs() throws {
    let (program, before) = try programWithOutput()
    let result = try Stranger.generate(Program.published, in: program)
    #expect(result.status == 73)
    #expect(
      result.errorText
        == "output/index.md: error: cannot be created: Permission denied; "
        + "choose another folder with --output, or mend its permissions [output-not-created]\n")
    #expect(try program.folder.contents("output") == before)
  }

  /// In a sticky folder anyone may make files, and nobody replace another's: the renames before it are undone.
  @Test(.enabled(if: Stranger.isAvailable, "needs root and setpriv"))
  func aFileThatCannotBeReplacedPutsTheOthersBack() throws {
    let (program, _) = try programWithOutput()
    let output = program.folder.path("output")
    try FileManager.default.removeItem(atPath: "\(output)/database-worksheet.md")
    #expect(unsafe chmod(output, 0o1777) == 0)
    for name in Program.files.subtracting(["plan.json"]) {
      _ = unsafe chown("\(output)/\(name)", Stranger.id, Stranger.id)
    }
    let before = try program.folder.contents("output")
    let result = try Stranger.generate(Program.published, in: program)
    #expect(result.status == 74)
    #expect(
      result.errorText
        == "output/plan.json: error: writing failed: Operation not permitted; "
        + "make room or mend the disk, then run again [output-failed]\n")
    #expect(try program.folder.contents("output") == before)
  }

  /// The disk is full: every file is as it was.
  @Test(.enabled(if: SmallDisk.isAvailable, "needs root and mount namespaces"))
  func aFullDiskLeavesTheOldFiles() throws {
    let program = try Program()
    let result = try SmallDisk.run(
      """
      tool="$1" draft="$2" published="$3"
      mkdir disk && mount -t tmpfs -o size=128k none disk
      "$tool" generate "$draft" --quiet --format csv,json --output disk/output || exit 99
      cp -r disk/output before
      status=0
      "$tool" generate "$published" --quiet --output disk/output || status=$?
      diff -r before disk/output && test -z "$(ls -A disk/output | grep tmp)" || exit 98
      exit $status
      """, program)
    #expect(result.status == 74)
    #expect(result.errorText.contains("writing failed: No space left on device; make room or mend the disk"))
  }

  /// Somebody reads the folder's pipe: no file of ours, and nothing to wait for.
  @Test func aPipeInTheFolderIsReplaced() throws {
    let program = try Program()
    try FileManager.default.createDirectory(
      atPath: program.folder.path("output"), withIntermediateDirectories: true)
    #expect(unsafe mkfifo(program.folder.path("output/index.md"), 0o644) == 0)
    #expect(try program("generate", Program.draft, "--format", "markdown").status == 0)
    #expect(try program.folder.bytes("output/index.md").starts(with: Array("# Overview".utf8)))
  }

  /// Two runs at once take turns: the result is that of one of them.
  @Test func runsAtTheSameTimeDoNotMix() async throws {
    let program = try Program()
    try program("generate", Program.draft, "--output", "draft")
    try program("generate", Program.published, "--output", "published")
    for _ in 0..<4 {
      async let first = Task { try program("generate", Program.draft).status }.value
      async let second = Task { try program("generate", Program.published).status }.value
      #expect(try await (first, second) == (0, 0))
      let found = try program.folder.contents("output")
      let complete = try [program.folder.contents("draft"), program.folder.contents("published")]
      #expect(complete.contains(found))
    }
  }
}

/// Somebody who is not root.
enum Stranger {
  static let id: uid_t = 65534

  static let isAvailable =
    getuid() == 0 && (try? runProcess("setpriv", ["--reuid=\(id)", "--clear-groups", "true"]).status) == 0

  /// The program is copied: a stranger may not look into the build folder.
  static func generate(_ topology: String, in program: Program) throws -> ProcessResult {
    try run("generate", topology, in: program)
  }

  static func run(
    _ command: String, _ topology: String, in program: Program, _ options: String...
  ) throws -> ProcessResult {
    let tool = program.folder.path("backup-worksheets")
    try FileManager.default.copyItem(atPath: builtProduct(named: "backup-worksheets"), toPath: tool)
    try FileManager.default.copyItem(atPath: topology, toPath: program.folder.path("topology.xml"))
    return try runProcess(
      "setpriv",
      ["--reuid=\(id)", "--regid=\(id)", "--clear-groups", tool, command, "topology.xml", "--quiet"] + options,
      workingDirectory: program.folder.path)
  }
}

/// A disk with little room, seen by one command only.
enum SmallDisk {
  static let isAvailable =
    getuid() == 0
    && (try? runProcess("unshare", ["-m", "mount", "-t", "tmpfs", "-o", "size=64k", "none", "/mnt"]).status) == 0

  static func run(_ script: String, _ program: Program) throws -> ProcessResult {
    let tool = try builtProduct(named: "backup-worksheets")
    return try runProcess(
      "unshare", ["-m", "sh", "-c", script, "sh", tool, Program.draft, Program.published],
      workingDirectory: program.folder.path)
  }
}
