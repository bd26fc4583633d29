import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct ScheduleExceedsRPOTests {
  @Test func fires() throws {
    try check(
      "schedule-exceeds-rpo", .error,
      breaks: [
        (
          { $0.item.schedule = "Weekly Sunday 03:00" },
          "up to 7 days pass between two backups, longer than the RPO of 24 h"
        ),
        (
          {
            $0.item.schedule = "Daily 01:00, 05:00"; $0.item.rpo = "12 h"
          }, "up to 20 h pass between two backups, longer than the RPO of 12 h"
        ),
      ],
      keeps: [
        { _ in }, { $0.item.schedule = "Every 4 hours" }, { $0.item.schedule = "sometimes" }, { $0.item.rpo = nil },
        { $0.item.rpo = "soon" },
      ])
  }
}
