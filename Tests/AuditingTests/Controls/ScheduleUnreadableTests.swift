import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct ScheduleUnreadableTests {
  @Test func fires() throws {
    try check(
      "schedule-unreadable", .warning,
      breaks: [
        ({ $0.item.schedule = "now and then" }, #"the schedule "now and then" cannot be read"#)
      ],
      keeps: [{ _ in }, { $0.item.schedule = nil }, { $0.item.schedule = "0 1 * * *" }])
  }
}
