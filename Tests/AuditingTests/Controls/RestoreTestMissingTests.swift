import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct RestoreTestMissingTests {
  @Test func fires() throws {
    try check(
      "restore-test-missing", .warning,
      breaks: [
        ({ $0.item.lastRestoreTest = nil }, "no restore test is known")
      ],
      keeps: [{ _ in }])
  }
}
