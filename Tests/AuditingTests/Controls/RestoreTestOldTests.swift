import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct RestoreTestOldTests {
  @Test func fires() throws {
    try check(
      "restore-test-old", .warning,
      breaks: [
        ({ $0.item.lastRestoreTest = "2025-11-21" }, "the last restore test, of 2025-11-21, is more than 365 days ago")
      ],
      keeps: [{ _ in }, { $0.item.lastRestoreTest = "2025-11-22" }, { $0.item.lastRestoreTest = nil }])
  }

  @Test func theDaysAreAParameter() throws {
    var sample = SampleAudit()
    sample.policy.controls["restore-test-old"] = .parameters(["days": "173"])
    let message = "the last restore test, of 2026-06-01, is more than 173 days ago"
    #expect(try sample.audit().findings.map(\.message.text) == [message])
    sample.policy.controls["restore-test-old"] = .parameters(["days": "174"])
    #expect(try sample.audit().findings.isEmpty)
  }
}
