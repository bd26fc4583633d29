import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct WaiverWithoutApproverTests {
  @Test func fires() throws {
    try check(
      "waiver-without-approver", .error,
      breaks: [
        (
          { $0.policy.waivers = [SampleAudit.waiver("rto-missing", item: "archiving:*", approver: nil)] },
          "the waiver names no approver and waives nothing"
        ),
        (
          { $0.policy.waivers = [SampleAudit.waiver("rto-missing", item: "archiving:*", approver: " ")] },
          "the waiver names no approver and waives nothing"
        ),
      ],
      keeps: [{ _ in }, { $0.policy.waivers = [SampleAudit.waiver("rto-missing", item: "archiving:*")] }],
      subject: "waiver:rto-missing:archiving:*")
  }
}
