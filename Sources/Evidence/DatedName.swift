internal import CivilTime

/// Names with a date behind them, as scripts write that keep several backups: `Config-20261122.zip`,
/// `Config_2026-11-22_0100.zip`, `Config.zip.20261122T010000Z`.
///
/// Only a day of the calendar is taken for a date: a bare number behind a name could belong to it, as that of the share
/// `lync-2` does.
enum DatedName {
  /// The names that `name` can be the dated form of: with a date before its extension, or at its end.
  static func undated(_ name: String) -> [String] {
    var names: [String] = []
    if let dot = name.lastIndex(of: "."), let stem = withoutDate(name[..<dot]) {
      names.append(String(stem + name[dot...]))
    }
    if let stem = withoutDate(name[...]) { names.append(String(stem)) }
    return names
  }

  /// `component` of a path with the date behind it taken away, `*` for nothing but a date: the same for all runs.
  static func series(_ component: String) -> String {
    isDate(component[...]) ? "*" : withoutDate(component[...]).map { "\($0)-*" } ?? component
  }

  /// Nil without a date behind it.
  private static func withoutDate(_ stem: Substring) -> Substring? {
    let tail = stem.suffix(longest + 1)
    return tail.indices.first { separators.contains(tail[$0]) && isDate(tail[tail.index(after: $0)...]) }
      .flatMap { $0 == stem.startIndex ? nil : stem[..<$0] }
  }

  private static let separators: Set<Character> = ["-", "_", ".", " "]
  /// Of `2026-11-22T01-00-00.0000000Z`, and a little more.
  private static let longest = 32

  /// Year, month and day in digits, then perhaps hours, minutes, seconds and fractions; separators anywhere between.
  private static func isDate(_ text: Substring) -> Bool {
    var digits = ""
    for (position, character) in text.enumerated() {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else if character == "t" || character == "T" {
        guard digits.count == 8 else { return false }
      } else if character == "z" || character == "Z" {
        guard position == text.count - 1, digits.count > 8 else { return false }
      } else if !separators.contains(character) || position == 0 {
        return false
      }
    }
    guard [8, 10, 12, 14].contains(digits.count) || (15...21).contains(digits.count) else { return false }
    let numbers = [0..<4, 4..<6, 6..<8].map { Digits.number(slice(digits, $0)) ?? 0 }
    guard (1990...2199).contains(numbers[0]),
      CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) != nil
    else { return false }
    let limits = [24, 60, 60]
    return limits.enumerated().allSatisfy { position, limit in
      let start = 8 + position * 2
      guard start + 2 <= digits.count else { return true }
      return (Digits.number(slice(digits, start..<(start + 2))) ?? limit) < limit
    }
  }

  private static func slice(_ digits: String, _ range: Range<Int>) -> Substring {
    digits.dropFirst(range.lowerBound).prefix(range.count)
  }
}
