internal import CivilTime

/// A schedule in words, taken apart: how often, on which days, at which times.
struct ScheduleWords {
  private enum Frequency {
    case everyHours(Int)
    case daily
    case weekly
    case monthly
  }

  private enum Ordinal: String {
    case first, second, third, fourth, last

    /// Whether a day is the nth of its weekday in its month.
    func matches(_ date: CalendarDate) -> Bool {
      let (year, month, day) = date.components
      return switch self {
      case .first: day <= 7
      case .second: (8...14).contains(day)
      case .third: (15...21).contains(day)
      case .fourth: (22...28).contains(day)
      case .last: day > CalendarDate.length(ofMonth: month, year: year) - 7
      }
    }
  }

  private var frequency: Frequency
  private var weekdays: Set<Int> = []
  private var monthDays: Set<Int> = []
  private var ordinal: Ordinal?
  private var isLastDayOfMonth = false
  private var minutes: Set<Int> = []

  /// Nil where a word is not understood.
  init?(_ text: String) {
    var words = Self.words(text)[...]
    guard let frequency = Self.frequency(&words) else { return nil }
    self.frequency = frequency
    while let word = words.popFirst() {
      guard read(word, &words) else { return nil }
    }
    guard isSensible else { return nil }
  }

  private static func frequency(_ words: inout ArraySlice<String>) -> Frequency? {
    switch words.popFirst() {
    case "hourly": return .everyHours(1)
    case "daily": return .daily
    case "weekly": return .weekly
    case "monthly": return .monthly
    case "every":
      guard var count = words.popFirst() else { return nil }
      if count == "hour" { return .everyHours(1) }
      // "4h" is one word.
      let unit: String
      if count.hasSuffix("h") && count != "h" {
        count.removeLast()
        unit = "h"
      } else {
        unit = words.popFirst() ?? ""
      }
      guard ["h", "hour", "hours"].contains(unit), let hours = Digits.number(count), (1...8784).contains(hours) else {
        return nil
      }
      return .everyHours(hours)
    default: return nil
    }
  }

  private mutating func read(_ word: String, _ rest: inout ArraySlice<String>) -> Bool {
    if let days = Self.days(word) {
      if days.count == 1, let first = days.first, rest.first == "to", let end = rest.dropFirst().first,
        let last = Self.day(end)
      {
        rest = rest.dropFirst(2)
        weekdays.formUnion(Self.range(first, last))
      } else {
        weekdays.formUnion(days)
      }
      return true
    }
    if let minute = Self.time(word, &rest) {
      minutes.insert(minute)
      return true
    }
    guard case .monthly = frequency else { return false }
    if let ordinal = Ordinal(rawValue: word) {
      if ordinal == .last && rest.first == "day" {
        rest = rest.dropFirst()
        isLastDayOfMonth = true
        return true
      }
      guard self.ordinal == nil, let next = rest.first, Self.day(next) != nil else { return false }
      self.ordinal = ordinal
      return true
    }
    if word == "day", let next = rest.first, Digits.number(next) != nil { return true }
    let number = ["st", "nd", "rd", "th"].contains { word.hasSuffix($0) } ? String(word.dropLast(2)) : word
    guard let day = Digits.number(number), (1...31).contains(day) else { return false }
    monthDays.insert(day)
    return true
  }

  /// Whether what was read fits together: a month's Sunday needs to say which.
  private var isSensible: Bool {
    guard case .monthly = frequency else { return true }
    return weekdays.isEmpty == (ordinal == nil) && (weekdays.isEmpty || monthDays.isEmpty)
  }

  /// The longest time between two runs, in minutes.
  var longestGap: Int? {
    switch frequency {
    case .everyHours(let hours):
      guard !weekdays.isEmpty else { return hours * 60 }
      let runs = stride(from: minutes.min() ?? 0, to: 1440, by: hours * 60)
      return Timetable(minutes: Array(runs)) { [weekdays] in weekdays.contains($0.weekday) }.longestGap
    case .daily, .weekly, .monthly:
      return Timetable(minutes: minutes.isEmpty ? [0] : minutes.sorted(), runs: isRunDay).longestGap
    }
  }

  private func isRunDay(_ date: CalendarDate) -> Bool {
    switch frequency {
    case .everyHours, .daily: return weekdays.isEmpty || weekdays.contains(date.weekday)
    case .weekly: return (weekdays.isEmpty ? [0] : weekdays).contains(date.weekday)
    case .monthly:
      let (year, month, day) = date.components
      if let ordinal { return ordinal.matches(date) && weekdays.contains(date.weekday) }
      if isLastDayOfMonth && day == CalendarDate.length(ofMonth: month, year: year) { return true }
      return monthDays.isEmpty ? !isLastDayOfMonth && day == 1 : monthDays.contains(day)
    }
  }
}

/// Words of a schedule, one by one.
extension ScheduleWords {
  /// Without words that change nothing.
  private static func words(_ text: String) -> [String] {
    text.lowercased().split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init)
      .filter { !["at", "on", "and", "the", "utc"].contains($0) }
  }

  /// `sun`, `sunday`, `sundays`; 0 is Sunday.
  private static func day(_ word: String) -> Int? {
    let names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
    return names.firstIndex { name in word == name || word == name + "s" || word == name.prefix(3) }
  }

  /// A day, `mon-fri`, `weekdays`.
  private static func days(_ word: String) -> Set<Int>? {
    if word == "weekdays" { return [1, 2, 3, 4, 5] }
    if let day = day(word) { return [day] }
    let ends = word.split(whereSeparator: { $0 == "-" || $0 == "–" }).compactMap { day(String($0)) }
    return ends.count == 2 ? range(ends[0], ends[1]) : nil
  }

  private static func range(_ first: Int, _ last: Int) -> Set<Int> {
    Set((0...((last - first + 7) % 7)).map { (first + $0) % 7 })
  }

  /// `01:00`, `1:00 am`, `1am`; minutes since midnight.
  private static func time(_ word: String, _ rest: inout ArraySlice<String>) -> Int? {
    var clock = word
    var half = ["am", "pm"].first { clock.hasSuffix($0) }
    if half != nil {
      clock.removeLast(2)
    } else if let next = rest.first, ["am", "pm"].contains(next) {
      half = next
    }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard let hour = parts.first.flatMap({ Digits.number($0) }), parts.count == 2 || (parts.count == 1 && half != nil)
    else { return nil }
    var minute = 0
    if parts.count == 2 {
      guard parts[1].utf8.count == 2, let written = Digits.number(parts[1]), written < 60 else { return nil }
      minute = written
    }
    if half == rest.first, half != nil, clock == word { rest = rest.dropFirst() }
    guard let half else { return hour < 24 ? hour * 60 + minute : nil }
    guard (1...12).contains(hour) else { return nil }
    return (hour % 12 + (half == "pm" ? 12 : 0)) * 60 + minute
  }
}
