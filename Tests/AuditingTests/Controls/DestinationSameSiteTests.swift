import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

@Suite struct DestinationSameSiteTests {
  @Test func fires() throws {
    try check(
      "destination-same-site", .warning,
      breaks: [
        ({ $0.item.destination = #"\\file.contoso.com\lync"# }, "the destination is at its own site, Contoso"),
        (
          { $0.item.destination = #"\\file\lync; \\unknown.contoso.com\lync"# },
          "the destination is at its own site, Contoso"
        ),
      ],
      keeps: [
        { _ in }, { $0.item.destination = #"\\unknown.contoso.com\lync"# },
        { $0.item.destination = #"\\file.contoso.com\lync; \\backup.contoso.com\lync"# },
        {
          $0.item.destination = #"\\file.contoso.com\lync"#; $0.item.site = nil
        },
      ])
  }
}
