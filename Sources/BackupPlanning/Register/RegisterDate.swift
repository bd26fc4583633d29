/// Dates of the register: an ISO 8601 day (`2026-11-22`), or a day and a time (`2026-11-22T01:30`, with or without
/// seconds, their fractions, and `Z` or an offset such as `+01:00`).
public enum RegisterDate {
  /// Whether `text` is such a date and exists in the calendar.
  public static func isValid(_ text: String) -> Bool {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard CalendarDay.isValid(String(parts[0])) else { return false }
    return parts.count == 1 || isTime(parts[1])
  }

  private static func isTime(_ text: Substring) -> Bool {
    var clock = text
    if clock.hasSuffix("Z") {
      clock.removeLast()
    } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let offset = clock[clock.index(after: sign)...].split(separator: ":", omittingEmptySubsequences: false)
      guard offset.count == 2, isNumber(offset[0], upTo: 23), isNumber(offset[1], upTo: 59) else { return false }
      clock = clock[..<sign]
    }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, isNumber(parts[0], upTo: 23), isNumber(parts[1], upTo: 59) else {
      return false
    }
    return parts.count == 2 || isSecond(parts[2])
  }

  private static func isSecond(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard isNumber(parts[0], upTo: 59) else { return false }
    return parts.count == 1 || !parts[1].isEmpty && parts[1].utf8.allSatisfy(isDigit)
  }

  private static func isNumber(_ text: Substring, upTo limit: Int) -> Bool {
    text.utf8.count == 2 && text.utf8.allSatisfy(isDigit) && (Int(text).map { $0 <= limit } ?? false)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
