import CivilTime
@testable import Auditing
@testable import BackupPlanning
import Diagnostics
import Testing

/// The whole of an audit of one item, as JSON and as text.
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

  @Test func text() throws {
    let text = AuditText(try Self.sample.audit()).text
    let start = try #require(text.firstRange(of: "Coverage by control"))
    let end = try #require(text.firstRange(of: "Components and requirements"))
    #expect(text[..<start.lowerBound] + text[end.lowerBound...] == Self.text)
    #expect(
      text[start.lowerBound...].contains("\n  schedule-missing                 1    0       0     1        0    0 %\n"))
    #expect(
      text[start.lowerBound...].contains("\n  rto-missing                      1    0       1     0        0    0 %\n"))
    #expect(!text.contains("owner-missing     "))
  }

  @Test func openFindingsAreColoured() throws {
    let text = AuditText(try Self.sample.audit(), usesColor: true).text
    #expect(
      text.contains("  \u{1B}[31merror: nobody has given a schedule [schedule-missing] (entries.csv:3)\u{1B}[0m\n"))
    #expect(text.contains("\n  waived warning: nobody"))
    #expect(text.contains("unused\\u{1B} [file-store-unused]"))
  }

  @Test func nothingIsWrongAndNothingIsThere() throws {
    var plan = SampleAudit().plan
    plan.backupItems = []
    let audit = Auditor.audit(plan: plan, asOf: try #require(Moment("2026-11-22T10:00:00Z")))
    #expect(AuditText(audit).text.hasPrefix("Audit of Contoso, as of 2026-11-22T10:00:00Z\n\nNo findings.\n"))
    #expect(
      AuditText(audit).text.hasSuffix(
        "Coverage: 0 required, 0 planned (100 %), 0 evidenced (100 %), 0 waived (100 %), 0 uncovered (100 %)\n"))
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

  private static let text = #"""
    Audit of Contoso, as of 2026-11-22

    userData:pool.contoso.com (uncovered)
      error: nobody has given a schedule [schedule-missing] (entries.csv:3)
      waived warning: nobody has given a recovery time objective [rto-missing] (entries.csv:3)
        waived by CIO until 2027-06-30: agreed

    fileStore:\\file\x
      note: unused\u{1B} [file-store-unused] (topology.xml:12)

    What to do
      schedule-missing: give a schedule in the register or the policy, such as Daily 01:00
      file-store-unused: remove it

    Changed by the policy
      owner-missing: off
      restore-test-old: days 180 instead of 365

    Coverage by worksheet  required  planned  evidenced  waived  uncovered  covered
      database                    1        0          0       0          1      0 %
      fileStore                   0        0          0       0          0    100 %
      settings                    0        0          0       0          0    100 %

    Coverage by site  required  planned  evidenced  waived  uncovered  covered
      Contoso                1        0          0       0          1      0 %

    Coverage by pool    required  planned  evidenced  waived  uncovered  covered
      pool.contoso.com         1        0          0       0          1      0 %

    Components and requirements      1
      frontEndPool:pool.contoso.com  U
      backEndServer:sql.contoso.com  U
      1 userData
      U uncovered, W waived, P planned, E evidenced; the worst of several

    Uncovered
      userData:pool.contoso.com: rto-missing, schedule-missing

    Coverage: 1 required, 0 planned (0 %), 0 evidenced (0 %), 0 waived (0 %), 1 uncovered (100 %)

    """#
}
