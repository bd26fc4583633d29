/// The rules that a policy can waive or set: what a plan can find, and what an audit will.
enum ControlNames {
  static let all: [String] = TopologyFinding.allCases.map(\.rawValue) + audit

  /// Rules of the audit, which is no part of this version yet. A policy may name them already: one policy serves both.
  private static let audit = [
    "schedule-missing", "destination-missing", "owner-missing", "rpo-missing", "rto-missing", "retention-missing",
    "schedule-unreadable", "schedule-exceeds-rpo", "destination-on-source", "destination-same-site", "backup-missing",
    "backup-stale", "backup-empty", "backup-shrunk", "restore-test-missing", "restore-test-old", "register-retired",
    "register-row-missing", "waiver-expired", "waiver-without-approver", "waiver-expires-soon",
  ]
}
