import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct DestinationHostUnknownTests {
  @Test func fires() throws {
    try check(
      "destination-host-unknown", .note,
      breaks: [
        ({ $0.item.destination = #"D:\backup"# }, ##"which machine "D:\backup" is on cannot be known"##),
        ({ $0.item.destination = "the cupboard" }, #"which machine "the cupboard" is on cannot be known"#),
        ({ $0.item.destination = #"\\10.0.0.5\lync"# }, ##"which machine "\\10.0.0.5\lync" is on cannot be known"##),
      ],
      keeps: [{ _ in }, { $0.item.destination = nil }])
  }
}
