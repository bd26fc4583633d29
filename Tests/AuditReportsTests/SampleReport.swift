import CivilTime
import Diagnostics
import TestSupport
import Testing

@testable import Auditing
@testable import BackupPlanning

/// Audits for reports: one small, one whose every word tries to be something else.
enum SampleReport {
  static let pool = "userData:pool.contoso.com"
  static let archive = "archiving:sql.contoso.com"

  /// Two items, one with an open and a waived finding, one with two notes; a finding about no item.
  static func small() throws -> Audit {
    try audit(
      items: [item(pool, .userData, .uncovered), item(archive, .archiving, .planned)],
      findings: [
        finding("schedule-missing", .error, pool, "nobody has given a schedule", file: "entries.csv", line: 3),
        finding("rto-missing", .warning, pool, "nobody has given a recovery time objective", waiver: waiver()),
        finding("rto-missing", .warning, archive, "nobody has given a recovery time objective"),
        finding("schedule-exceeds-rpo", .error, archive, "168 h between runs, 24 h allowed", waiver: waiver()),
        finding("file-store-unused", .note, #"fileStore:\\file\x"#, "unused\u{1B}", file: "topology.xml", line: 12),
      ])
  }

  /// Every awkward string as the subject, message, remedy and file of a finding, as an item and component, as the
  /// reason and approver of a waiver; in open, waived and known findings.
  static func awkward() throws -> Audit {
    let rules: [(String, Diagnostic.Severity)] = [
      ("schedule-missing", .error), ("rto-missing", .warning), ("file-store-unused", .note),
    ]
    var findings: [AuditFinding] = []
    for (number, text) in HostileStrings.all.enumerated() {
      let (rule, severity) = rules[number % rules.count]
      var finding = finding(
        rule, severity, "userData:\(text)", text, remedy: text, file: text, line: number + 1)
      findings.append(finding)
      finding.subject = text
      finding.location = number.isMultiple(of: 2) ? nil : SourceLocation(file: "a/\(text)")
      finding.waiver = waiver(reason: text, approver: text, file: text)
      findings.append(finding)
    }
    var audit = try audit(
      items: Set(HostileStrings.all).sorted().map { item("userData:\($0)", .userData, .uncovered) },
      findings: findings)
    audit.organization = HostileStrings.all.joined(separator: " ")
    audit.questions = HostileStrings.all.map {
      Question(id: "exchange", subject: $0, text: .verbatim($0))
    }
    // The known ones are the first of five, the stale ones nobody's.
    let known = findings.filter { !$0.isWaived }.enumerated().filter { $0.offset.isMultiple(of: 5) }
    return audit.comparing(
      with: Baseline(
        entries: known.map(\.element.baselineEntry)
          + HostileStrings.all.map { Baseline.Entry(rule: "rto-missing", subject: $0) }))
  }

  static func audit(items: [Audit.Item], findings: [AuditFinding]) throws -> Audit {
    Audit(
      asOf: try #require(Moment("2026-11-22")), items: items, findings: findings, questions: [],
      controls: [], switchedOff: [], changedParameters: [], components: [], organization: "Contoso")
  }

  static func item(_ id: String, _ data: BackupData, _ state: Audit.State) -> Audit.Item {
    Audit.Item(
      item: BackupItem(
        id: id, data: data, database: nil, server: "sql.contoso.com", instance: nil, share: nil, site: "Contoso",
        pools: ["pool.contoso.com"], tool: .verbatim(""), command: nil, permission: .verbatim(""), schedule: nil,
        backupSet: BackupSet(name: "x", expiration: nil), destination: nil, owner: nil, rpo: nil, rto: nil,
        lastBackup: nil, lastRestoreTest: nil, notes: [], sources: []),
      state: state, rules: ["schedule-missing"])
  }

  static func finding(
    _ rule: String, _ severity: Diagnostic.Severity, _ subject: String, _ message: String, remedy: String = "mend it",
    file: String? = nil, line: Int? = nil, waiver: Waiver? = nil
  ) -> AuditFinding {
    AuditFinding(
      rule: rule, severity: severity, subject: subject, message: .verbatim(message), remedy: .verbatim(remedy),
      location: file.map { SourceLocation(file: $0, line: line) }, waiver: waiver)
  }

  static func waiver(reason: String = "agreed", approver: String = "CIO", file: String = "policy.yml") -> Waiver {
    Waiver(
      rule: "rto-missing", item: nil, reason: reason, approver: approver, expires: "2027-06-30",
      location: SourceLocation(file: file, line: 7, column: 3))
  }
}
