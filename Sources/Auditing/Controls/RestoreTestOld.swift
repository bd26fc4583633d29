internal import CivilTime
internal import BackupPlanning
internal import Diagnostics

/// `restore-test-old`: a restore test that is long ago.
struct RestoreTestOld: ItemControl {
  let rule = ControlRule(
    "restore-test-old", .warning,
    meaning: "Restoring it was last tried longer ago than is accepted.",
    remedy: "restore it into a laboratory, and enter the date in the register",
    serves: [.contingencyPlanTesting, .backupTesting, .informationBackup], sources: [.bestPractices],
    parameters: [.init(name: "days", value: 365, meaning: "the oldest a restore test may be, in days")])

  func complaint(about item: AuditedItem, _ context: AuditContext) -> Phrase? {
    let limit = context.parameter(of: rule)
    guard let day = item.lastRestoreTest?.day, context.asOf.day.number - day.number > limit else { return nil }
    return Phrase(
      "control.restore-test-old", "the last restore test, of {date}, is more than {days} days ago",
      ["date": day.description, "days": String(limit)])
  }

  func canJudge(_ item: AuditedItem, _ context: AuditContext) -> Bool {
    item.lastRestoreTest.map { $0.day <= context.asOf.day } ?? false
  }
}
