internal import BackupPlanning
internal import Diagnostics
internal import Evidence

/// `backup-missing`: an item of which no backup was found.
struct BackupMissing: ItemControl {
  let rule = ControlRule(
    "backup-missing", .error,
    meaning: "Evidence is given, and neither a file or folder of the planned name nor, for a database that SQL Server "
      + "backs up, a full backup in its history belongs to the item.",
    remedy:
      "find out whether the backup runs, and under which name; give that name in the register, or the whole share "
      + "as evidence",
    serves: [.systemBackup, .informationBackup], sources: [.planning])

  func complaint(about item: AuditedItem, _ context: AuditContext) -> Phrase? {
    guard let evidence = item.evidence, evidence.isEmpty, item.laterBackups.isEmpty else { return nil }
    return Phrase(
      "control.backup-missing", "the evidence has no backup of it, called {name}", ["name": item.item.backupSet.name])
  }
}
