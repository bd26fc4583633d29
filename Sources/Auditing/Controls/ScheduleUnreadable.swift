internal import BackupPlanning
internal import Diagnostics

/// `schedule-unreadable`: a schedule that is none of the known forms.
struct ScheduleUnreadable: ItemControl {
  let rule = ControlRule(
    "schedule-unreadable", .warning,
    meaning:
      "The schedule is none of: hourly, every N hours, daily, weekly, monthly, with or without times and days; five- "
      + "field cron. Whether it keeps the RPO cannot be judged.",
    remedy: "write it as Every 4 hours, Daily 01:00, Weekly Sunday 03:00, Monthly 1 02:00 or as cron",
    serves: [.systemBackup], sources: [.worksheets])

  func complaint(about item: AuditedItem, _ context: AuditContext) -> Phrase? {
    guard let text = item.item.schedule, item.schedule == nil else { return nil }
    return Phrase("control.schedule-unreadable", "the schedule \"{schedule}\" cannot be read", ["schedule": text])
  }

  func canJudge(_ item: AuditedItem, _ context: AuditContext) -> Bool {
    item.item.schedule != nil
  }
}
