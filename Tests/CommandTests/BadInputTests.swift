import Foundation
import TestSupport
import Testing

/// Inputs that cannot be used: the exact message, the exit code, and that nothing was written.
@Suite struct BadInputTests {
  private static let export = "export the topology with `(Get-CsTopology -AsXml).ToString() > topology.xml`"

  /// Runs `generate` where an earlier run has written, and expects `message` to be all that is said and done.
  private func expect(
    _ status: Int32, _ message: String, for arguments: [String], files: [String: [UInt8]] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let program = try Program()
    try program("generate", Program.draft, "--quiet")
    for (name, bytes) in files { try program.folder.write(bytes, to: name) }
    let before = try program.folder.contents()
    let result = try runProcess(
      builtProduct(named: "backup-worksheets"), ["generate"] + arguments, workingDirectory: program.folder.path)
    #expect(result.status == status, sourceLocation: sourceLocation)
    #expect(result.errorText == message + "\n", sourceLocation: sourceLocation)
    #expect(result.outputText == "", sourceLocation: sourceLocation)
    #expect(try program.folder.contents() == before, sourceLocation: sourceLocation)
  }

  private func expectUnusable(
    _ bytes: [UInt8], as name: String = "topology.xml", _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try expect(65, message, for: [name], files: [name: bytes], sourceLocation: sourceLocation)
  }

  private func published() throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: Program.published)), as: UTF8.self)
  }

  // MARK: Topologies

  @Test func missingFile() throws {
    try expect(
      66,
      "nowhere.xml: error: cannot be opened: No such file or directory; check the path and your permissions "
        + "[input-not-opened]", for: ["nowhere.xml"])
  }

  @Test func folder() throws {
    try expect(
      66, "output: error: cannot be opened: Is a directory; name a file, not a folder [input-not-opened]",
      for: ["output"])
  }

  @Test func emptyFile() throws {
    try expectUnusable(
      [],
      "topology.xml: error: the file is empty; \(Self.export), or save it in Topology Builder [topology-empty]")
  }

  @Test func truncatedXML() throws {
    let lines = try published().split(separator: "\n", omittingEmptySubsequences: false).prefix(100)
    try expectUnusable(
      Array(lines.joined(separator: "\n").utf8.dropLast(3)),
      "topology.xml:100:\(lines[99].utf8.count - 2): error: the file ends before the topology does; "
        + "copy or export the file again [topology-truncated]")
  }

  @Test func xmlOfAnotherKind() throws {
    try expectUnusable(
      Array("<?xml version=\"1.0\"?>\n<configuration><a/></configuration>\n".utf8),
      "topology.xml:2:1: error: the root element configuration is not that of a topology; \(Self.export), "
        + "or save it in Topology Builder [topology-other-xml]")
  }

  @Test func propertyList() throws {
    try expectUnusable(
      Array("Identity : 1\r\nSites    : {Contoso}\r\nServices : {a, b}\r\n".utf8),
      "topology.xml:1:1: error: the file is a property list, as PowerShell prints an object; "
        + "export with `(Get-CsTopology -AsXml).ToString() > topology.xml`, all of it [topology-property-list]")
  }

  @Test func clixml() throws {
    try expectUnusable(
      Array("<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\"></Objs>".utf8),
      "topology.xml:1:1: error: the file is CLIXML, as Export-Clixml writes it; "
        + "export with `(Get-CsTopology -AsXml).ToString() > topology.xml`, without Export-Clixml [topology-clixml]")
  }

  @Test func undeclaredCodePage() throws {
    let text = try published()
    let site = try #require(text.range(of: "Lyon"))
    let line = text[..<site.lowerBound].count { $0 == "\n" } + 1
    let column = text[..<site.lowerBound].reversed().prefix { $0 != "\n" }.count + 3
    let bytes = Array(text[..<site.lowerBound].utf8) + [0x4C, 0x79, 0xF3, 0x6E] + text[site.upperBound...].utf8
    try expectUnusable(
      bytes,
      "topology.xml:\(line):\(column): error: byte 0xF3 is not UTF-8; the file seems to be in a Windows code page; "
        + "save the file as UTF-8 or UTF-16 [encoding-undeclared]")
  }

  @Test func doctype() throws {
    try expectUnusable(
      Array("<!DOCTYPE Topology [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n".utf8) + published().utf8,
      "topology.xml:1:20: error: a DOCTYPE is refused: a topology has none, and one can define entities; "
        + "remove the DOCTYPE if you trust the file [doctype-refused]")
  }

  @Test func zip() throws {
    try expectUnusable(
      [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 10), as: "config.zip",
      "config.zip: error: the archive ends before its directory does; copy or export the archive again "
        + "[zip-truncated]")
  }

  @Test func noServices() throws {
    let topology = "<Topology xmlns=\"urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008\"><Services/></Topology>"
    try expectUnusable(
      Array(topology.utf8),
      "topology.xml:1:1: error: the topology has no services: there is nothing to back up; \(Self.export), "
        + "or save it in Topology Builder [topology-without-services]")
  }

  /// A limit is named with the option that raises it, and the option does.
  @Test func nestedTooDeep() throws {
    let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    let bytes = Array(try published().replacingOccurrences(of: "</Services>", with: "\(deep)</Services>").utf8)
    let program = try Program()
    try program.folder.write(bytes, to: "deep.xml")
    let result = try program("validate", "deep.xml")
    #expect(result.status == 65)
    #expect(result.outputText == "")
    #expect(
      result.errorText.hasSuffix(
        "error: elements are nested deeper than the limit of 256; raise the limit with --max-depth if you trust the "
          + "file [limit-exceeded]\n"))
    #expect(try program("validate", "deep.xml", "--max-depth", "400").status == 0)
    let small = try program("validate", Program.published, "--max-input-bytes", "1000")
    #expect(small.status == 65)
    #expect(small.errorText.contains("limit of 1000 bytes; raise the limit with --max-input-bytes"))
  }

  @Test func badStandardInputIsNamed() throws {
    let result = try Program()("plan", "-", input: Array("{}".utf8))
    #expect(result.status == 65)
    #expect(
      result.errorText
        == "<stdin>:1:1: error: the file is not XML: it does not begin with `<`; \(Self.export), "
        + "or save it in Topology Builder [topology-not-xml]\n")
  }

  // MARK: Oddities that are no reason to stop

  @Test func danglingReferences() throws {
    let program = try Program()
    let path = Program.fixture("dangling.xml")
    let result = try program("generate", path)
    #expect(result.status == 0)
    let lines = result.errorText.split(separator: "\n").map(String.init)
    #expect(lines.count == 7)
    #expect(
      lines.first
        == "\(path):18:5: warning: lost.fabrikam.com belongs to site 7, which is not in the file; "
        + "publish the topology in Topology Builder and export it again [reference-dangling]")
    #expect(lines.dropLast().allSatisfy { $0.contains(": warning: ") && $0.hasSuffix(" [reference-dangling]") })
    #expect(program.folder.names("output") == Program.files)
  }

  @Test func duplicateIds() throws {
    let program = try Program()
    let path = Program.fixture("duplicates.xml")
    let result = try program("generate", path)
    #expect(result.status == 0)
    let lines = result.errorText.split(separator: "\n").map(String.init)
    #expect(lines.count == 8)
    #expect(
      lines.first
        == "\(path):10:5: warning: site id 1 is already that of the site on line 6; "
        + "check both in Topology Builder; they are planned as one [duplicate-object]")
    #expect(lines.dropLast().allSatisfy { $0.contains(": warning: ") && $0.hasSuffix(" [duplicate-object]") })
    #expect(program.folder.names("output") == Program.files)
  }

  // MARK: Policies

  @Test func policyWithATypo() throws {
    try expect(
      65,
      "p.yml:3:5: error: unknown key \"schedul\" in backup.defaults; did you mean \"schedule\"? "
        + "[policy-unknown-key]", for: [Program.published, "--policy", "p.yml"],
      files: ["p.yml": Array("backup:\n  defaults:\n    schedul: daily\n".utf8)])
  }

  @Test func policyWithSeveralMistakes() throws {
    let policy = "schema: policy/2\nanswers: {archivingInExchange: perhaps}\nbackup: {data: {archive: {owner: me}}}\n"
    try expect(
      65,
      """
      p.yml:1:9: error: schema "policy/2" is not the one this version reads; write schema: \
      backup-worksheets/policy/1 [policy-wrong-schema]
      p.yml:2:32: error: answers.archivingInExchange is "perhaps", not true or false; write true or false \
      [policy-wrong-value]
      p.yml:3:17: error: unknown key "archive" in backup.data; did you mean "archiving"? [policy-unknown-key]
      """, for: [Program.published, "--policy", "p.yml"], files: ["p.yml": Array(policy.utf8)])
  }

  @Test func policyThatIsNotYAML() throws {
    try expect(
      65,
      "p.yml:2:1: error: not YAML: did not find expected node content; mend the YAML; values with : # or *, and "
        + "paths, go into single quotes [policy-not-yaml]", for: [Program.published, "--policy", "p.yml"],
      files: ["p.yml": Array("answers: [\n".utf8)])
  }

  @Test func policyMissing() throws {
    try expect(
      66,
      "p.yml: error: cannot be opened: No such file or directory; check the path and your permissions "
        + "[input-not-opened]", for: [Program.published, "--policy", "p.yml"])
  }

  @Test func policyNotUTF8() throws {
    try expect(
      65, "p.yml: error: the policy is not UTF-8; save it as UTF-8 [policy-not-utf8]",
      for: [Program.published, "--policy", "p.yml"], files: ["p.yml": Array("organization: Caf".utf8) + [0xE9, 0x0A]])
  }

  @Test func policyWithAPoolThatDoesNotExist() throws {
    try expect(
      65,
      "p.yml:1:32: error: centralManagementStore.pool \"pool.example.com\" is no Front End pool of the topology; "
        + "name the FQDN of a pool with UserServices [policy-unknown-pool]",
      for: [Program.draft, "--policy", "p.yml"],
      files: ["p.yml": Array("centralManagementStore: {pool: pool.example.com}\n".utf8)])
  }

  // MARK: Templates

  @Test func templatesMissing() throws {
    try expect(
      66,
      "mine: error: there is no such folder of templates; check the path given with --templates "
        + "[templates-not-found]", for: [Program.published, "--quiet", "--templates", "mine"])
  }

  @Test func templatesWithoutAnyKnownOne() throws {
    try expect(
      66,
      "mine: error: the folder has none of the templates; put at least one of these there: "
        + "html/filter.mustache, html/navigation.mustache, html/page.mustache, html/script.js, html/style.css, "
        + "html/worksheet.mustache, markdown/document.mustache, or a language in locales [templates-not-found]",
      for: [Program.published, "--quiet", "--templates", "mine"], files: ["mine/page.html": []])
  }
}
