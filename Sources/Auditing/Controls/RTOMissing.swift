internal import BackupPlanning
internal import Diagnostics

/// `rto-missing`: an item without a recovery time objective.
struct RTOMissing: ItemControl {
  let rule = ControlRule(
    "rto-missing", .warning,
    meaning:
      "Nobody has said how long restoring may take. Nothing else than the pool failover has a published target: it is "
      + "the planner's to give.",
    remedy: "give an RTO in the register or the policy, such as 4h",
    serves: [.contingencyPlan, .recovery, .informationBackup], sources: [.planning])

  func complaint(about item: AuditedItem, _ context: AuditContext) -> Phrase? {
    item.item.rto == nil ? Phrase("control.rto-missing", "nobody has given a recovery time objective") : nil
  }
}
