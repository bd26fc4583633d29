public import CivilTime
public import BackupPlanning
internal import Diagnostics
public import Evidence

/// Compares what is required with what is planned and known. Never reads a clock.
public enum Auditor {
  /// - Parameters:
  ///   - plan: Its cells already hold what the register says.
  ///   - policy: Waivers and settings of controls.
  ///   - register: What people filled in; nil where none is given.
  ///   - evidence: What is known about backups themselves; nil where nobody looked.
  ///   - asOf: The day, or moment, that counts as now.
  ///   - files: What the inputs are called.
  public static func audit(
    plan: Plan, policy: Policy = Policy(), register: Register? = nil, evidence: [EvidenceSource]? = nil, asOf: Moment,
    files: AuditFiles = AuditFiles()
  ) -> Audit {
    let evidence = evidence.map { EvidenceMatches(plan.backupItems, $0) }
    let context = AuditContext(
      plan: plan, policy: policy, register: register, evidence: evidence, asOf: asOf, files: files)
    let controls = ControlCatalogue.controls.filter { control in
      policy.controls[control.rule.id] != .off
        && (evidence != nil || !ControlNames.needingEvidence.contains(control.rule.id))
    }
    let own = controls.flatMap { findings(of: $0, context) }
    let found = (topologyFindings(context) + own).map { waived($0, context) }
    return Audit(
      asOf: asOf, items: items(context, found), findings: sorted(found, plan), questions: plan.questions,
      controls: coverage(of: controls, context, found),
      switchedOff: policy.controls.filter { $0.value == .off }.keys.sorted(),
      changedParameters: changedParameters(controls, context), components: plan.components,
      organization: plan.organization, evidence: evidence.map { AuditEvidence(plan.backupItems, $0) })
  }

  private static func findings(of control: any Control, _ context: AuditContext) -> [AuditFinding] {
    let rule = control.rule
    return control.complaints(context).map { complaint in
      AuditFinding(
        rule: rule.id, severity: rule.severity, subject: complaint.subject, message: complaint.message,
        remedy: Phrase("remedy.\(rule.id)", rule.remedy), location: complaint.location)
    }
  }

  private static func topologyFindings(_ context: AuditContext) -> [AuditFinding] {
    context.plan.findings.filter { context.policy.controls[$0.rule] != .off }.map { finding in
      AuditFinding(
        rule: finding.rule, severity: finding.severity, subject: finding.subject, message: finding.message,
        remedy: finding.remedy,
        location: finding.line.map { SourceLocation(file: context.files.topology, line: $0) })
    }
  }

  /// The finding with the waiver that covers it. A waiver never covers what is found about itself.
  private static func waived(_ finding: AuditFinding, _ context: AuditContext) -> AuditFinding {
    var finding = finding
    finding.waiver = context.policy.waivers.first { waiver in
      waiver.covers(rule: finding.rule, subject: finding.subject) && waiver.holds(on: context.asOf.day)
        && !(finding.subject == waiver.subject && finding.location == waiver.location)
    }
    return finding
  }

  private static func items(_ context: AuditContext, _ findings: [AuditFinding]) -> [Audit.Item] {
    // A file store's restoration is called like its item, and is another thing.
    let aboutItems = findings.filter { $0.rule != TopologyFinding.restorationWithoutBackup.rawValue }
    let bySubject = Dictionary(grouping: aboutItems, by: \.subject)
    return context.items.map { audited in
      let findings = bySubject[audited.item.id] ?? []
      return Audit.Item(
        item: audited.item, state: state(of: audited, findings), rules: Set(findings.map(\.rule)).sorted())
    }
  }

  private static func state(of item: AuditedItem, _ findings: [AuditFinding]) -> Audit.State {
    if item.isPlanned { return item.backupAge == .fresh ? .evidenced : .planned }
    let errors = findings.filter { $0.severity == .error }
    // Without any error (its controls are switched off) nobody has agreed to anything.
    return !errors.isEmpty && errors.allSatisfy(\.isWaived) ? .waived : .uncovered
  }

  private static func coverage(
    of controls: [any Control], _ context: AuditContext, _ findings: [AuditFinding]
  ) -> [Audit.ControlCoverage] {
    let byRule = Dictionary(grouping: findings, by: \.rule)
    return controls.compactMap { control in
      guard let control = control as? any ItemControl else { return nil }
      let own = byRule[control.rule.id] ?? []
      let waived = own.count(where: \.isWaived)
      let complainedAbout = Set(own.map(\.subject))
      let unknown = context.items.count { item in
        !complainedAbout.contains(item.item.id) && !control.canJudge(item, context)
      }
      return Audit.ControlCoverage(
        rule: control.rule.id, required: context.items.count, met: context.items.count - own.count - unknown,
        waived: waived,
        open: own.count - waived, unknown: unknown)
    }
  }

  private static func changedParameters(
    _ controls: [any Control], _ context: AuditContext
  ) -> [Audit.ChangedParameter] {
    controls.map(\.rule).sorted { $0.id < $1.id }.flatMap { rule in
      rule.parameters.enumerated().compactMap { position, parameter in
        let value = context.parameter(position, of: rule)
        guard value != parameter.value else { return nil }
        return Audit.ChangedParameter(
          rule: rule.id, name: parameter.name, published: parameter.value, value: value)
      }
    }
  }

  /// The worst first, then by rule, then in the order of the plan's items, then by subject and line.
  private static func sorted(_ findings: [AuditFinding], _ plan: Plan) -> [AuditFinding] {
    var positions: [String: Int] = [:]
    for (position, item) in plan.backupItems.enumerated() { positions[item.id] = position }
    typealias Key = (Int, String, Int, String, Int)
    let keyed = findings.map { finding -> (key: Key, text: String, finding: AuditFinding) in
      let key: Key = (
        finding.severity.rank, finding.rule, positions[finding.subject] ?? -1, finding.subject,
        finding.location?.line ?? 0
      )
      return (key, finding.message.text, finding)
    }
    return keyed.sorted { left, right in
      left.key == right.key ? left.text < right.text : left.key < right.key
    }.map(\.finding)
  }
}
