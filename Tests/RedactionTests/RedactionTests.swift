import BackupPlanning
import DeploymentGenerator
import Diagnostics
import Foundation
import Redaction
import Testing
import Topology
import TopologyImport

/// Publishing under pseudonyms leaves no name, and changes nothing else.
@Suite struct RedactionTests {
  private struct Planned {
    let topology: Topology
    let named: Plan
    let redacted: Plan
  }

  private static func planned(
    _ xml: [UInt8], policy: Policy = Policy(), register: Register = Register(), _ pseudonyms: Pseudonyms = Pseudonyms()
  ) throws -> Planned {
    var importer = TopologyImporter(fileName: "topology")
    try importer.read(xml.span)
    let imported = try importer.finish()
    let named = try Planner.plan(
      imported.topology, importDiagnostics: imported.diagnostics, policy: policy, register: register
    ).plan
    let redacted = try Planner.plan(
      pseudonyms.redacted(imported.topology),
      importDiagnostics: pseudonyms.redacted(imported.diagnostics, of: imported.topology),
      policy: pseudonyms.redacted(policy), register: pseudonyms.register(of: named.backupItems, register)
    ).plan
    return Planned(topology: imported.topology, named: named, redacted: redacted)
  }

  /// Every name of a deployment that is long enough not to be part of an ordinary word, in lower case.
  private static func names(of topology: Topology) -> Set<String> {
    var names = topology.clusters.flatMap { [$0.fqdn.folded] + $0.machines.map(\.folded) }
    names += topology.sites.compactMap { $0.name?.lowercased() }
    names += topology.sipDomains.map { $0.lowercased() }
    names += topology.services.compactMap { $0.shareName?.folded }
    names += topology.sqlInstances.compactMap { $0.name?.folded }
    let labels = names.flatMap { $0.split { ".\\ ".contains($0) }.map(String.init) }
    return Set(names + labels).filter { $0.count > 4 && !$0.allSatisfy(\.isNumber) }
  }

  /// What a redacted plan says of any deployment: a name that is part of it cannot be told from our own words.
  private static let ourOwnText = Result {
    String(
      decoding: try planned(GeneratedDeployment(seed: 4_711, awkward: true).publishedXML()).redacted.json, as: UTF8.self
    )
    .lowercased()
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func noNameIsLeft(seed: UInt64) throws {
    let deployment = GeneratedDeployment(seed: seed, awkward: seed.isMultiple(of: 2))
    for xml in [deployment.publishedXML(), deployment.topologyBuilderXML()] {
      let planned = try Self.planned(xml)
      let json = String(decoding: planned.redacted.json, as: UTF8.self).lowercased()
      let plain = String(decoding: planned.named.json, as: UTF8.self).lowercased()
      let ourOwn = try Self.ourOwnText.get()
      for name in Self.names(of: planned.topology) where plain.contains(name) && !ourOwn.contains(name) {
        #expect(!json.contains(name), "\(seed): \(name)")
      }
    }
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func nothingElseChanges(seed: UInt64) throws {
    let planned = try Self.planned(GeneratedDeployment(seed: seed, awkward: false).publishedXML())
    let (named, redacted) = (planned.named, planned.redacted)
    #expect(named.backupItems.map(\.data.rawValue).sorted() == redacted.backupItems.map(\.data.rawValue).sorted())
    #expect(named.components.map(\.kind.rawValue).sorted() == redacted.components.map(\.kind.rawValue).sorted())
    #expect(named.findings.map(\.rule).sorted() == redacted.findings.map(\.rule).sorted())
    #expect(named.exclusions.count == redacted.exclusions.count)
    #expect(named.otherRequirements.map(\.kind).sorted() == redacted.otherRequirements.map(\.kind).sorted())
    #expect(named.questions.map(\.id) == redacted.questions.map(\.id))
    #expect(named.lostComponents.count == redacted.lostComponents.count)
    let steps = { (plan: Plan) in plan.restorations.map { "\($0.procedure.rawValue) \($0.steps.count)" }.sorted() }
    #expect(steps(named) == steps(redacted))
    let commands = { (plan: Plan) in plan.backupItems.count { $0.command == nil } }
    #expect(commands(named) == commands(redacted))
  }

  @Test func aPseudonymStaysWhenTheDeploymentGrows() throws {
    let pools = { (count: Int) in
      Set(try Self.planned(GeneratedDeployment(pools: count).publishedXML()).redacted.backupItems.map(\.id))
    }
    #expect(try pools(3).subtracting(pools(6)) == [])
  }

  @Test func anotherKeyGivesOtherPseudonyms() throws {
    let xml = GeneratedDeployment(pools: 2).publishedXML()
    let ids = { (key: String) in
      Set(try Self.planned(xml, Pseudonyms(key: Array(key.utf8))).redacted.backupItems.map(\.id))
    }
    #expect(try ids("a") == ids("a"))
    #expect(try ids("a").intersection(ids("b")).allSatisfy { $0.hasSuffix(":deployment") })
  }

  @Test func whatPeopleWroteIsHiddenAndWhatTheAuditReadsStays() throws {
    let xml = GeneratedDeployment(pools: 2).publishedXML()
    let item = try #require(try Self.planned(xml).named.backupItems.first { $0.data == .userData })
    var cells = Register.Cells()
    cells.schedule = "Daily 01:00"
    cells.destination = #"\\Backup01.contoso.com\Lync$; $Backup\nightly"#
    cells.owner = "Jane Doe"
    cells.rpo = "24h"
    cells.rto = "as Jane says"
    cells.backupSetExpiration = "35 days"
    cells.lastBackup = "2026-11-01"
    cells.lastRestoreTest = "when Jane was here"
    cells.notes = "ask Jane"
    let register = Register(entries: [Register.Entry(itemID: item.id, state: .active, cells: cells)])
    let plan = try Self.planned(xml, register: register).redacted
    let redacted = try #require(plan.backupItems.first { $0.owner != nil })
    #expect(redacted.schedule == "Daily 01:00")
    #expect(redacted.rpo == "24h")
    #expect(redacted.backupSet.expiration == "35 days")
    #expect(redacted.lastBackup == "2026-11-01")
    #expect(redacted.isPlanned)
    let json = String(decoding: plan.json, as: UTF8.self).lowercased()
    for word in ["jane", "backup01", "contoso", "nightly"] { #expect(!json.contains(word), "\(word)") }
  }
}
