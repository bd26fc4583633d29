public import Auditing
public import Diagnostics
internal import BackupPlanning

/// An audit as JUnit XML: a suite for each worksheet with a case for each backup item, and one for what else findings
/// are about.
public struct JUnitReport {
  private let audit: Audit
  private let threshold: Diagnostic.Severity

  /// - Parameter threshold: The least severity that fails a case.
  public init(_ audit: Audit, failingAt threshold: Diagnostic.Severity) {
    self.audit = audit
    self.threshold = threshold
  }

  public var bytes: [UInt8] {
    let suites = suites
    let lines =
      [#"<?xml version="1.0" encoding="UTF-8"?>"#]
      + ["<\(tag("testsuites", "Backup audit", suites.flatMap(\.cases)))>"] + suites.flatMap(lines) + ["</testsuites>"]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private struct Suite {
    let name: String
    let cases: [JUnitCase]
  }

  private var suites: [Suite] {
    var findings = Dictionary(grouping: audit.findings.filter(\.canBeAboutItem), by: \.subject)
    var worksheets: [Suite] = []
    for worksheet in WorksheetKind.allCases {
      let cases = audit.items.filter { $0.item.worksheet == worksheet }.map { item in
        JUnitCase(
          suite: worksheet.rawValue, name: item.item.id, state: item.state, findings[item.item.id] ?? [],
          failingAt: threshold)
      }
      if !cases.isEmpty { worksheets.append(Suite(name: worksheet.rawValue, cases: cases)) }
    }
    for item in audit.items { findings[item.item.id] = nil }
    let restorations = Dictionary(grouping: audit.findings.filter { !$0.canBeAboutItem }, by: \.subject)
    let others = Self.cases(findings, "other", threshold) + Self.cases(restorations, "restoration", threshold)
    return others.isEmpty ? worksheets : worksheets + [Suite(name: "other", cases: others)]
  }

  private static func cases(
    _ findings: [String: [AuditFinding]], _ suite: String, _ threshold: Diagnostic.Severity
  ) -> [JUnitCase] {
    findings.sorted { $0.key < $1.key }.map { subject, findings in
      JUnitCase(suite: suite, name: subject, state: nil, findings, failingAt: threshold)
    }
  }

  private func lines(_ suite: Suite) -> [String] {
    ["  <\(tag("testsuite", suite.name, suite.cases))>"] + suite.cases.flatMap(\.lines) + ["  </testsuite>"]
  }

  private func tag(_ element: String, _ name: String, _ cases: [JUnitCase]) -> String {
    XMLText.tag(
      element,
      [
        "name": name, "tests": String(cases.count), "failures": String(cases.count(where: \.fails)), "errors": "0",
        "skipped": String(cases.count(where: \.isSkipped)),
      ])
  }
}

/// One case: it fails for what is open, and is skipped where all that would fail it is waived or known.
struct JUnitCase {
  private let suite: String
  private let name: String
  private let state: Audit.State?
  private let failing: [AuditFinding]
  private let excused: [AuditFinding]
  private let lesser: [AuditFinding]

  init(
    suite: String, name: String, state: Audit.State?, _ findings: [AuditFinding],
    failingAt threshold: Diagnostic.Severity
  ) {
    self.suite = suite
    self.name = name
    self.state = state
    let severe = findings.filter { $0.severity.rank <= threshold.rank }
    failing = severe.filter { $0.standing == .open }
    excused = severe.filter { $0.standing != .open }
    lesser = findings.filter { $0.severity.rank > threshold.rank }
  }

  var fails: Bool { !failing.isEmpty }

  var isSkipped: Bool { failing.isEmpty && !excused.isEmpty }

  var lines: [String] {
    let tag = XMLText.tag("testcase", ["classname": suite, "name": name])
    let said = (isSkipped ? lesser : excused + lesser).map(Self.words) + (state.map { ["state: \($0.rawValue)"] } ?? [])
    let contents = outcome + (said.isEmpty ? [] : block("system-out", said))
    return contents.isEmpty ? ["    <\(tag)/>"] : ["    <\(tag)>"] + contents + ["    </testcase>"]
  }

  private var outcome: [String] {
    if let first = failing.first {
      let rules = failing.map(\.rule).joined(separator: ", ")
      return block(
        XMLText.tag("failure", ["message": rules, "type": first.severity.rawValue]), failing.map(Self.words),
        closing: "failure")
    }
    guard isSkipped else { return [] }
    return ["      <\(XMLText.tag("skipped", ["message": excused.map(Self.words).joined(separator: "; ")]))/>"]
  }

  private func block(_ tag: String, _ lines: [String], closing: String? = nil) -> [String] {
    ["      <\(tag)>" + lines.map(XMLText.escaping).joined(separator: "\n") + "</\(closing ?? tag)>"]
  }

  private static func words(_ finding: AuditFinding) -> String {
    let place = finding.location.map { " (\($0))" } ?? ""
    let line = "\(finding.severity.rawValue): \(finding.message.text); \(finding.remedy.text) [\(finding.rule)]\(place)"
    switch finding.standing {
    case .open: return line
    case .known: return "known from the baseline: \(line)"
    case .waived:
      let until = finding.waiver?.expires.map { " until \($0)" } ?? ""
      return "waived by \(finding.waiver?.approver ?? "")\(until), \(finding.waiver?.reason ?? ""): \(line)"
    }
  }
}
