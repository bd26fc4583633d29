import BackupPlanning
import Diagnostics
import Evidence
import Testing

@testable import Auditing

@Suite struct BackupShrunkTests {
  private static func files(_ sizes: Int...) throws -> EvidenceSource {
    EvidenceSource(
      files: try sizes.enumerated().map { try .sample("2026-11-\(10 + $0)", size: $1, folder: "2026-11-\(10 + $0)") })
  }

  @Test func fires() throws {
    let shrunk = try Self.files(100, 49)
    let afterEmpty = try Self.files(100, 0, 49)
    let half = try Self.files(100, 50)
    let before = try Self.files(1000, 60, 50)
    let one = try Self.files(1)
    let empty = try Self.files(100, 0)
    func message(_ day: Int) -> String {
      "2026-11-\(day)/UserData-pool.contoso.com.zip has 49 bytes, the one before, of 2026-11-10, 100"
    }
    try check(
      "backup-shrunk", .warning,
      breaks: [({ $0.evidence = shrunk }, message(11)), ({ $0.evidence = afterEmpty }, message(12))],
      keeps: [
        { _ in }, { $0.evidence = half }, { $0.evidence = before }, { $0.evidence = one }, { $0.evidence = empty },
      ])
  }

  @Test func thePercentAreAParameter() throws {
    var sample = SampleAudit()
    sample.evidence = try Self.files(100, 70)
    #expect(try sample.audit().findings == [])
    sample.policy.controls["backup-shrunk"] = .parameters(["percent": "71"])
    let audit = try sample.audit()
    #expect(audit.findings.map(\.rule) == ["backup-shrunk"])
    #expect(audit.changedParameters == [.init(rule: "backup-shrunk", name: "percent", published: 50, value: 71)])
  }

  @Test func oneBackupCannotBeCompared() throws {
    var sample = SampleAudit()
    sample.evidence = try Self.files(100)
    let unknown = try sample.audit().controls.first { $0.rule == "backup-shrunk" }?.unknown
    #expect(unknown == 1)
  }
}
