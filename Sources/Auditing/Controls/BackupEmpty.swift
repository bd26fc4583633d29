internal import BackupPlanning
internal import Diagnostics
internal import Evidence

/// `backup-empty`: a newest backup with nothing in it.
struct BackupEmpty: ItemControl {
  let rule = ControlRule(
    "backup-empty", .error,
    meaning: "The newest backup that was found has a size of zero, or is a zip archive whose directory cannot be read: "
      + "cut off, damaged or without files. An older one is no comfort: whatever broke the newest breaks the next.",
    remedy: "make the backup again, look at what the job says, and try to restore it",
    serves: [.systemBackup, .backupTesting, .informationBackup], sources: [.bestPractices])

  func complaint(about item: AuditedItem, _ context: AuditContext) -> Phrase? {
    let flawed = (item.evidence?.newest ?? []).compactMap { backup -> Phrase? in
      switch backup.flaw {
      case nil: nil
      case .empty: Phrase("control.backup-empty", "{name} is empty", ["name": backup.name])
      case .unreadable(let reason):
        Phrase(
          "control.backup-unreadable", "the zip archive {name} {reason}", ["name": backup.name, "reason": reason])
      }
    }
    return flawed.first
  }

  /// Of an archive in a manifest only the size is known.
  func canJudge(_ item: AuditedItem, _ context: AuditContext) -> Bool {
    guard let newest = item.evidence?.newest, !newest.isEmpty else { return false }
    return !newest.contains(where: \.isUnexamined)
  }
}
