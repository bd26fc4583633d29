internal import BackupPlanning
internal import Diagnostics

/// `retention-missing`: an item without a retention.
struct RetentionMissing: ItemControl {
  let rule = ControlRule(
    "retention-missing", .warning,
    meaning: "Nobody has said how long the backup is kept: the backup set has no expiration.",
    remedy: "give a retention in the policy or an expiration in the register, such as 35 days",
    serves: [.systemBackup, .informationBackup], sources: [.worksheets])

  func complaint(about item: AuditedItem, _ context: AuditContext) -> Phrase? {
    item.item.backupSet.expiration == nil ? Phrase("control.retention-missing", "nobody has given a retention") : nil
  }
}
