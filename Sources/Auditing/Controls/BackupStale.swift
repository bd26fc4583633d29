internal import CivilTime
internal import BackupPlanning
internal import Diagnostics

/// `backup-stale`: a newest backup that is older than allowed.
struct BackupStale: ItemControl {
  let rule = ControlRule(
    "backup-stale", .error,
    meaning:
      "The newest known backup, of the register and the evidence, is older than the RPO allows; without an RPO, older "
      + "than the longest time between two runs of the schedule and a grace.",
    remedy: "find out why backups stopped, make one, and enter its date in the register",
    serves: [.systemBackup, .informationBackup], sources: [.planning],
    parameters: [
      .init(name: "days", value: 1, meaning: "grace in days, added to the schedule's interval where there is no RPO")
    ])

  func complaint(about item: AuditedItem, _ context: AuditContext) -> Phrase? {
    guard case .stale(let age, let allowed) = item.backupAge else { return nil }
    return Phrase(
      "control.backup-stale", "the newest known backup, of {date}, is {age} old; {allowed} are allowed",
      ["date": item.newestBackup?.description ?? "", "age": age.description, "allowed": allowed.description])
  }

  func canJudge(_ item: AuditedItem, _ context: AuditContext) -> Bool {
    item.backupAge != .unknown
  }
}
