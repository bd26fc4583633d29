/// How often a backup is made, as far as it can be read: its longest interval between two runs.
///
/// Read, without regard to case: `hourly`, `every N hours`, `daily`, `weekly`, `monthly`, each with or without times and
/// days, such as `Daily 01:00`, `Weekly Sunday 03:00`, `Monthly 1 02:00`, `Monthly last Sunday`; and five-field cron.
public struct Schedule: Sendable, Hashable {
  /// The longest time between two runs.
  public let longestInterval: RecoveryDuration

  /// Nil for a text that is none of the forms.
  public init?(_ text: String) {
    let gap = CronExpression(text)?.timetable.longestGap ?? ScheduleWords(text)?.longestGap
    guard let gap, gap > 0 else { return nil }
    longestInterval = RecoveryDuration(seconds: gap * 60)
  }
}
