internal import BackupPlanning
internal import Diagnostics

/// `retention-too-short`: backups that expire before the next one.
struct RetentionTooShort: ItemControl {
  let rule = ControlRule(
    "retention-too-short", .error,
    meaning: "The backup set expires before the next backup is made: there are times without any backup.",
    remedy: "keep backups longer than the longest time between two of them",
    serves: [.systemBackup, .informationBackup])

  func complaint(about item: AuditedItem, _ context: AuditContext) -> Phrase? {
    guard let interval = item.schedule?.longestInterval, let retention = item.retention, retention < interval else {
      return nil
    }
    return Phrase(
      "control.retention-too-short",
      "backups are kept for {retention}, shorter than the {interval} that can pass until the next",
      ["retention": retention.description, "interval": interval.description])
  }

  func canJudge(_ item: AuditedItem, _ context: AuditContext) -> Bool {
    item.schedule != nil && item.retention != nil
  }
}
