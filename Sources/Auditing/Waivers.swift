internal import CivilTime
internal import BackupPlanning

extension Waiver {
  /// Whether it says who agreed.
  var hasApprover: Bool { !(approver ?? "").trimmingSpaces.isEmpty }

  /// The last day on which it holds; nil without one. The policy's reader has checked that it is a day.
  var lastDay: CalendarDate? { expires.flatMap { CalendarDate($0) } }

  /// Whether it is over: the last day is one on which it still holds.
  func isExpired(on day: CalendarDate) -> Bool {
    // A day that cannot be read is no promise that the waiver holds.
    expires != nil && (lastDay.map { $0 < day } ?? true)
  }

  func holds(on day: CalendarDate) -> Bool { hasApprover && !isExpired(on: day) }

  func covers(rule: String, subject: String) -> Bool {
    self.rule == rule && (item?.matches(subject) ?? true)
  }

  /// What findings about the waiver itself are about.
  var subject: String { "waiver:\(rule):\(item?.pattern ?? "*")" }
}
