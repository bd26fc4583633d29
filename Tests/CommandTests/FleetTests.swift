import DeploymentGenerator
import Foundation
import TestSupport
import Testing

/// `generate` of many deployments.
@Suite struct FleetTests {
  private static let several = ["c", "a", "b"]

  /// Three customers and a manifest that finds them.
  private func fleet(
    _ more: String = "", defaults: String = "", customers: [String] = several
  ) throws -> Program {
    let program = try Program()
    for (seed, name) in customers.enumerated() {
      let made = GeneratedDeployment(seed: UInt64(seed), awkward: false)
      try program.folder.write(made.xml(.published), to: "customers/\(name)/topology.xml")
    }
    try program.folder.write(
      """
      schema: backup-worksheets/fleet/1
      defaults: {format: [markdown, json]\(defaults)}
      deployments:
        - {topologies: "customers/*/topology.xml"}
      \(more)
      """, to: "fleet.yml")
    return program
  }

  private func lines(_ result: ProcessResult) -> [String] { result.errorText.split(separator: "\n").map(String.init) }

  // MARK: Command line

  @Test func severalTopologiesGetAFolderEachAndTheSameBytesAsAlone() throws {
    let program = try Program()
    let all = try program("generate", Program.draft, Program.published, "--output", "all")
    #expect(all.status == 0, "\(all.errorText)")
    #expect(program.folder.names("all") == ["draft", "published", "index.html", "index.md", ".backup-worksheets"])
    for (name, path) in [("draft", Program.draft), ("published", Program.published)] {
      #expect(try program("generate", path, "--output", "alone-\(name)", "--quiet").status == 0)
      #expect(try program.folder.contents("all/\(name)") == program.folder.contents("alone-\(name)"))
      #expect(program.folder.names("all/\(name)") == Program.files)
    }
  }

  @Test func oneTopologyWorksAsEver() throws {
    let program = try Program()
    #expect(try program("generate", Program.draft, "--quiet").status == 0)
    #expect(program.folder.names("output") == Program.files)
  }

  // MARK: Manifest

  @Test func aManifestGivesFoldersRecordsAndAnIndex() throws {
    let program = try fleet(defaults: ", language: fr")
    let result = try program("generate", "--fleet", "fleet.yml")
    #expect(result.status == 0, "\(result.errorText)")
    #expect(program.folder.names("worksheets") == ["a", "b", "c", "index.html", "index.md", ".backup-worksheets"])
    #expect(program.folder.names("worksheets/.backup-worksheets") == ["a.json", "b.json", "c.json"])
    #expect(try String(decoding: program.folder.bytes("worksheets/index.html"), as: UTF8.self).contains("lang=\"fr\""))
    #expect(lines(result).map { $0.prefix(4) }.suffix(5) == ["name", "a   ", "b   ", "c   ", "depl"])
  }

  @Test func pathsBeginAtTheManifestWhereverItIsRunFrom() throws {
    let program = try fleet()
    try FileManager.default.createDirectory(atPath: program.folder.path("elsewhere"), withIntermediateDirectories: true)
    let result = try program(
      "generate", "--fleet", program.folder.path("fleet.yml"), "--summary", "jsonl", "--quiet",
      from: program.folder.path("elsewhere"))
    #expect(result.status == 0)
    #expect(program.folder.names("elsewhere") == [])
    #expect(program.folder.names("worksheets").contains("a"))
    // Nothing says where on the machine that was.
    #expect(!result.outputText.contains(program.folder.path))
    for (_, bytes) in try program.folder.contents("worksheets") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains(program.folder.path))
    }
  }

  @Test func aMistakeInTheManifestIs65AndNothingIsWritten() throws {
    let program = try fleet("  - {topolgy: x.xml}")
    let result = try program("generate", "--fleet", "fleet.yml")
    #expect(result.status == 65)
    #expect(lines(result).first?.hasPrefix("fleet.yml:5:6: error: unknown key \"topolgy\" in deployments") == true)
    #expect(program.folder.names("worksheets") == [])
    #expect(try program("generate", "--fleet", "absent.yml").status == 66)
  }

  @Test func aRegisterThatNobodyBeganIsSaidAndAPolicyThatIsMissingFails() throws {
    let program = try fleet(defaults: ", entries: \"customers/{name}/entries.csv\"")
    let first = try program("generate", "--fleet", "fleet.yml")
    #expect(first.status == 0)
    #expect(lines(first).count { $0.contains("[fleet-entries-missing]") } == 3)
    try program("entries", "customers/a/topology.xml", "--file", "customers/a/entries.csv")
    let second = try program("generate", "--fleet", "fleet.yml")
    #expect(lines(second).count { $0.contains("[fleet-entries-missing]") } == 2)
    #expect(lines(second).contains { $0.hasPrefix("a     ") && !$0.contains("skipped") })

    let other = try fleet(defaults: ", policy: \"customers/{name}/policy.yml\"")
    #expect(try other("generate", "--fleet", "fleet.yml").status == 66)
  }

  // MARK: Failures

  @Test func oneFailureStopsNoOther() throws {
    let program = try fleet(
      """
        - {name: broken, topology: broken.xml}
        - {name: absent, topology: absent.xml}
        - {name: last, topology: customers/a/topology.xml}
      """)
    try program.folder.write("<Topology", to: "broken.xml")
    let result = try program("generate", "--fleet", "fleet.yml", "--summary", "jsonl=summary.jsonl")
    // The worst: 66 of an absent file, 65 of a broken one.
    #expect(result.status == 66)
    #expect(program.folder.names("worksheets").isSuperset(of: ["a", "b", "c", "last"]))
    #expect(program.folder.names("worksheets").isDisjoint(with: ["broken", "absent"]))
    let messages = lines(result)
    let broken = try #require(messages.firstIndex { $0.hasPrefix("broken.xml:") })
    let absent = try #require(messages.firstIndex { $0.hasPrefix("absent.xml: error: cannot be opened") })
    #expect(broken < absent)
    let index = String(decoding: try program.folder.bytes("worksheets/index.md"), as: UTF8.self)
    #expect(index.contains("Failed: 2"))
    let summary = String(decoding: try program.folder.bytes("summary.jsonl"), as: UTF8.self)
    let states = try summary.split(separator: "\n").map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }.map { "\($0["name"] ?? "") \($0["state"] ?? "") \($0["exitCode"] ?? "")" }
    #expect(
      states == [
        "a written 0", "b written 0", "c written 0", "broken failed 65", "absent failed 66", "last written 0",
      ])

    // A mended one is made, the others are left alone.
    try program.folder.write(Array(try Data(contentsOf: URL(filePath: Program.published))), to: "broken.xml")
    let again = try program("generate", "--fleet", "fleet.yml")
    #expect(again.status == 66)
    #expect(again.errorText.contains("(written 1, skipped 4, failed 1)"))
  }

  @Test func messagesSayWhichDeploymentTheyAreAbout() throws {
    let program = try fleet(defaults: ", policy: policy.yml")
    try program.folder.write(
      "schema: backup-worksheets/policy/1\nbackup: {overrides: [{match: {pool: nix}, rpo: 1h}]}", to: "policy.yml")
    let result = try program("generate", "--fleet", "fleet.yml")
    let starts = lines(result).filter { $0.contains("policy.yml") }.map { $0.prefix(13) }
    #expect(starts == ["a: policy.yml", "b: policy.yml", "c: policy.yml"])
  }

  @Test func aDamagedTemplateIsSaidOnce() throws {
    let program = try fleet()
    try program.folder.write("{{#x", to: "templates/html/page.mustache")
    let result = try program("generate", "--fleet", "fleet.yml", "--templates", "templates")
    #expect(result.status == 65)
    #expect(lines(result).count == 1)
    #expect(program.folder.names("worksheets") == [])
  }

  // MARK: What is up to date

  @Test func whatIsUpToDateIsLeftAlone() throws {
    let program = try fleet()
    func states(_ more: [String]) throws -> [Substring] {
      let result = try runProcess(
        builtProduct(named: "backup-worksheets"),
        ["generate", "--fleet", "fleet.yml", "--summary", "jsonl", "--quiet"] + more,
        workingDirectory: program.folder.path)
      return result.outputText.split(separator: "\n").compactMap { line in
        line.split(separator: "\"state\":\"").last?.prefix { $0 != "\"" }
      }
    }
    #expect(try states([]) == ["written", "written", "written"])
    let before = try program.folder.contents("worksheets")
    #expect(try states([]) == ["skipped", "skipped", "skipped"])

    // An edited worksheet is written anew, a file of somebody else stays.
    try program.folder.write("edited", to: "worksheets/a/index.md")
    try program.folder.write("mine", to: "worksheets/a/mine.txt")
    try FileManager.default.removeItem(atPath: program.folder.path("worksheets/b/plan.json"))
    try program.folder.write("{", to: "worksheets/.backup-worksheets/c.json")
    #expect(try states([]) == ["written", "written", "unchanged"])
    try FileManager.default.removeItem(atPath: program.folder.path("worksheets/a/mine.txt"))
    #expect(try program.folder.contents("worksheets") == before)

    // So is all where an input or an option changes, and nothing where only a name of a folder does.
    try program.folder.write(
      Array(program.folder.bytes("customers/b/topology.xml")), to: "customers/a/topology.xml")
    #expect(try states([]) == ["written", "skipped", "skipped"])
    #expect(try states(["--redact"]) == ["written", "written", "written"])
    #expect(try states(["--redact", "--force"]) == ["unchanged", "unchanged", "unchanged"])
    #expect(try states(["--redact"]) == ["skipped", "skipped", "skipped"])
  }

  @Test func whatIsNoLongerInTheManifestIsNamedAndStays() throws {
    let program = try fleet()
    try program("generate", "--fleet", "fleet.yml")
    try FileManager.default.removeItem(atPath: program.folder.path("customers/b"))
    let result = try program("generate", "--fleet", "fleet.yml")
    #expect(result.status == 0)
    #expect(lines(result).contains { $0.contains("not among these deployments: b;") })
    #expect(program.folder.names("worksheets").contains("b"))
    let index = String(decoding: try program.folder.bytes("worksheets/index.md"), as: UTF8.self)
    #expect(!index.contains("[b](b/index.md)"))
  }

  // MARK: Threads and shards

  @Test func jobsChangeNothing() throws {
    let names = (0..<12).map { "customer-\($0)" }
    let one = try fleet("  - {name: z, topology: absent.xml}", customers: names)
    let two = try fleet("  - {name: z, topology: absent.xml}", customers: names)
    let first = try one("generate", "--fleet", "fleet.yml", "--jobs", "1", "--verbose", "--summary", "jsonl")
    let second = try two("generate", "--fleet", "fleet.yml", "--jobs", "4", "--verbose", "--summary", "jsonl")
    #expect(first.status == 66)
    #expect(first.errorText == second.errorText)
    #expect(first.outputText == second.outputText)
    #expect(try one.folder.contents("worksheets") == two.folder.contents("worksheets"))
  }

  @Test(arguments: [2, 3, 5])
  func shardsAndALastRunGiveTheSameBytesAsOneRun(count: Int) throws {
    let names = (0..<8).map { "customer-\($0)" }
    let whole = try fleet(customers: names)
    let parts = try fleet(customers: names)
    #expect(try whole("generate", "--fleet", "fleet.yml", "--quiet").status == 0)
    var said: [String] = []
    for index in 1...count {
      let result = try parts(
        "generate", "--fleet", "fleet.yml", "--shard", "auto",
        changing: ["CI_NODE_INDEX": "\(index)", "CI_NODE_TOTAL": "\(count)"])
      #expect(result.status == 0)
      said.append(lines(result)[0])
      #expect(!parts.folder.names("worksheets").contains("index.md"))
    }
    #expect(
      said.enumerated().allSatisfy {
        $1.hasPrefix("shard \($0 + 1) of \(count): ") && $1.hasSuffix(" of 8 deployments")
      })
    let last = try parts("generate", "--fleet", "fleet.yml")
    #expect(last.errorText.contains("(skipped 8)"))
    #expect(try parts.folder.contents("worksheets") == whole.folder.contents("worksheets"))
  }

  @Test func theEnvironmentCountsOnlyWhereItIsAskedFor() throws {
    let program = try fleet()
    let environment = ["CI_NODE_INDEX": "1", "CI_NODE_TOTAL": "2"]
    #expect(try program("generate", "--fleet", "fleet.yml", changing: environment).errorText.contains("deployments: 3"))
    let result = try program(
      "generate", "--fleet", "fleet.yml", "--shard", "auto", changing: ["JOB_COMPLETION_INDEX": "1"])
    #expect(result.status == 64)
    #expect(
      lines(result) == [
        "error: JOB_COMPLETION_INDEX is set (Kubernetes), but BACKUP_WORKSHEETS_SHARDS is not; set "
          + "BACKUP_WORKSHEETS_SHARDS, or give --shard I/N [shard-unknown]"
      ])
  }

  // MARK: Folders

  @Test func hostileFolderNamesAreRefusedOrHarmless() throws {
    for name in HostileStrings.all where !name.contains("/") && !name.contains("\0") && !name.isEmpty && name != "." {
      guard name.utf8.count < 200, !name.hasPrefix(".") else { continue }
      let program = try fleet(customers: ["plain", name])
      let result = try program("generate", "--fleet", "fleet.yml", "--quiet")
      #expect(result.status == 0 || result.status == 65, "\(name): \(result.errorText)")
      // Nothing outside the folder of the fleet, and no control character on the terminal.
      #expect(program.folder.names(".").isSubset(of: ["customers", "fleet.yml", "worksheets"]))
      #expect(!result.errorText.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    }
  }

  @Test func anOutputThatCannotBeMadeIs73() throws {
    let program = try fleet()
    try program.folder.write("a file", to: "worksheets")
    #expect(try program("generate", "--fleet", "fleet.yml").status == 73)
    let other = try fleet("  - {name: x, topology: customers/a/topology.xml, output: fleet.yml/x}")
    let result = try other("generate", "--fleet", "fleet.yml")
    #expect(result.status == 73)
    #expect(other.folder.names("worksheets").isSuperset(of: ["a", "b", "c", "index.md"]))
  }
}
