import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct RTOMissingTests {
  @Test func fires() throws {
    try check(
      "rto-missing", .warning,
      breaks: [
        ({ $0.item.rto = nil }, "nobody has given a recovery time objective")
      ],
      keeps: [{ _ in }, { $0.item.rto = "?" }])
  }
}
