internal import BackupPlanning
internal import Diagnostics

/// `schedule-exceeds-rpo`: a schedule that loses more than the RPO allows.
struct ScheduleExceedsRPO: ItemControl {
  let rule = ControlRule(
    "schedule-exceeds-rpo", .error,
    meaning:
      "The longest time between two runs of the schedule is longer than the RPO: more can be lost than may be lost. "
      + "Pairing, mirroring and replicas do not mend it.",
    remedy: "back up more often, or agree on a longer RPO",
    serves: [.systemBackup, .contingencyPlan, .informationBackup], sources: [.planning])

  func complaint(about item: AuditedItem, _ context: AuditContext) -> Phrase? {
    guard let interval = item.schedule?.longestInterval, let rpo = item.rpo, interval > rpo else { return nil }
    return Phrase(
      "control.schedule-exceeds-rpo", "up to {interval} pass between two backups, longer than the RPO of {rpo}",
      ["interval": interval.description, "rpo": rpo.description])
  }

  func canJudge(_ item: AuditedItem, _ context: AuditContext) -> Bool {
    item.schedule != nil && item.rpo != nil
  }
}
