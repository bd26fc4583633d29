internal import Auditing
internal import BackupPlanning
internal import Diagnostics

/// What reports say about a rule, whichever catalogue it is from.
struct ReportedRule {
  let id: String
  let severity: Diagnostic.Severity
  let meaning: String
  let remedy: String
  /// Requirements of standards, as they are cited.
  let serves: [String]
  let sources: [SourcePage]

  /// Every rule that a finding can have: the controls, then what topologies can be found to have wrong.
  static let all: [ReportedRule] =
    ControlCatalogue.rules.map { rule in
      ReportedRule(
        id: rule.id, severity: rule.severity, meaning: rule.meaning, remedy: rule.remedy,
        serves: rule.serves.map(\.rawValue), sources: rule.sources)
    }
    + FindingCatalogue.rules.map { rule in
      ReportedRule(
        id: rule.finding.rawValue, severity: rule.severity, meaning: rule.meaning, remedy: rule.remedy, serves: [],
        sources: rule.sources)
    }

  static let positions = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($0.element.id, $0.offset) })

  static func rule(_ id: String) -> ReportedRule? { positions[id].map { all[$0] } }
}

extension AuditFinding {
  /// Whether it is about the backup item of its subject. A file store's restoration is called like its item, and is
  /// another thing.
  var canBeAboutItem: Bool { rule != TopologyFinding.restorationWithoutBackup.rawValue }
}
