import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct WaiverWithoutExpiryTests {
  @Test func fires() throws {
    try check(
      "waiver-without-expiry", .warning,
      breaks: [
        (
          { $0.policy.waivers = [SampleAudit.waiver("rto-missing", item: "archiving:*", expires: nil)] },
          "the waiver has no last day"
        )
      ],
      keeps: [{ _ in }, { $0.policy.waivers = [SampleAudit.waiver("rto-missing", item: "archiving:*")] }],
      subject: "waiver:rto-missing:archiving:*")
  }
}
