public import CivilTime
public import BackupPlanning
public import Diagnostics

/// What is covered, what is not, and why, on one day. Its JSON form is `audit --format json`.
public struct Audit: Sendable, Equatable {
  /// The name of the JSON form and its version.
  public static let schema = "backup-worksheets/audit/1"

  public var asOf: Moment
  /// In the order of the plan.
  public var items: [Item]
  /// Waived ones too; the worst first.
  public var findings: [AuditFinding]
  public var questions: [Question]
  /// How many of the items each control is content with.
  public var controls: [ControlCoverage]
  /// Rules that the policy switched off.
  public var switchedOff: [String]
  /// Parameters that the policy changed.
  public var changedParameters: [ChangedParameter]
  public var components: [Component]
  public var organization: String?
  /// What was found; nil where no evidence is given.
  public var evidence: AuditEvidence?
  /// How the findings compare with those that were known before; nil where no baseline is given.
  public var baseline: BaselineComparison?

  /// What is known about the backup of an item.
  public enum State: String, Sendable, CaseIterable {
    /// Schedule and destination are given.
    case planned
    /// Planned, and a backup is known that is not older than allowed.
    case evidenced
    /// Not planned, and every error about it is waived.
    case waived
    /// The rest.
    case uncovered
  }

  /// A backup item and its state.
  public struct Item: Sendable, Equatable {
    public var item: BackupItem
    public var state: State
    /// Rules of the findings about it, waived ones too; sorted.
    public var rules: [String]
  }

  /// How many items one control is content with.
  public struct ControlCoverage: Sendable, Equatable {
    public var rule: String
    public var required: Int
    public var met: Int
    public var waived: Int
    public var open: Int
    /// Items of which too little is known to say.
    public var unknown: Int
  }

  /// A parameter that the policy changed.
  public struct ChangedParameter: Sendable, Equatable {
    public var rule: String
    public var name: String
    public var published: Int
    public var value: Int
  }

  public var coverage: Coverage { Coverage(items) }

  /// Changes what the inputs are called.
  public mutating func nameFiles(_ name: (String) -> String) {
    for position in findings.indices {
      if let file = findings[position].location?.file { findings[position].location?.file = name(file) }
      if let file = findings[position].waiver?.location.file { findings[position].waiver?.location.file = name(file) }
    }
  }

  /// The findings that are nobody's agreed exception and in no baseline, as bad as `severity` or worse.
  public func openFindings(atLeast severity: Diagnostic.Severity) -> [AuditFinding] {
    findings.filter { $0.standing == .open && $0.severity.rank <= severity.rank }
  }
}

/// Something an auditor has to know.
public struct AuditFinding: Sendable, Equatable {
  public var rule: String
  public var severity: Diagnostic.Severity
  /// The id of an item, component or restoration, `deployment`, or `waiver:…`.
  public var subject: String
  public var message: Phrase
  public var remedy: Phrase
  public var location: SourceLocation?
  /// The waiver that covers it.
  public var waiver: Waiver?
  /// Whether the baseline has it.
  public var isKnown = false

  public var isWaived: Bool { waiver != nil }

  /// Whether it counts.
  public var standing: Standing { isWaived ? .waived : isKnown ? .known : .open }

  /// Whether a finding counts, and why not.
  public enum Standing: Sendable, CaseIterable {
    case open
    /// The baseline has it.
    case known
    /// A waiver covers it, whether the baseline has it or not.
    case waived
  }
}

extension Diagnostic.Severity {
  /// 0 is the worst.
  public var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }
}

/// What the inputs are called, for locations.
public struct AuditFiles: Sendable, Equatable {
  public var topology: String
  public var register: String?

  public init(topology: String = "topology", register: String? = nil) {
    self.topology = topology
    self.register = register
  }
}
