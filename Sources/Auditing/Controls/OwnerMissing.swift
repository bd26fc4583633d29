internal import BackupPlanning
internal import Diagnostics

/// `owner-missing`: an item without an owner.
struct OwnerMissing: ItemControl {
  let rule = ControlRule(
    "owner-missing", .warning,
    meaning: "Nobody is named who is responsible for the backup and its restoration.",
    remedy: "name an owner in the register or the policy",
    serves: [.contingencyPlan, .informationBackup], sources: [.planning])

  func complaint(about item: AuditedItem, _ context: AuditContext) -> Phrase? {
    item.item.owner == nil ? Phrase("control.owner-missing", "nobody has given an owner") : nil
  }
}
