import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct DurationUnreadableTests {
  @Test func fires() throws {
    try check(
      "duration-unreadable", .warning,
      breaks: [
        ({ $0.item.rpo = "soon" }, #"cannot be read as a length of time: RPO "soon""#),
        (
          {
            $0.item.rto = "6m"; $0.item.backupSet.expiration = "for ever"
          }, #"cannot be read as a length of time: RTO "6m", retention "for ever""#
        ),
      ],
      keeps: [
        { _ in },
        {
          $0.item.rpo = nil; $0.item.rto = nil; $0.item.backupSet.expiration = nil
        },
      ])
  }
}
