internal import BackupPlanning
internal import Diagnostics

/// An audit as text for people: what is wrong grouped by subject, what is covered, and last of all the sum.
public struct AuditText {
  private let audit: Audit
  private let usesColor: Bool

  public init(_ audit: Audit, usesColor: Bool = false) {
    self.audit = audit
    self.usesColor = usesColor
  }

  public var text: String {
    let sections =
      findings
      + [
        remedies, settings, audit.evidence?.text ?? "", CoverageText(audit).tables, ComponentMatrix(audit).text,
        uncovered, questions,
      ]
      .filter { !$0.isEmpty }
    let title = [audit.organization.map { "Audit of \($0)" } ?? "Audit", "as of \(audit.asOf)"].joined(separator: ", ")
    return ([visible(title) + "\n"] + sections + [CoverageText(audit).line]).joined(separator: "\n")
  }

  /// A block for each subject: items in the order of the plan, then whatever else there is.
  private var findings: [String] {
    guard !audit.findings.isEmpty else { return ["No findings.\n"] }
    let bySubject = Dictionary(grouping: audit.findings, by: \.subject)
    let states = Dictionary(audit.items.map { ($0.item.id, $0.state) }) { first, _ in first }
    let others = Set(bySubject.keys).subtracting(states.keys).sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
    return (audit.items.map(\.item.id) + others).compactMap { subject in
      guard let findings = bySubject[subject] else { return nil }
      let state = states[subject].map { " (\($0.rawValue))" } ?? ""
      return visible(subject + state) + "\n" + findings.map(lines).joined()
    }
  }

  private func lines(_ finding: AuditFinding) -> String {
    let place = finding.location.map { " (\($0))" } ?? ""
    let line = visible("\(finding.severity.rawValue): \(finding.message.text) [\(finding.rule)]\(place)")
    guard let waiver = finding.waiver else { return "  \(colored(line, finding.severity))\n" }
    let until = waiver.expires.map { " until \($0)" } ?? ""
    let agreed = "waived by \(waiver.approver ?? "")\(until): \(waiver.reason)"
    return "  waived \(line)\n    \(visible(agreed))\n"
  }

  /// What to do about each rule, once.
  private var remedies: String {
    var seen: Set<String> = []
    let lines = audit.findings.filter { !$0.isWaived }.map { visible("  \($0.rule): \($0.remedy.text)") + "\n" }
      .filter { seen.insert($0).inserted }
    return lines.isEmpty ? "" : "What to do\n" + lines.joined()
  }

  /// What the policy changed about the controls.
  private var settings: String {
    let off = audit.switchedOff.map { "  \($0): off\n" }
    let changed = audit.changedParameters.map { "  \($0.rule): \($0.name) \($0.value) instead of \($0.published)\n" }
    return off.isEmpty && changed.isEmpty ? "" : "Changed by the policy\n" + (off + changed).joined()
  }

  private var uncovered: String {
    let lines = audit.items.filter { $0.state == .uncovered }.map { item in
      visible("  \(item.item.id): \(item.rules.joined(separator: ", "))") + "\n"
    }
    return lines.isEmpty ? "" : "Uncovered\n" + lines.joined()
  }

  private var questions: String {
    let lines = audit.questions.map { visible("  \($0.id): \($0.text.text)") + "\n" }
    return lines.isEmpty ? "" : "Open questions\n" + lines.joined()
  }

  private func visible(_ text: String) -> String { VisibleText.escaping(text) }

  private func colored(_ line: String, _ severity: Diagnostic.Severity) -> String {
    guard usesColor else { return line }
    let color =
      switch severity {
      case .error: "\u{1B}[31m"
      case .warning: "\u{1B}[33m"
      case .note: "\u{1B}[36m"
      }
    return "\(color)\(line)\u{1B}[0m"
  }
}
