import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct WaiverUnusedTests {
  @Test func fires() throws {
    try check(
      "waiver-unused", .note,
      breaks: [
        (
          { $0.policy.waivers = [SampleAudit.waiver("rto-missing", item: "archiving:*")] },
          "the waiver's item matches nothing in the plan"
        )
      ],
      keeps: [
        { _ in }, { $0.policy.waivers = [SampleAudit.waiver("rto-missing", item: "userData:*")] },
        { $0.policy.waivers = [SampleAudit.waiver("rto-missing")] },
      ],
      subject: "waiver:rto-missing:archiving:*")
  }
}
