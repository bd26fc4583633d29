import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct RPOMissingTests {
  @Test func fires() throws {
    try check(
      "rpo-missing", .warning,
      breaks: [
        ({ $0.item.rpo = nil }, "nobody has given a recovery point objective")
      ],
      keeps: [{ _ in }, { $0.item.rpo = "?" }])
  }
}
