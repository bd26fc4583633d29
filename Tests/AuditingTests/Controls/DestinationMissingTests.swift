import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct DestinationMissingTests {
  @Test func fires() throws {
    try check(
      "destination-missing", .error,
      breaks: [
        ({ $0.item.destination = nil }, "nobody has given a destination")
      ],
      keeps: [{ _ in }, { $0.item.destination = "?" }])
  }
}
