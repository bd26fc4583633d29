import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct OwnerMissingTests {
  @Test func fires() throws {
    try check(
      "owner-missing", .warning,
      breaks: [
        ({ $0.item.owner = nil }, "nobody has given an owner")
      ],
      keeps: [{ _ in }, { $0.item.owner = "?" }])
  }
}
