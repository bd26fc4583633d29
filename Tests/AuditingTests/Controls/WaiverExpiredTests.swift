import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct WaiverExpiredTests {
  @Test func fires() throws {
    try check(
      "waiver-expired", .error,
      breaks: [
        (
          { $0.policy.waivers = [SampleAudit.waiver("rto-missing", item: "archiving:*", expires: "2026-11-21")] },
          "the waiver expired on 2026-11-21 and waives nothing any more"
        )
      ],
      keeps: [
        { _ in },
        { $0.policy.waivers = [SampleAudit.waiver("rto-missing", item: "archiving:*", expires: "2026-11-22")] },
        { $0.policy.waivers = [SampleAudit.waiver("rto-missing", item: "archiving:*", expires: nil)] },
      ],
      subject: "waiver:rto-missing:archiving:*")
  }
}
