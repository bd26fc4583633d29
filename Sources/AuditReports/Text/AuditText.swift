public import Auditing
internal import BackupPlanning
internal import Diagnostics

/// An audit as text for people: what is wrong grouped by rule, what is covered, and last of all the sum.
public struct AuditText {
  private let audit: Audit
  private let usesColor: Bool

  public init(_ audit: Audit, usesColor: Bool = false) {
    self.audit = audit
    self.usesColor = usesColor
  }

  public var text: String {
    let groups = FindingGroup.groups(of: audit.findings)
    let findings = AuditFinding.Standing.allCases.map { standing in
      section(standing, groups.filter { $0.standing == standing })
    }
    let sections =
      findings
      + [
        stale, settings, audit.evidence?.text ?? "", CoverageText(audit).tables, ComponentMatrix(audit).text, uncovered,
        questions,
      ]
    let title = [audit.organization.map { "Audit of \($0)" } ?? "Audit", "as of \(audit.asOf)"].joined(separator: ", ")
    return ([VisibleText.escaping(title) + "\n"] + sections.filter { !$0.isEmpty } + [CoverageText(audit).line])
      .joined(separator: "\n")
  }

  /// The findings of one standing, a block for each rule.
  private func section(_ standing: AuditFinding.Standing, _ groups: [FindingGroup]) -> String {
    guard !groups.isEmpty else { return standing == .open ? noOpenFindings : "" }
    let title: String? =
      switch standing {
      case .open: nil
      case .known: "Known from the baseline"
      case .waived: "Waived"
      }
    let blocks = groups.map { GroupText($0, usesColor: usesColor && standing == .open).text }.joined(separator: "\n")
    return title.map { "\($0)\n\n\(blocks)" } ?? blocks
  }

  private var noOpenFindings: String {
    audit.findings.isEmpty ? "No findings.\n" : "No findings but the known and the waived.\n"
  }

  /// What the baseline has for nothing.
  private var stale: String {
    let lines = (audit.baseline?.stale ?? []).map { VisibleText.escaping("  \($0.rule): \($0.subject)") + "\n" }
    return lines.isEmpty ? "" : "In the baseline and not found any more; write it anew\n" + lines.joined()
  }

  /// What the policy changed about the controls.
  private var settings: String {
    let off = audit.switchedOff.map { "  \($0): off\n" }
    let changed = audit.changedParameters.map { "  \($0.rule): \($0.name) \($0.value) instead of \($0.published)\n" }
    return off.isEmpty && changed.isEmpty ? "" : "Changed by the policy\n" + (off + changed).joined()
  }

  private var uncovered: String {
    let lines = audit.items.filter { $0.state == .uncovered }.map { item in
      VisibleText.escaping("  \(item.item.id): \(item.rules.joined(separator: ", "))") + "\n"
    }
    return lines.isEmpty ? "" : "Uncovered\n" + lines.joined()
  }

  private var questions: String {
    let lines = audit.questions.map { question in
      WrappedText(VisibleText.escaping("\(question.id): \(question.text.text)"), indentation: 2).text
    }
    return lines.isEmpty ? "" : "Open questions\n" + lines.joined()
  }
}

/// The findings of one rule, of one standing and, where they are waived, under one waiver.
struct FindingGroup {
  let findings: [AuditFinding]
  let first: AuditFinding

  var standing: AuditFinding.Standing { first.standing }

  /// In the order of their first findings.
  static func groups(of findings: [AuditFinding]) -> [FindingGroup] {
    var groups: [[AuditFinding]] = []
    // Few waivers cover one rule.
    var positions: [String: [Int]] = [:]
    for finding in findings {
      let same = positions[finding.rule, default: []].first { position in
        groups[position].first.map { $0.standing == finding.standing && $0.waiver == finding.waiver } ?? false
      }
      if let same {
        groups[same].append(finding)
      } else {
        positions[finding.rule, default: []].append(groups.count)
        groups.append([finding])
      }
    }
    return groups.compactMap { group in group.first.map { FindingGroup(findings: group, first: $0) } }
  }

  /// What all of them share; nil where they differ.
  func shared(_ words: (AuditFinding) -> String) -> String? {
    let first = words(first)
    return findings.allSatisfy { words($0) == first } ? first : nil
  }
}

/// A group of findings: the rule once, then what it is about.
private struct GroupText {
  private let group: FindingGroup
  private let usesColor: Bool
  /// Said once where all of them share it, else with each.
  private let message: String?
  private let remedy: String?

  init(_ group: FindingGroup, usesColor: Bool) {
    self.group = group
    self.usesColor = usesColor
    message = group.shared(\.message.text)
    remedy = group.shared(\.remedy.text)
  }

  var text: String { title + waiver + explanation + group.findings.map(item).joined() }

  private var title: String {
    let rule = "\(group.first.severity.rawValue) \(group.first.rule)"
    let count = " (\(group.findings.count))"
    guard let message else { return colored(rule + count, group.first.severity) + "\n" }
    let line = visible("\(rule): \(message)\(count)")
    if line.count <= WrappedText.width { return colored(line, group.first.severity) + "\n" }
    return colored(rule + count, group.first.severity) + "\n" + wrapped(message)
  }

  private var waiver: String {
    guard let waiver = group.first.waiver else { return "" }
    let until = waiver.expires.map { " until \($0)" } ?? ""
    return wrapped("waived by \(waiver.approver ?? "")\(until): \(waiver.reason)")
  }

  /// What it means and what to do, where somebody has to.
  private var explanation: String {
    guard group.standing == .open else { return "" }
    let meaning = ReportedRule.rule(group.first.rule).map { wrapped($0.meaning) } ?? ""
    return meaning + (remedy.map { wrapped("To do: \($0)") } ?? "")
  }

  private func item(_ finding: AuditFinding) -> String {
    let message = self.message == nil ? ": \(finding.message.text)" : ""
    let remedy = group.standing == .open && self.remedy == nil ? "; \(finding.remedy.text)" : ""
    let place = finding.location.map { " (\($0))" } ?? ""
    return visible("    \(finding.subject)\(message)\(remedy)\(place)") + "\n"
  }

  private func wrapped(_ words: String) -> String { WrappedText(visible(words), indentation: 2).text }

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
