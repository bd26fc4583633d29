import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct RegisterRowMissingTests {
  @Test func fires() throws {
    try check(
      "register-row-missing", .warning,
      breaks: [
        ({ $0.register = Register() }, "the register has no row for it")
      ],
      keeps: [
        { _ in }, { $0.register = Register(entries: [.init(itemID: "userdata:POOL.contoso.com", state: .active)]) },
      ])
  }
}
