import CivilTime
import BackupPlanning
import DeploymentGenerator
import Diagnostics
import Testing
import TopologyImport

@testable import Auditing

/// Over generated deployments with random cells: the states sum up, in every grouping, and say what the cells say.
@Suite struct CoveragePropertyTests {
  static let seeds: Range<UInt64> = 0..<60

  /// A plan of a generated deployment, its cells filled at random.
  private static func plan(_ seed: UInt64) throws -> Plan {
    let xml = GeneratedDeployment(seed: seed, awkward: seed.isMultiple(of: 2)).xml(.published)
    var importer = TopologyImporter(fileName: "seed-\(seed)")
    try importer.read(xml.span)
    let imported = try importer.finish()
    var plan = try Planner.plan(imported.topology, importDiagnostics: imported.diagnostics).plan
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func pick(_ values: [String?]) -> String? {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return values[Int(state >> 33) % values.count]
    }
    for position in plan.backupItems.indices {
      let server = plan.backupItems[position].server ?? "x"
      plan.backupItems[position].schedule = pick([nil, "Daily 01:00", "Weekly", "never", "0 */4 * * *"])
      plan.backupItems[position].destination = pick([nil, #"\\backup\lync"#, "D:\\", #"\\\#(server)\lync"#])
      plan.backupItems[position].rpo = pick([nil, "24h", "7 days", "soon"])
      plan.backupItems[position].lastBackup = pick([nil, "2026-11-22", "2026-11-10", "2027-01-01", "yesterday"])
      plan.backupItems[position].lastRestoreTest = pick([nil, "2026-01-01", "2020-01-01"])
    }
    return plan
  }

  private static let policy: Policy = {
    var policy = Policy()
    policy.waivers = [
      SampleAudit.waiver("schedule-missing", item: "fileStore:*"), SampleAudit.waiver("destination-missing"),
      SampleAudit.waiver("destination-on-source"), SampleAudit.waiver("backup-stale", approver: nil),
    ]
    return policy
  }()

  @Test func statesSumToWhatIsRequired() throws {
    var seen: Set<Audit.State> = []
    for seed in Self.seeds {
      let plan = try Self.plan(seed)
      let asOf = try #require(Moment("2026-11-22"))
      let audit = Auditor.audit(plan: plan, policy: Self.policy, asOf: asOf)
      seen.formUnion(audit.items.map(\.state))
      let coverage = audit.coverage
      #expect(coverage.required == plan.backupItems.count)
      for state in Audit.State.allCases {
        let count = audit.items.count { $0.state == state }
        for groups in [audit.coverageByWorksheet, audit.coverageBySite] {
          #expect(groups.reduce(0) { $0 + $1.coverage[state] } == count)
        }
      }
      for control in audit.controls {
        #expect(control.met + control.open + control.waived + control.unknown == control.required)
        #expect(min(control.met, control.open, control.waived, control.unknown) >= 0)
      }
      for item in audit.items {
        let isPlanned = item.item.schedule != nil && item.item.destination != nil
        #expect(isPlanned == [.planned, .evidenced].contains(item.state))
        #expect(!(item.state == .evidenced && item.rules.contains("backup-stale")))
        #expect((item.item.schedule == nil) == item.rules.contains("schedule-missing"))
      }
      #expect(Auditor.audit(plan: plan, policy: Self.policy, asOf: asOf).json == audit.json)
    }
    #expect(seen == Set(Audit.State.allCases))
  }
}

extension Coverage {
  fileprivate subscript(_ state: Audit.State) -> Int {
    switch state {
    case .planned: planned
    case .evidenced: evidenced
    case .waived: waived
    case .uncovered: uncovered
    }
  }
}
