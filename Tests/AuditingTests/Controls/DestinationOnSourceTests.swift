import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct DestinationOnSourceTests {
  @Test func fires() throws {
    try check(
      "destination-on-source", .error,
      breaks: [
        (
          { $0.item.destination = #"\\SQL.contoso.com\d$"# }, "the destination is on sql.contoso.com, which it protects"
        ),
        (
          { $0.item.destination = #"\\fe2.contoso.com\backup"# },
          "the destination is on fe2.contoso.com, which it protects"
        ),
        ({ $0.item.destination = #"\\node1\backup"# }, "the destination is on node1, which it protects"),
        (
          { $0.item.destination = "https://pool.contoso.com:8443/backup" },
          "the destination is on pool.contoso.com, which it protects"
        ),
        (
          { $0.item.destination = #"\\backup.contoso.com\lync; \\sql.contoso.com\d$"# },
          "the destination is on sql.contoso.com, which it protects"
        ),
      ],
      keeps: [
        { _ in }, { $0.item.destination = nil }, { $0.item.destination = #"\\file.contoso.com\backup"# },
        { $0.item.destination = #"\\sql2.contoso.com\backup"# }, { $0.item.destination = #"D:\backup"# },
      ])
  }
}
