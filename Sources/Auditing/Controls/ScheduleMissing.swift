internal import BackupPlanning
internal import Diagnostics

/// `schedule-missing`: an item without a schedule.
struct ScheduleMissing: ItemControl {
  let rule = ControlRule(
    "schedule-missing", .error,
    meaning: "Nobody has said when it is backed up: the item is not planned.",
    remedy: "give a schedule in the register or the policy, such as Daily 01:00",
    serves: [.systemBackup, .informationBackup], sources: [.worksheets, .bestPractices])

  func complaint(about item: AuditedItem, _ context: AuditContext) -> Phrase? {
    item.item.schedule == nil ? Phrase("control.schedule-missing", "nobody has given a schedule") : nil
  }
}
