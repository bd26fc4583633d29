import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct RegisterRetiredTests {
  @Test func fires() throws {
    try check(
      "register-retired", .note,
      breaks: [
        (
          { $0.register = Register(entries: [.init(itemID: "archiving:gone", state: .retired, line: 7)]) },
          "the register has a row, but the topology no longer has the item"
        )
      ],
      keeps: [
        { _ in },
        { $0.register = Register(entries: [.init(itemID: "USERDATA:pool.contoso.com", state: .retired, line: 2)]) },
      ],
      subject: "archiving:gone")
  }

  @Test func itSaysWhereTheRowIs() throws {
    var sample = SampleAudit()
    sample.register = Register(entries: [.init(itemID: "archiving:gone", state: .retired, line: 7)])
    let finding = try #require(try sample.audit().findings.first { $0.rule == "register-retired" })
    #expect(finding.location?.description == "entries.csv:7")
  }
}
