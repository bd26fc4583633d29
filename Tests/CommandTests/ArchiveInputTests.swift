import Foundation
import TestSupport
import Testing

/// Zip archives as input of the commands. They are ours: no real export was available.
@Suite struct ArchiveInputTests {
  typealias Entry = ZipBuilder.Entry

  private static func text(_ path: String) throws -> [UInt8] { try Array(Data(contentsOf: URL(filePath: path))) }

  private static func archive(_ path: String = Program.published, as name: String = "DocItemSet.xml") throws -> [UInt8]
  {
    try ZipBuilder(Entry("[Content_Types].xml", "<Types/>"), Entry(name, text(path))).bytes
  }

  /// The same worksheets, byte for byte, from a file and from standard input, and nothing else on the disk.
  @Test func generateReadsAnArchive() throws {
    let program = try Program()
    try program("generate", Program.published, "--quiet", "--output", "plain")
    try program.folder.write(Self.archive(as: "../../x/DocItemSet.xml"), to: "in/export.zip")
    let plain = try program.folder.contents("plain")
    let before = program.folder.names("..")
    for (number, arguments) in [["in/export.zip"], ["-"]].enumerated() {
      let result = try runProcess(
        builtProduct(named: "backup-worksheets"),
        ["generate"] + arguments + ["--quiet", "--output", "zipped-\(number)"],
        input: try Self.archive(), workingDirectory: program.folder.path)
      #expect(result.status == 0, "\(result.errorText)")
      #expect(try program.folder.contents("zipped-\(number)") == plain)
    }
    #expect(program.folder.names(".") == ["in", "plain", "zipped-0", "zipped-1"])
    #expect(program.folder.names("in") == ["export.zip"])
    #expect(program.folder.names("..").subtracting(before).allSatisfy { !["x", "DocItemSet.xml"].contains($0) })
  }

  /// Every command that reads a topology.
  @Test func otherCommandsReadAnArchive() throws {
    let program = try Program()
    let bytes = try Self.archive()
    try program.folder.write(bytes, to: "export.zip")
    #expect(
      try program("validate", "export.zip").outputText.hasPrefix(
        "File                              export.zip/DocItemSet.xml\n"))
    #expect(try program("validate", "-", input: bytes).outputText.contains("  <stdin>/DocItemSet.xml\n"))
    #expect(try program("plan", "export.zip").standardOutput == program("plan", Program.published).standardOutput)
    #expect(try program("init", "export.zip").standardOutput == program("init", Program.published).standardOutput)
    #expect(try program("entries", "export.zip", "--file", "entries.csv").status == 0)
    #expect(
      try program("diff", Program.published, "-", "--format", "json", input: bytes).outputText.contains(
        "\"backupItems\": []"))
    try program.folder.write(Self.archive(Program.draft, as: "draft.tbxml"), to: "draft.zip")
    #expect(try program("plan", "draft.zip").standardOutput == program("plan", Program.draft).standardOutput)
  }

  /// A line is one of the entry, in every report: of an archive it would mean nothing.
  @Test func linesAreThoseOfTheEntry() throws {
    let program = try Program()
    let path = try program.folder.write(Self.archive(Program.fixture("dangling.xml")), to: "export.zip")
    let relative = try program("validate", "export.zip")
    #expect(
      relative.errorText.hasPrefix("export.zip/DocItemSet.xml:18:5: warning: lost.fabrikam.com belongs to site 7"))
    for (name, shown) in [("export.zip", "export.zip/DocItemSet.xml"), (path, "export.zip/DocItemSet.xml")] {
      let json = try program("audit", name, "--format", "json", "--as-of", "2026-11-22").outputText
      #expect(json.contains("\"file\": \"\(shown)\""), "\(name)")
      #expect(!json.contains(program.folder.path))
    }
  }

  /// The exit code is 65, one line says what is wrong, and what an earlier run wrote stays.
  @Test func unusableArchives() throws {
    let program = try Program()
    try program("generate", Program.draft, "--quiet")
    let topology = Entry("DocItemSet.xml", try Self.text(Program.published))
    let good = ZipBuilder(topology).bytes
    let cases: [(bytes: [UInt8], id: String)] = [
      (ZipBuilder([]).bytes, "zip-without-topology"),
      (ZipBuilder(Entry("a.txt", "a")).bytes, "zip-without-topology"),
      (ZipBuilder(topology.with { $0.flags = 1 }).bytes, "zip-encrypted"),
      (ZipBuilder(topology.with { $0.method = 14 }).bytes, "zip-unsupported"),
      (ZipBuilder(topology.with { $0.checksum = 1 }).bytes, "zip-damaged"),
      (ZipBuilder(topology.with { $0.listings = 2 }).bytes, "zip-damaged"),
      (ZipBuilder(topology, topology).bytes, "topology-ambiguous"),
      (ZipBuilder(Entry("DocItemSet.xml", good)).bytes, "topology-zip"),
      (Array("MZ".utf8) + good, "zip-damaged"), (good + [0], "zip-damaged"),
      (Array(good.prefix(good.count / 2)), "zip-truncated"), ([0x50, 0x4B, 7, 8] + good, "zip-unsupported"),
      (ZipBuilder(Entry("DocItemSet.xml", [UInt8](repeating: 32, count: 20 << 20))).bytes, "limit-exceeded"),
    ]
    let before = try program.folder.contents()
    for (bytes, id) in cases {
      try program.folder.write(bytes, to: "export.zip")
      let result = try program("generate", "export.zip")
      #expect(result.status == 65, "\(id)")
      #expect(result.outputText == "")
      #expect(
        result.errorText.hasPrefix("export.zip") && result.errorText.hasSuffix(" [\(id)]\n"), "\(result.errorText)")
      #expect(result.errorText.split(separator: "\n").count == 1)
      try FileManager.default.removeItem(atPath: program.folder.path("export.zip"))
      #expect(try program.folder.contents() == before)
    }
  }

  @Test func optionsRaiseTheLimits() throws {
    let program = try Program()
    let padded = try Self.text(Program.published) + [UInt8](repeating: 32, count: 20 << 20)
    try program.folder.write(ZipBuilder(Entry("DocItemSet.xml", padded)).bytes, to: "ratio.zip")
    try program.folder.write(
      ZipBuilder((0..<1001).map { Entry("\($0)", "") } + [Entry("DocItemSet.xml", padded.dropLast(20 << 20))]).bytes,
      to: "entries.zip")
    for (file, option, value) in [
      ("ratio.zip", "--max-zip-ratio", "1100"), ("entries.zip", "--max-zip-entries", "1002"),
    ] {
      #expect(try program("validate", file).errorText.contains("raise the limit with \(option) if"))
      #expect(try program("validate", file, option, value).status == 0)
    }
    let small = try program("validate", "ratio.zip", "--max-zip-ratio", "1100", "--max-input-bytes", "9000000")
    #expect(small.errorText.contains("raise the limit with --max-input-bytes if"))
    #expect(try program("validate", "ratio.zip", "--max-zip-ratio", "0").status == 64)
  }

  /// Some lengths of a file and of an archive, through the command: no folder appears.
  @Test func prefixesLeaveNoFolder() throws {
    let program = try Program()
    let archive = try Self.archive(Program.fixture("no-cms.xml"))
    for bytes in [try Self.text(Program.fixture("no-cms.xml")), archive] {
      for part in 0..<8 {
        let result = try program("generate", "-", input: Array(bytes.prefix(part * bytes.count / 8)))
        #expect(result.status == 65)
        #expect(result.outputText == "")
        #expect(result.errorText.hasPrefix("<stdin>"))
      }
    }
    #expect(program.folder.names(".") == [])
  }
}
