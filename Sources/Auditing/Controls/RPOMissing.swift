internal import BackupPlanning
internal import Diagnostics

/// `rpo-missing`: an item without a recovery point objective.
struct RPOMissing: ItemControl {
  let rule = ControlRule(
    "rpo-missing", .warning,
    meaning: "Nobody has said how much data may be lost: whether the schedule is often enough cannot be judged.",
    remedy: "give an RPO in the register or the policy, such as 24h",
    serves: [.contingencyPlan, .systemBackup, .informationBackup], sources: [.planning])

  func complaint(about item: AuditedItem, _ context: AuditContext) -> Phrase? {
    item.item.rpo == nil ? Phrase("control.rpo-missing", "nobody has given a recovery point objective") : nil
  }
}
