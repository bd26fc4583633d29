internal import CivilTime

/// A length of time as people write it: `4h`, `24 h`, `35 days`, `1 day 4 hours`, `7 years`, `P1DT4H`.
///
/// Months and years have the longest length they can have: a month 31 days, two months 62, a year 366. A bare `m` is
/// read as nothing: it could be minutes or months.
public struct RecoveryDuration: Sendable, Hashable, Comparable {
  public let seconds: Int

  public init(seconds: Int) { self.seconds = seconds }

  /// Nil for anything that is not one of the forms.
  public init?(_ text: String) {
    let words = Self.words(text.lowercased())
    guard let first = words.first else { return nil }
    if first == "p" || first == "pt" {
      guard !text.contains(where: \.isWhitespace) else { return nil }
      self.init(iso: (first == "pt" ? ["t"] : []) + words.dropFirst())
    } else {
      self.init(plain: words)
    }
  }

  public static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

  private init?(plain words: [String]) {
    var total = Total()
    guard words.count.isMultiple(of: 2) else { return nil }
    for start in stride(from: 0, to: words.count, by: 2) {
      guard let unit = Self.units[words[start + 1]], total.add(words[start], unit) else { return nil }
    }
    self.init(seconds: total.seconds)
  }

  private init?(iso words: ArraySlice<String>) {
    var total = Total()
    var rest = words
    var isTime = false
    while let word = rest.popFirst() {
      if word == "t", !isTime, !rest.isEmpty {
        isTime = true
        continue
      }
      guard var letter = rest.popFirst() else { return nil }
      // A "T" after a date's letter is written without a digit between.
      let beginsTime = letter.count == 2 && letter.hasSuffix("t") && !isTime && !rest.isEmpty
      if beginsTime { letter.removeLast() }
      guard let unit = (isTime ? Self.isoTimeUnits : Self.isoDateUnits)[letter], total.add(word, unit) else {
        return nil
      }
      if beginsTime { isTime = true }
    }
    guard !words.isEmpty else { return nil }
    self.init(seconds: total.seconds)
  }

  private enum Unit {
    case seconds(Int)
    case months(Int)
  }

  private struct Total {
    var fixed = 0
    var months = 0

    mutating func add(_ digits: String, _ unit: Unit) -> Bool {
      // A million of anything is a slip of the hand.
      guard let number = Digits.number(digits), number < 1_000_000 else { return false }
      switch unit {
      case .seconds(let length): fixed += number * length
      case .months(let length): months += number * length
      }
      return true
    }

    var seconds: Int {
      let years = months / 12
      return fixed + ((years * 1461 + 3) / 4 + RecoveryDuration.longestMonths[months % 12]) * 86_400
    }
  }

  /// The most days that so many months in a row can have.
  private static let longestMonths = [0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337]

  private static let units: [String: Unit] = [
    "min": .seconds(60), "mins": .seconds(60), "minute": .seconds(60), "minutes": .seconds(60),
    "h": .seconds(3600), "hr": .seconds(3600), "hrs": .seconds(3600), "hour": .seconds(3600),
    "hours": .seconds(3600),
    "d": .seconds(86_400), "day": .seconds(86_400), "days": .seconds(86_400),
    "w": .seconds(604_800), "wk": .seconds(604_800), "week": .seconds(604_800), "weeks": .seconds(604_800),
    "mo": .months(1), "month": .months(1), "months": .months(1),
    "y": .months(12), "yr": .months(12), "year": .months(12), "years": .months(12),
  ]
  private static let isoDateUnits: [String: Unit] = [
    "y": .months(12), "m": .months(1), "w": .seconds(604_800), "d": .seconds(86_400),
  ]
  private static let isoTimeUnits: [String: Unit] = ["h": .seconds(3600), "m": .seconds(60), "s": .seconds(1)]

  /// Runs of digits and runs of other characters, without spaces.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var previous: Bool?
    for character in text {
      if character.isWhitespace {
        previous = nil
        continue
      }
      let isDigit = character.isASCII && character.isNumber
      if previous == isDigit, var last = words.popLast() {
        last.append(character)
        words.append(last)
      } else {
        words.append(String(character))
      }
      previous = isDigit
    }
    return words
  }
}

extension RecoveryDuration: CustomStringConvertible {
  /// In the largest unit that divides it, up to days: `4 h`, `7 days`.
  public var description: String {
    if seconds >= 172_800, seconds.isMultiple(of: 86_400) { return "\(seconds / 86_400) days" }
    if seconds.isMultiple(of: 3600) { return "\(seconds / 3600) h" }
    if seconds.isMultiple(of: 60) { return "\(seconds / 60) min" }
    return "\(seconds) s"
  }
}
