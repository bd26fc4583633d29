internal import BackupPlanning
internal import CivilTime
internal import Diagnostics
internal import Evidence

/// `backup-shrunk`: a newest backup that is much smaller than the one before.
struct BackupShrunk: ItemControl {
  let rule = ControlRule(
    "backup-shrunk", .warning,
    meaning:
      "The newest backup that was found is less than half the size of the one before it: perhaps it ended early, "
      + "or what it backs up is gone. Files are compared with files, rows of SQL Server's history with rows.",
    remedy: "find out what became of the data before the older backups expire",
    serves: [.systemBackup, .backupTesting, .informationBackup],
    parameters: [
      .init(name: "percent", value: 50, meaning: "the least size, in percent of the backup before")
    ])

  func complaint(about item: AuditedItem, _ context: AuditContext) -> Phrase? {
    let limit = context.parameter(of: rule)
    for (newest, before) in item.evidence?.comparable ?? [] {
      guard let size = newest.size, let old = before.size, Double(size) * 100 < Double(old) * Double(limit) else {
        continue
      }
      return Phrase(
        "control.backup-shrunk", "{name} has {size} bytes, the one before, of {date}, {old}",
        ["name": newest.name, "size": String(size), "date": before.finished.description, "old": String(old)])
    }
    return nil
  }

  func canJudge(_ item: AuditedItem, _ context: AuditContext) -> Bool { !(item.evidence?.comparable.isEmpty ?? true) }
}
