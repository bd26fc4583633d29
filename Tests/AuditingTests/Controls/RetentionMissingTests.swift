import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct RetentionMissingTests {
  @Test func fires() throws {
    try check(
      "retention-missing", .warning,
      breaks: [
        ({ $0.item.backupSet.expiration = nil }, "nobody has given a retention")
      ],
      keeps: [{ _ in }, { $0.item.backupSet.expiration = "?" }])
  }
}
