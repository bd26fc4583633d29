import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct RetentionTooShortTests {
  @Test func fires() throws {
    try check(
      "retention-too-short", .error,
      breaks: [
        (
          {
            $0.item.schedule = "Monthly 1 02:00"; $0.item.backupSet.expiration = "14 days"
          }, "backups are kept for 14 days, shorter than the 31 days that can pass until the next"
        )
      ],
      keeps: [
        { _ in },
        {
          $0.item.schedule = "Monthly 1 02:00"; $0.item.backupSet.expiration = "1 month"
        }, { $0.item.schedule = nil },
      ])
  }
}
