/// The rules that a policy can waive or set: what a plan can find, and what an audit can. The controls themselves are
/// the audit's; a test keeps the two lists the same.
package enum ControlNames {
  package static let all: [String] = TopologyFinding.allCases.map(\.rawValue) + audit

  package static let audit = [
    "schedule-missing", "destination-missing", "owner-missing", "rpo-missing", "rto-missing", "retention-missing",
    "schedule-unreadable", "duration-unreadable", "schedule-exceeds-rpo", "retention-too-short",
    "destination-on-source", "destination-same-site", "destination-host-unknown", "backup-missing", "backup-stale",
    "backup-empty", "backup-shrunk", "restore-test-missing", "restore-test-old", "date-implausible",
    "register-retired", "register-row-missing", "waiver-expired", "waiver-without-approver",
    "waiver-without-expiry", "waiver-expires-soon", "waiver-unused",
  ]

  /// Rules that are asked only where evidence is given. A policy may name them all the same: one policy serves both.
  package static let needingEvidence: Set<String> = ["backup-missing", "backup-empty", "backup-shrunk"]

  /// What `controls` can set, by rule: whole numbers.
  package static let parameters: [String: [String]] = [
    "backup-stale": ["days"], "backup-shrunk": ["percent"], "restore-test-old": ["days"],
    "waiver-expires-soon": ["days"],
  ]
}
