import CivilTime
@testable import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

/// What makes an item planned, evidenced, waived or uncovered.
@Suite struct StateTests {
  private func state(_ changes: Change...) throws -> Audit.State? {
    var sample = SampleAudit()
    for change in changes { change(&sample) }
    let audit = try sample.audit()
    #expect(audit.coverage.required == 1)
    return audit.items.first?.state
  }

  @Test func nothingIsWrongWithTheSample() throws {
    let audit = try SampleAudit().audit()
    #expect(audit.findings == [])
    #expect(audit.items.map(\.state) == [.evidenced])
    #expect(audit.controls.allSatisfy { $0.open == 0 && $0.waived == 0 && $0.met + $0.unknown == 1 })
    #expect(audit.controls.filter { $0.unknown > 0 }.map(\.rule) == ["register-row-missing"])
  }

  @Test func evidenceIsAFreshBackupOfAPlannedItem() throws {
    #expect(try state({ $0.item.lastBackup = nil }) == .planned)
    #expect(try state({ $0.item.lastBackup = "2026-11-01" }) == .planned)
    #expect(try state({ $0.item.lastBackup = "2026-12-01" }) == .planned)
    #expect(try state({ $0.item.lastBackup = "last night" }) == .planned)
    #expect(try state({ $0.item.schedule = nil }) == .uncovered)
    #expect(try state({ $0.item.destination = nil }) == .uncovered)
  }

  @Test func withoutRPOTheScheduleDecidesWithAGrace() throws {
    let noRPO: Change = { $0.item.rpo = nil }
    #expect(try state(noRPO, { $0.item.lastBackup = "2026-11-20" }) == .evidenced)
    #expect(try state(noRPO, { $0.item.lastBackup = "2026-11-19" }) == .planned)
    #expect(try state(noRPO, { $0.item.schedule = "sometimes" }) == .planned)
    // An RPO that cannot be read is one nevertheless.
    #expect(try state({ $0.item.rpo = "soon" }) == .planned)
  }

  @Test func waivedNeedsEveryErrorWaived() throws {
    let empty: Change = {
      $0.item.schedule = nil
      $0.item.destination = nil
    }
    let schedule: Change = { $0.policy.waivers.append(SampleAudit.waiver("schedule-missing", item: "userData:*")) }
    let destination: Change = { $0.policy.waivers.append(SampleAudit.waiver("destination-missing")) }
    #expect(try state(empty, schedule) == .uncovered)
    #expect(try state(empty, schedule, destination) == .waived)
    // Planned is planned, waivers or not.
    #expect(try state(schedule, destination) == .evidenced)
  }

  @Test func waiversThatDoNotHoldWaiveNothing() throws {
    let noSchedule: Change = { $0.item.schedule = nil }
    func waiver(_ approver: String?, _ expires: String?, _ item: String? = nil) -> Change {
      { $0.policy.waivers = [SampleAudit.waiver("schedule-missing", item: item, approver: approver, expires: expires)] }
    }
    #expect(try state(noSchedule, waiver("CIO", "2026-11-22")) == .waived)
    #expect(try state(noSchedule, waiver("CIO", nil)) == .waived)
    #expect(try state(noSchedule, waiver("CIO", "2027-01-01", "USERDATA:pool.*")) == .waived)
    #expect(try state(noSchedule, waiver("CIO", "2026-11-21")) == .uncovered)
    #expect(try state(noSchedule, waiver(nil, "2027-01-01")) == .uncovered)
    #expect(try state(noSchedule, waiver("CIO", "2027-01-01", "archiving:*")) == .uncovered)
  }

  /// Nobody agreed to anything by switching a control off.
  @Test func switchedOffIsNotWaived() throws {
    let off: Change = { $0.policy.controls["schedule-missing"] = .off }
    #expect(try state({ $0.item.schedule = nil }, off) == .uncovered)
  }

  /// A waiver of `waiver-expired` cannot renew itself.
  @Test func aWaiverNeverCoversItself() throws {
    var sample = SampleAudit()
    sample.policy.waivers = [SampleAudit.waiver("waiver-expires-soon", expires: "2026-11-30")]
    let audit = try sample.audit()
    #expect(audit.findings.map(\.rule) == ["waiver-expires-soon"])
    #expect(audit.findings.map(\.isWaived) == [false])
  }

  /// What was found in the topology is waived and switched off like any control.
  @Test func topologyFindingsAreWaivedAndSwitchedOff() throws {
    var sample = SampleAudit()
    sample.findings = [
      Finding(
        rule: "pair-mismatch", severity: .warning, subject: "frontEndPool:pool.contoso.com",
        message: Phrase("m", "paired with nobody"), remedy: Phrase("r", "mend it"), line: 40)
    ]
    let found = try sample.audit().findings
    #expect(found.map(\.rule) == ["pair-mismatch"])
    #expect(found.first?.location == .init(file: "topology.xml", line: 40))
    var waived = sample
    waived.policy.waivers = [SampleAudit.waiver("pair-mismatch", item: "frontEndPool:*")]
    #expect(try waived.audit().findings.map(\.isWaived) == [true])
    var off = sample
    off.policy.controls["pair-mismatch"] = .off
    let silent = try off.audit()
    #expect(silent.findings == [] && silent.switchedOff == ["pair-mismatch"])
  }

  /// Pairs, mirrors and replicas are availability: an item with all of them is still uncovered.
  @Test func replicationSatisfiesNothing() throws {
    var sample = SampleAudit()
    sample.item.schedule = nil
    sample.item.destination = nil
    var plan = sample.plan
    for position in plan.components.indices {
      plan.components[position].pairedWith = "pool2.contoso.com"
      plan.components[position].mirror = [#"sql2.contoso.com\rtc"#]
      plan.components[position].alwaysOnPrimaryNode = "node1.contoso.com"
    }
    let audit = Auditor.audit(plan: plan, asOf: try #require(Moment("2026-11-22")))
    #expect(audit.items.map(\.state) == [.uncovered])
  }

  @Test func severityOfWhatIsOpen() throws {
    var sample = SampleAudit()
    sample.item.rto = nil
    let audit = try sample.audit()
    #expect(audit.openFindings(atLeast: .error).isEmpty)
    #expect(audit.openFindings(atLeast: .warning).map(\.rule) == ["rto-missing"])
    #expect(audit.openFindings(atLeast: .note).map(\.rule) == ["rto-missing"])
  }
}
