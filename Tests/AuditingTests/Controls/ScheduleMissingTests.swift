import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct ScheduleMissingTests {
  @Test func fires() throws {
    try check(
      "schedule-missing", .error,
      breaks: [
        ({ $0.item.schedule = nil }, "nobody has given a schedule")
      ],
      keeps: [{ _ in }, { $0.item.schedule = "?" }])
  }
}
