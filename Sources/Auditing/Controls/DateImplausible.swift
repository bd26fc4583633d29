internal import CivilTime
internal import BackupPlanning
internal import Diagnostics
internal import Evidence

/// `date-implausible`: a backup or restore test of a day that cannot be.
struct DateImplausible: ItemControl {
  let rule = ControlRule(
    "date-implausible", .warning,
    meaning: "The last backup or restore test, or a backup that was found, lies in the future or is no date: it is not "
      + "taken as evidence.",
    remedy: "correct the date in the register; write yyyy-mm-dd",
    serves: [.systemBackup, .backupTesting])

  func complaint(about item: AuditedItem, _ context: AuditContext) -> Phrase? {
    let cells = [
      ("last backup", item.item.lastBackup, item.lastBackup),
      ("last restore test", item.item.lastRestoreTest, item.lastRestoreTest),
    ]
    let implausible = cells.compactMap { name, text, moment -> String? in
      if let day = moment?.day, day <= context.asOf.day { return nil }
      return text.map { "\(name) \"\($0)\"" }
    }
    let later = item.laterBackups.prefix(Self.most).map { "backup \"\($0.name)\" of \($0.finished)" }
    guard !implausible.isEmpty || !later.isEmpty else { return nil }
    return Phrase(
      "control.date-implausible", "in the future or no date: {cells}",
      ["cells": (implausible + later).joined(separator: ", ")])
  }

  func canJudge(_ item: AuditedItem, _ context: AuditContext) -> Bool {
    item.item.lastBackup != nil || item.item.lastRestoreTest != nil || !(item.evidence?.isEmpty ?? true)
  }

  /// Of many backups from the future the first ones are enough.
  private static let most = 3
}
