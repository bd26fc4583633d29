internal import CivilTime

/// When something runs: at which minutes of which days.
struct Timetable {
  /// Minutes since midnight, ascending, at least one.
  var minutes: [Int]
  var runs: (CalendarDate) -> Bool

  /// The longest time between two runs, in minutes; nil where it never runs twice. Twelve years have every month,
  /// weekday and three leap days.
  var longestGap: Int? {
    guard let first = minutes.first, let last = minutes.last else { return nil }
    let withinDay = zip(minutes, minutes.dropFirst()).map { $1 - $0 }.max() ?? 0
    var longest = 0
    var previousDay: Int?
    for number in Self.firstDay..<(Self.firstDay + 4383) where runs(CalendarDate(number: number)) {
      if let previousDay { longest = max(longest, (number - previousDay) * 1440 + first - last) }
      previousDay = number
    }
    return longest == 0 ? nil : max(longest, withinDay)
  }

  /// 2000-01-01
  private static let firstDay = 10_957
}
