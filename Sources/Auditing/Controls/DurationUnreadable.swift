internal import BackupPlanning
internal import Diagnostics

/// `duration-unreadable`: an RPO, RTO or retention that is no length of time.
struct DurationUnreadable: ItemControl {
  let rule = ControlRule(
    "duration-unreadable", .warning,
    meaning:
      "The RPO, RTO or retention is no length of time: what depends on it cannot be judged, and nothing is passed for "
      + "it. A bare m is not read: it could be minutes or months.",
    remedy: "write it as 30 min, 4h, 35 days, 7 years or in ISO 8601, such as P1DT4H",
    serves: [.systemBackup])

  func complaint(about item: AuditedItem, _ context: AuditContext) -> Phrase? {
    let cells = [
      ("RPO", item.item.rpo, item.rpo), ("RTO", item.item.rto, item.rto),
      ("retention", item.item.backupSet.expiration, item.retention),
    ]
    let unreadable = cells.compactMap { name, text, duration in
      duration == nil ? text.map { "\(name) \"\($0)\"" } : nil
    }
    guard !unreadable.isEmpty else { return nil }
    return Phrase(
      "control.duration-unreadable", "cannot be read as a length of time: {cells}",
      ["cells": unreadable.joined(separator: ", ")])
  }

  func canJudge(_ item: AuditedItem, _ context: AuditContext) -> Bool {
    item.item.rpo != nil || item.item.rto != nil || item.item.backupSet.expiration != nil
  }
}
