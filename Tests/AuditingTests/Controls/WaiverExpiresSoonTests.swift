import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct WaiverExpiresSoonTests {
  @Test func fires() throws {
    try check(
      "waiver-expires-soon", .note,
      breaks: [
        (
          { $0.policy.waivers = [SampleAudit.waiver("rto-missing", item: "archiving:*", expires: "2026-12-22")] },
          "the waiver expires on 2026-12-22"
        ),
        (
          { $0.policy.waivers = [SampleAudit.waiver("rto-missing", item: "archiving:*", expires: "2026-11-22")] },
          "the waiver expires on 2026-11-22"
        ),
      ],
      keeps: [
        { _ in },
        { $0.policy.waivers = [SampleAudit.waiver("rto-missing", item: "archiving:*", expires: "2026-12-23")] },
        { $0.policy.waivers = [SampleAudit.waiver("rto-missing", item: "archiving:*", expires: "2026-11-21")] },
        { $0.policy.waivers = [SampleAudit.waiver("rto-missing", item: "archiving:*", expires: nil)] },
      ],
      subject: "waiver:rto-missing:archiving:*")
  }
}
