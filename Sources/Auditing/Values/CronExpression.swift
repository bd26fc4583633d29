internal import CivilTime

/// Five fields as cron reads them: minute, hour, day of the month, month, day of the week.
struct CronExpression {
  private let minutes: Set<Int>
  private let hours: Set<Int>
  private let days: Set<Int>
  private let months: Set<Int>
  private let weekdays: Set<Int>
  /// Where both are restricted, either of them is enough.
  private let eitherDay: Bool

  /// Nil for anything but five fields that cron accepts.
  init?(_ text: String) {
    let fields = text.lowercased().split(whereSeparator: \.isWhitespace)
    guard fields.count == 5, let minutes = Self.values(fields[0], 0...59), let hours = Self.values(fields[1], 0...23),
      let days = Self.values(fields[2], 1...31),
      let months = Self.values(fields[3], 1...12, names: Self.monthNames, firstName: 1),
      let weekdays = Self.values(fields[4], 0...7, names: Self.dayNames, firstName: 0)
    else { return nil }
    self.minutes = minutes
    self.hours = hours
    self.days = days
    self.months = months
    self.weekdays = Set(weekdays.map { $0 % 7 })
    eitherDay = !fields[2].hasPrefix("*") && !fields[4].hasPrefix("*")
  }

  var timetable: Timetable {
    Timetable(minutes: hours.flatMap { hour in minutes.map { hour * 60 + $0 } }.sorted()) { date in
      let (_, month, day) = date.components
      guard months.contains(month) else { return false }
      let (isDay, isWeekday) = (days.contains(day), weekdays.contains(date.weekday))
      return eitherDay ? isDay || isWeekday : isDay && isWeekday
    }
  }

  private static let monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
  static let dayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

  /// A list of `*`, `n`, `a-b`, each with or without `/step`.
  private static func values(
    _ field: Substring, _ range: ClosedRange<Int>, names: [String] = [], firstName: Int = 0
  ) -> Set<Int>? {
    var values: Set<Int> = []
    for part in field.split(separator: ",", omittingEmptySubsequences: false) {
      let halves = part.split(separator: "/", omittingEmptySubsequences: false)
      guard halves.count <= 2, let span = span(halves[0], range, names, firstName) else { return nil }
      guard halves.count == 2 else {
        values.formUnion(span)
        continue
      }
      // "5/10" is no form of cron's own; some read it as 5-59/10.
      guard let step = Digits.number(halves[1]), step > 0, halves[0] == "*" || span.count > 1 else { return nil }
      values.formUnion(stride(from: span.lowerBound, through: span.upperBound, by: step))
    }
    return values
  }

  private static func span(
    _ text: Substring, _ range: ClosedRange<Int>, _ names: [String], _ firstName: Int
  ) -> ClosedRange<Int>? {
    if text == "*" { return range }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { end in
      names.firstIndex(of: String(end)).map { $0 + firstName } ?? Digits.number(end)
    }
    guard (1...2).contains(ends.count), let low = ends[0], let high = ends[ends.count - 1], low <= high,
      range.contains(low), range.contains(high)
    else { return nil }
    return low...high
  }
}
