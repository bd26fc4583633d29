import AuditReports
import BackupPlanning
import CivilTime
import Diagnostics
import Evidence
import Testing

@testable import Auditing

/// Evidence beside the register, and how an audit shows it.
@Suite struct EvidenceAuditTests {
  /// Register, file, state and rules.
  @Test(
    arguments: [
      (nil, "2026-11-22", Audit.State.evidenced, []),
      (nil, "2026-11-21T01:00:00Z", .evidenced, []),
      (nil, "2026-11-20T23:59:59Z", .planned, ["backup-stale"]),
      ("2026-11-01", "2026-11-22", .evidenced, []),
      ("2026-11-22", "2026-11-01", .evidenced, []),
      ("2026-11-01", "2026-11-02", .planned, ["backup-stale"]),
      (nil, "2026-11-23", .planned, ["date-implausible"]),
      ("2026-11-22", "2026-11-23", .evidenced, ["date-implausible"]),
      ("2026-11-23", "2026-11-22", .evidenced, ["date-implausible"]),
    ] as [(String?, String, Audit.State, [String])])
  func theNewestOfRegisterAndEvidence(register: String?, file: String, state: Audit.State, rules: [String]) throws {
    var sample = SampleAudit()
    sample.item.lastBackup = register
    sample.evidence = EvidenceSource(files: [try .sample(file)])
    let audit = try sample.audit()
    #expect(audit.items.map(\.state) == [state])
    #expect(audit.items.first?.rules == rules)
  }

  @Test func messagesNameTheNewest() throws {
    var sample = SampleAudit()
    sample.item.lastBackup = "2026-11-01"
    sample.evidence = EvidenceSource(files: [
      try .sample("2026-11-19T00:00:00Z"), try .sample("2026-11-30", folder: "x"),
    ])
    #expect(
      try sample.audit().findings.map(\.message.text) == [
        "the newest known backup, of 2026-11-19T00:00:00Z, is 3 days old; 24 h are allowed",
        "in the future or no date: backup \"x/UserData-pool.contoso.com.zip\" of 2026-11-30",
      ])
  }

  private static func shown() throws -> Audit {
    var sample = SampleAudit()
    var source = EvidenceSource(
      files: [try .sample("2026-11-21", size: 90, folder: "2026-11-21"), try .sample("2026-11-22T01:00:00Z")],
      databaseBackups: [
        DatabaseBackup(
          server: "S", database: "master", finished: try #require(Moment("2026-11-22")), type: "D", size: 1)
      ],
      skipped: ["x\u{1B}[2J: a link, not followed"])
    source.files += (100..<125).map { BackupFile(path: "f\n\($0)", size: 1, modified: source.files[0].modified) }
    sample.evidence = source
    return try sample.audit()
  }

  @Test func text() throws {
    let text = AuditText(try Self.shown()).text
    let start = try #require(text.firstRange(of: "Evidence\n"))
    let end = try #require(text.firstRange(of: "\nCoverage by worksheet"))
    let foreign = (100..<120).map { "    f\\u{A}\($0)\n" }.joined()
    #expect(
      text[start.lowerBound..<end.lowerBound] == """
        Evidence
          files: 27, 2 of them of items, 0 not counted, 25 of no item
          backups in SQL Server's history: 1, 0 of them of items
          To look at
            userData:pool.contoso.com: its files in *, run are taken for one series
          Of no item, perhaps backups under another name
        \(foreign)    5 more
          Not looked at
            x\\u{1B}[2J: a link, not followed

        """)
  }

  @Test func json() throws {
    let json = String(decoding: try Self.shown().json, as: UTF8.self)
    let start = try #require(json.firstRange(of: "  \"evidence\": {\n"))
    let end = try #require(json.firstRange(of: "  \"findings\""))
    let foreign = (100..<120).map { "        \"f\\n\($0)\"" }.joined(separator: ",\n")
    #expect(
      json[start.lowerBound..<end.lowerBound] == """
          "evidence": {
            "backups": [
              {
                "count": 2,
                "item": "userData:pool.contoso.com",
                "newest": [
                  {
                    "date": "2026-11-22T01:00:00Z",
                    "name": "run/UserData-pool.contoso.com.zip",
                    "size": 100
                  }
                ]
              }
            ],
            "files": 27,
            "foreign": {
              "count": 25,
              "first": [
        \(foreign)
              ]
            },
            "matched": 2,
            "notCounted": 0,
            "notes": {
              "count": 1,
              "first": [
                "userData:pool.contoso.com: its files in *, run are taken for one series"
              ]
            },
            "records": 1,
            "recordsMatched": 0,
            "skipped": {
              "count": 1,
              "first": [
                "x\\u001b[2J: a link, not followed"
              ]
            }
          },

        """)
  }

  @Test func withoutEvidenceNothingIsSaid() throws {
    let audit = try SampleAudit().audit()
    #expect(!AuditText(audit).text.contains("Evidence\n"))
    #expect(!String(decoding: audit.json, as: UTF8.self).contains("\"evidence\":"))
  }
}
