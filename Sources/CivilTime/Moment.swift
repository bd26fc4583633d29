/// A day, or a day and a time, in UTC.
public struct Moment: Sendable, Equatable {
  public let day: CalendarDate
  /// Seconds since midnight; nil where only the day is known.
  public let secondOfDay: Int?

  public init(day: CalendarDate, secondOfDay: Int? = nil) {
    self.day = day
    self.secondOfDay = secondOfDay
  }

  /// The day of a Unix time.
  public init(dayOfSecondsSince1970 seconds: Int) {
    self.init(day: CalendarDate(number: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400))
  }

  /// A Unix time, in seconds.
  public init(secondsSince1970 seconds: Int) {
    let day = Moment(dayOfSecondsSince1970: seconds).day
    self.init(day: day, secondOfDay: seconds - day.number * 86_400)
  }

  /// ISO 8601: `yyyy-mm-dd`, or with `Thh:mm`, `Thh:mm:ss` and `Z` or an offset such as `+01:00`. Without an offset it
  /// is UTC. Nil for anything else.
  public init?(_ text: String) {
    guard let separator = text.firstIndex(where: { $0 == "T" || $0 == "t" || $0 == " " }) else {
      guard let day = CalendarDate(text) else { return nil }
      self.init(day: day)
      return
    }
    guard let day = CalendarDate(text[..<separator]),
      let second = Self.second(text[text.index(after: separator)...])
    else { return nil }
    let seconds = day.number * 86_400 + second
    self.init(secondsSince1970: seconds)
  }

  /// Seconds from midnight UTC of the written day to the written time; below 0 or above 86,399 by its offset.
  private static func second(_ text: Substring) -> Int? {
    var time = text
    var offset = 0
    if let last = time.last, last == "Z" || last == "z" {
      time.removeLast()
    } else if let sign = time.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      guard let minutes = clock(time[time.index(after: sign)...].split(separator: ":")), minutes <= 14 * 3600 else {
        return nil
      }
      offset = time[sign] == "-" ? -minutes : minutes
      time = time[..<sign]
    }
    let whole = time.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = whole.first, whole.count == 1 || Digits.number(whole[1]) != nil,
      let second = clock(first.split(separator: ":", omittingEmptySubsequences: false))
    else { return nil }
    return second - offset
  }

  /// Seconds of `hh:mm` or `hh:mm:ss`.
  private static func clock(_ parts: [Substring]) -> Int? {
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count == 2 }) else { return nil }
    let numbers = parts.compactMap { Digits.number($0) }
    guard numbers.count == parts.count, numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0)
  }

  /// Seconds from `earlier` to this moment: exact where `earlier` has a time, else the whole days between the two.
  public func seconds(since earlier: Moment) -> Int {
    let days = (day.number - earlier.day.number) * 86_400
    guard let second = earlier.secondOfDay else { return days }
    return days + (secondOfDay ?? 0) - second
  }
}

extension Moment: CustomStringConvertible {
  public var description: String {
    guard let secondOfDay else { return day.description }
    let parts = [secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60]
    return "\(day)T" + parts.map { Digits.padded($0, 2) }.joined(separator: ":") + "Z"
  }
}
