import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct BackupStaleTests {
  @Test func fires() throws {
    try check(
      "backup-stale", .error,
      breaks: [
        (
          { $0.item.lastBackup = "2026-11-20" },
          "the newest known backup, of 2026-11-20, is 2 days old; 24 h are allowed"
        ),
        (
          {
            $0.item.lastBackup = "2026-11-20"; $0.item.rpo = nil; $0.item.schedule = "Every 4 hours"
          }, "the newest known backup, of 2026-11-20, is 2 days old; 28 h are allowed"
        ),
        (
          {
            $0.item.lastBackup = "2026-11-21T11:59:00+01:00"; $0.asOf = "2026-11-22T11:00:00Z"
          }, "the newest known backup, of 2026-11-21T10:59:00Z, is 1441 min old; 24 h are allowed"
        ),
      ],
      keeps: [
        { _ in }, { $0.item.lastBackup = "2026-11-21" }, { $0.item.lastBackup = nil },
        { $0.item.lastBackup = "2026-12-01" },
        {
          $0.item.lastBackup = "2026-11-21T12:00:00+01:00"; $0.asOf = "2026-11-22T11:00:00Z"
        },
        {
          $0.item.lastBackup = "2026-11-20"; $0.item.rpo = nil
        },
        {
          $0.item.lastBackup = "2020-01-01"; $0.item.rpo = nil; $0.item.schedule = nil
        },
        {
          $0.item.lastBackup = "2020-01-01"; $0.item.rpo = "soon"
        },
      ])
  }

  @Test func theGraceIsAParameter() throws {
    var sample = SampleAudit()
    sample.item.lastBackup = "2026-11-19"
    sample.item.rpo = nil
    #expect(try sample.audit().findings.map(\.rule) == ["backup-stale", "rpo-missing"])
    sample.policy.controls["backup-stale"] = .parameters(["days": "2"])
    let audit = try sample.audit()
    #expect(audit.findings.map(\.rule) == ["rpo-missing"])
    #expect(audit.changedParameters == [.init(rule: "backup-stale", name: "days", published: 1, value: 2)])
  }
}
