import BackupPlanning
import DeploymentGenerator
import Diagnostics
import PlanComparison
import TestSupport
import Testing

/// What is found between two plans.
@Suite struct PlanDifferenceTests {
  @Test func aPlanDoesNotDifferFromItself() throws {
    for seed: UInt64 in 0..<40 {
      let plan = try Snapshots.plan(GeneratedDeployment(seed: seed, awkward: seed % 2 == 0))
      let snapshot = try PlanSnapshot(plan, name: "a")
      #expect(PlanDifference(from: snapshot, to: snapshot).isEmpty, "seed \(seed)")
      #expect(try PlanDifference(from: snapshot, to: PlanSnapshot(plan.json, name: "b")).isEmpty, "seed \(seed)")
    }
  }

  /// Read backwards, what appeared has vanished.
  @Test func whatAppearsVanishesTheOtherWayRound() throws {
    for seed: UInt64 in 0..<20 {
      let first = try Snapshots.plan(GeneratedDeployment(seed: seed))
      let second = try Snapshots.plan(GeneratedDeployment(seed: seed + 100))
      let forth = try Snapshots.difference(first, second)
      let back = try Snapshots.difference(second, first)
      for group in PlanGroup.allCases {
        let appeared = forth.changes(of: group).filter { $0.kind == .appeared }.map(\.id)
        let vanished = back.changes(of: group).filter { $0.kind == .vanished }.map(\.id)
        #expect(appeared == vanished, "seed \(seed)")
        #expect(forth.count(.changed, in: group) == back.count(.changed, in: group), "seed \(seed)")
      }
    }
  }

  /// Pools whose machines have names of their own get another name: nothing appears, nothing vanishes.
  @Test func aRenamedPoolIsRenamedAndNothingElse() throws {
    var renamed = 0
    for seed: UInt64 in 0..<60 {
      let deployment = GeneratedDeployment(seed: seed)
      let candidates = deployment.clusters.indices.filter { position in
        let cluster = deployment.clusters[position]
        return cluster.isLyncServer && !cluster.machines.contains { $0.lowercased() == cluster.fqdn.lowercased() }
      }
      guard let position = candidates.first else { continue }
      var other = deployment
      other.clusters[position].fqdn = "renamed-pool.litware.com"
      let old = try Snapshots.plan(deployment)
      let difference = try Snapshots.difference(old, Snapshots.plan(other))
      renamed += 1
      let name = deployment.clusters[position].fqdn
      #expect(difference.renames.map(\.to) == ["renamed-pool.litware.com"], "seed \(seed)")
      #expect(difference.renames.map(\.from) == [name], "seed \(seed)")
      // Of two pools that do not match, the finding is about the first by name.
      let isAboutOne = { (change: PlanDifference.Change) in !change.id.hasPrefix("pair-mismatch:") }
      #expect(difference.all(.appeared).filter(isAboutOne).map(\.id) == [], "seed \(seed)")
      #expect(difference.all(.vanished).filter(isAboutOne).map(\.id) == [], "seed \(seed)")
      #expect(difference.all(.changed) == [], "seed \(seed)")
      #expect(difference.all(.moved) == [], "seed \(seed)")
      for change in difference.all(.renamed) {
        #expect(change.formerID?.contains(name.lowercased()) == true && change.fields == [], "seed \(seed): \(change)")
      }
    }
    #expect(renamed > 20)
  }

  @Test func aPoolThatKeptMostServersIsRenamedToo() throws {
    let (old, position) = try enterprisePool()
    var new = old
    new.clusters[position].fqdn = "new-pool.adatum.com"
    new.clusters[position].machines[0] = "replaced.adatum.com"
    let difference = try Snapshots.difference(Snapshots.plan(old), Snapshots.plan(new))
    let rename = try #require(difference.renames.first)
    #expect(difference.renames.count == 1)
    #expect(rename.to == "new-pool.adatum.com")
    #expect(rename.serversKept == old.clusters[position].machines.count - 1)
    let component = try #require(difference.changes(of: .components).first { $0.kind == .renamed })
    #expect(component.fields.map(\.field) == [.servers])
  }

  @Test func aPoolThatLostHalfOfItsServersIsAnotherOne() throws {
    let (old, position) = try enterprisePool()
    var new = old
    new.clusters[position].fqdn = "new-pool.adatum.com"
    for machine in new.clusters[position].machines.indices where machine * 2 < old.clusters[position].machines.count {
      new.clusters[position].machines[machine] = "replaced\(machine).adatum.com"
    }
    let difference = try Snapshots.difference(Snapshots.plan(old), Snapshots.plan(new))
    #expect(difference.renames == [])
    #expect(difference.list(.backupItems).contains("appeared userData:new-pool.adatum.com"))
  }

  /// The largest pool of the example, and where it is.
  private func enterprisePool() throws -> (GeneratedDeployment, Int) {
    let deployment = GeneratedDeployment.publishedExample
    let position = try #require(deployment.clusters.firstIndex { $0.isLyncServer && $0.machines.count >= 3 })
    return (deployment, position)
  }

  @Test func aDatabaseOnAnotherServerHasMoved() throws {
    let old = GeneratedDeployment.publishedExample
    let plan = try Snapshots.plan(old)
    let item = try #require(plan.backupItems.first { $0.data == .persistentChat })
    var new = old
    let position = try #require(old.clusters.firstIndex { $0.fqdn == item.server })
    new.clusters[position].fqdn = "sql-new.adatum.com"
    new.clusters[position].machines = ["sql-new.adatum.com"]
    let difference = try Snapshots.difference(plan, Snapshots.plan(new))
    #expect(difference.renames == [])
    let moved = try #require(difference.changes(of: .backupItems).first { $0.kind == .moved })
    #expect(moved.formerID == item.id)
    #expect(moved.fields.map(\.field).contains(.server))
    #expect(difference.changes(of: .restorations).contains { $0.kind == .moved && $0.id.contains("sql-new") })
    #expect(!difference.changes(of: .backupItems).contains { $0.kind == .appeared || $0.kind == .vanished })
    #expect(DifferenceText(difference).text.contains("(moved from \(item.id)): server: "))
  }

  /// What a policy decides shows in the fields that it decides.
  @Test func decisionsAreChanges() throws {
    let old = "backup:\n  defaults: {schedule: Daily 01:00, rpo: 24h}\n"
    let new =
      "backup:\n  location: D:\\backup\n  defaults: {schedule: Daily 02:00, owner: Zoë, rpo: 24h, retention: 7 days}\n"
    let difference = try Snapshots.difference(
      Snapshots.plan("paired.tbxml", policy: old), Snapshots.plan("paired.tbxml", policy: new))
    #expect(difference.all(.appeared) == [] || difference.changes(of: .questions).count > 0)
    let items = difference.changes(of: .backupItems)
    #expect(!items.isEmpty && items.allSatisfy { $0.kind == .changed })
    for item in items {
      let fields = Dictionary(uniqueKeysWithValues: item.fields.map { ($0.field, $0) })
      #expect(fields[.schedule]?.old == ["Daily 01:00"] && fields[.schedule]?.new == ["Daily 02:00"])
      #expect(fields[.owner]?.old == [] && fields[.owner]?.new == ["Zoë"])
      #expect(fields[.backupSetExpiration]?.new == ["7 days"])
      #expect(fields[.rpo] == nil && fields[.destination] != nil)
    }
    #expect(DifferenceText(difference).text.contains("schedule: Daily 01:00 → Daily 02:00; "))
    #expect(difference.changes(of: .restorations).allSatisfy { $0.fields.map(\.field) == [.steps] })
  }

  /// A name that is part of a longer one is not that name.
  @Test func aLongerNameStays() throws {
    let plan = try Snapshots.plan("enterprise-shared.xml")
    let text = String(decoding: plan.json, as: UTF8.self)
    let old = text.replacing("feb1.adatum.com", with: "feb1.x-poola.adatum.com")
    let new = old.replacing("x-poola.adatum.com", with: "KEEP").replacing("poola.adatum.com", with: "poolz.adatum.com")
      .replacing("KEEP", with: "x-poola.adatum.com")
    let difference = try PlanDifference(
      from: PlanSnapshot(Array(old.utf8), name: "a"), to: PlanSnapshot(Array(new.utf8), name: "b"))
    #expect(difference.renames.map(\.to) == ["poolz.adatum.com"])
    for kind in [PlanDifference.Kind.changed, .appeared, .vanished] { #expect(difference.all(kind) == []) }
  }

  @Test func everyGroupIsCompared() throws {
    let difference = try Snapshots.difference(
      Snapshots.plan("version-5-beside-6.xml"), Snapshots.plan("no-cms.xml"))
    for group in PlanGroup.allCases { #expect(!difference.changes(of: group).isEmpty, "\(group)") }
  }
}
