import CivilTime
@testable import Auditing
@testable import BackupPlanning
import Diagnostics
import Testing

/// The whole of an audit of one item, as JSON.
@Suite struct AuditFormTests {
  private static let sample: SampleAudit = {
    var sample = SampleAudit()
    sample.item.schedule = nil
    sample.item.rto = nil
    sample.item.lastBackup = nil
    sample.findings = [
      Finding(
        rule: "file-store-unused", severity: .note, subject: #"fileStore:\\file\x"#,
        message: Phrase("m", "unused\u{1B}"),
        remedy: Phrase("r", "remove it"), line: 12)
    ]
    sample.policy.waivers = [SampleAudit.waiver("rto-missing", item: "userData:*")]
    sample.policy.controls = ["owner-missing": .off, "restore-test-old": .parameters(["days": "180"])]
    sample.register = Register(entries: [.init(itemID: SampleAudit.itemID, state: .active, line: 3)])
    return sample
  }()

  @Test func json() throws {
    let audit = try Self.sample.audit()
    var lines = String(decoding: audit.json, as: UTF8.self)
    // Each control's numbers have tests of their own.
    let start = try #require(lines.firstRange(of: "    \"control\": ["))
    let end = try #require(lines.firstRange(of: "    \"pool\": ["))
    lines.removeSubrange(start.lowerBound..<end.lowerBound)
    #expect(lines == Self.json)
  }

  private static let json = #"""
    {
      "asOf": "2026-11-22",
      "coverage": {
        "evidenced": 0,
        "planned": 0,
        "required": 1,
        "uncovered": 1,
        "waived": 0
      },
      "coverageBy": {
        "component": [
          {
            "component": "frontEndPool:pool.contoso.com",
            "states": [
              {
                "data": "userData",
                "state": "uncovered"
              }
            ]
          },
          {
            "component": "backEndServer:sql.contoso.com",
            "states": [
              {
                "data": "userData",
                "state": "uncovered"
              }
            ]
          }
        ],
        "pool": [
          {
            "evidenced": 0,
            "name": "pool.contoso.com",
            "planned": 0,
            "required": 1,
            "uncovered": 1,
            "waived": 0
          }
        ],
        "site": [
          {
            "evidenced": 0,
            "name": "Contoso",
            "planned": 0,
            "required": 1,
            "uncovered": 1,
            "waived": 0
          }
        ],
        "worksheet": [
          {
            "evidenced": 0,
            "name": "database",
            "planned": 0,
            "required": 1,
            "uncovered": 1,
            "waived": 0
          },
          {
            "evidenced": 0,
            "name": "fileStore",
            "planned": 0,
            "required": 0,
            "uncovered": 0,
            "waived": 0
          },
          {
            "evidenced": 0,
            "name": "settings",
            "planned": 0,
            "required": 0,
            "uncovered": 0,
            "waived": 0
          }
        ]
      },
      "findings": [
        {
          "location": {
            "file": "entries.csv",
            "line": 3
          },
          "message": "nobody has given a schedule",
          "rule": "schedule-missing",
          "severity": "error",
          "subject": "userData:pool.contoso.com",
          "waived": false
        },
        {
          "location": {
            "file": "entries.csv",
            "line": 3
          },
          "message": "nobody has given a recovery time objective",
          "rule": "rto-missing",
          "severity": "warning",
          "subject": "userData:pool.contoso.com",
          "waived": true
        },
        {
          "location": {
            "file": "topology.xml",
            "line": 12
          },
          "message": "unused\u001b",
          "rule": "file-store-unused",
          "severity": "note",
          "subject": "fileStore:\\\\file\\x",
          "waived": false
        }
      ],
      "items": [
        {
          "id": "userData:pool.contoso.com",
          "rules": [
            "rto-missing",
            "schedule-missing"
          ],
          "state": "uncovered"
        }
      ],
      "questions": [],
      "schema": "backup-worksheets/audit/1",
      "switchedOff": [
        "owner-missing"
      ]
    }

    """#
}
