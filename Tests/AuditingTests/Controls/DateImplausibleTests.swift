import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct DateImplausibleTests {
  @Test func fires() throws {
    try check(
      "date-implausible", .warning,
      breaks: [
        (
          {
            $0.item.lastBackup = "2026-11-23"; $0.item.lastRestoreTest = "in spring"
          }, #"in the future or no date: last backup "2026-11-23", last restore test "in spring""#
        ),
        ({ $0.item.lastRestoreTest = "2027-02-29" }, #"in the future or no date: last restore test "2027-02-29""#),
      ],
      keeps: [
        { _ in },
        {
          $0.item.lastBackup = nil; $0.item.lastRestoreTest = nil
        },
      ])
  }
}
