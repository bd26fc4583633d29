import BackupPlanning
import DeploymentGenerator
import Foundation
import TestSupport
import Testing
import Topology
import TopologyImport

/// What `init` prints is a policy that decides nothing, whatever the deployment is called.
@Suite struct PolicyTemplateTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")

  static let files: [String] = ["Tests/Fixtures", "docs/examples"].flatMap { folder in
    ((try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? [])
      .filter { $0.hasSuffix(".xml") || $0.hasSuffix(".tbxml") }.map { "\(folder)/\($0)" }
  }.sorted()

  private func topology(_ file: String) throws -> Topology { try imported(file).topology }

  private func imported(_ file: String) throws -> ImportedTopology {
    let bytes = Array(try Data(contentsOf: Self.root.appending(path: file)))
    var importer = TopologyImporter(fileName: file)
    try importer.read(bytes.span)
    return try importer.finish()
  }

  private func plan(_ file: String) throws -> Plan {
    let imported = try imported(file)
    return try Planner.plan(imported.topology, importDiagnostics: imported.diagnostics).plan
  }

  private func read(_ yaml: String) throws -> Policy {
    var reader = PolicyReader(fileName: "policy.yml")
    return try reader.read(yaml)
  }

  @Test func thereAreFiles() { #expect(Self.files.count >= 15) }

  @Test(arguments: files)
  func whatInitPrintsIsAnEmptyPolicy(file: String) throws {
    let plan = try plan(file)
    let yaml = PolicyTemplate.yaml(for: plan)
    #expect(try read(yaml) == Policy())
    // Every kind of data and every question of this deployment has its line.
    for item in plan.backupItems { #expect(yaml.contains("\n    \(item.data.rawValue): {}")) }
    for question in plan.questions {
      #expect(
        yaml.contains("\n  \(question.id): ")
          || (question.id == "centralManagementStore" && yaml.contains("\ncentralManagementStore:")))
    }
  }

  @Test func generatedDeploymentsToo() throws {
    for seed in UInt64(0)..<40 {
      let plan = try PlannedDeployment(seed: seed, awkward: true, shape: .topologyBuilder).plan
      #expect(try read(PolicyTemplate.yaml(for: plan)) == Policy())
    }
  }

  @Test func hostileNamesStayInTheirComment() throws {
    for name in HostileStrings.all {
      var sample = SampleDeployment()
      let cluster = sample.cluster("pool\(name)", site: sample.site(name))
      _ = sample.pool(on: cluster, backEnd: sample.sqlInstance("sql\(name)", "i"))
      sample.topology.defaultSIPDomain = name
      let yaml = PolicyTemplate.yaml(for: try sample.plan())
      #expect(try read(yaml) == Policy(), "\(name.debugDescription)")
    }
  }

  /// Every site, pool and pair of the deployment has its line, to be completed, and matches what it names.
  @Test func theLinesAreThoseOfTheDeployment() throws {
    let plan = try plan("docs/examples/published.xml")
    let yaml = PolicyTemplate.yaml(for: plan)
    #expect(yaml.contains("\n  #  - {match: {site: \"Zürich\"}, schedule: }   # 14 rows\n"))
    #expect(yaml.contains("\n  replacementPools:"))
    for pool in plan.components where pool.pairedWith != nil {
      #expect(yaml.contains("\n    \"\(pool.fqdn ?? "")\":\n"))
    }
    let lines = yaml.split(separator: "\n").filter { $0.hasPrefix("  #  - {match") }
    #expect(lines.count == 2 + Set(plan.backupItems.flatMap(\.pools).map { $0.lowercased() }).count)
    for line in lines {
      let policy = try read(
        "backup:\n  overrides:\n"
          + line.replacing("  #  - ", with: "  - ").replacing("schedule: }", with: "schedule: S }"))
      let count = try #require(Int(line.split(separator: "# ").last?.prefix { $0.isNumber } ?? ""))
      let planned = try Planner.plan(topology("docs/examples/published.xml"), policy: policy).plan
      #expect(planned.backupItems.count { $0.schedule == "S" } == count, "\(line)")
    }
  }

  @Test func aLargeDeploymentHasAFewLinesAndTheNumberOfTheOthers() throws {
    var sample = SampleDeployment()
    let site = sample.site("s")
    for number in 0..<30 {
      _ = sample.pool(on: sample.cluster("pool\(number)", site: site), backEnd: sample.sqlInstance("sql\(number)", "i"))
    }
    let yaml = PolicyTemplate.yaml(for: try sample.plan())
    #expect(yaml.split(separator: "\n").count { $0.hasPrefix("  #  - {match") } == 20)
    #expect(yaml.contains("\n  #  and 10 more\n"))
  }

  /// Completed as its comments say, it does what they say.
  @Test func theExamplesInTheCommentsWork() throws {
    let plan = try plan("Tests/Fixtures/no-cms.xml")
    let yaml = PolicyTemplate.yaml(for: plan)
    let pool = try #require(plan.backupItems.first { $0.data == .userData }?.pools.first)
    let completed =
      yaml
      .replacingOccurrences(of: "  overrides: []", with: "  overrides:")
      .replacingOccurrences(
        of: "#  - {match: {pool: \"\(pool)\"}, schedule: }", with: "  - {match: {pool: \"\(pool)\"}, schedule: Daily}"
      )
      .replacingOccurrences(of: "additional: []", with: "additional:")
      .replacingOccurrences(of: "#  - {what", with: "  - {what")
      .replacingOccurrences(of: "waivers: []", with: "waivers:")
      .replacingOccurrences(of: "#  - {rule", with: "  - {rule")
      .replacingOccurrences(of: "#  pool: \(pool)", with: "  pool: \(pool)")
    let policy = try read(completed)
    #expect(policy.overrides.map(\.settings.schedule) == ["Daily"])
    #expect(policy.overrides.first?.match.pool?.matches(pool) == true)
    #expect(policy.additional.count == 1)
    #expect(policy.waivers.map(\.rule) == ["rto-missing"])
    #expect(policy.centralManagementStore?.pool == pool)
  }
}
