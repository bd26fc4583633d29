internal import BackupPlanning
internal import Diagnostics

/// `restore-test-missing`: an item whose restoration was never tried.
struct RestoreTestMissing: ItemControl {
  let rule = ControlRule(
    "restore-test-missing", .warning,
    meaning: "Nobody has entered when restoring it was last tried: nobody knows whether the backup can be restored.",
    remedy: "restore it into a laboratory, and enter the date in the register",
    serves: [.contingencyPlanTesting, .backupTesting, .informationBackup], sources: [.bestPractices])

  func complaint(about item: AuditedItem, _ context: AuditContext) -> Phrase? {
    item.item.lastRestoreTest == nil
      ? Phrase("control.restore-test-missing", "no restore test is known") : nil
  }
}
