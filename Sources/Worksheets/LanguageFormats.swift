internal import CivilTime

/// How a language writes numbers.
struct NumberFormat: Sendable, Equatable, Codable {
  /// Between thousands.
  var grouping = ","
  /// The smallest number with a separator: some languages group from ten thousand.
  var groupFrom = 1000
  /// Before the fraction. The documents have whole numbers only.
  var decimal = "."
  var percent = "{number}%"

  func text(_ number: Int) -> String {
    let digits = String(number.magnitude)
    let sign = number < 0 ? "-" : ""
    guard number.magnitude >= groupFrom.magnitude, digits.count > 3 else { return sign + digits }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += grouping }
      text.append(digit)
    }
    return sign + text
  }
}

/// How a language writes days, and times of day in UTC.
struct DateFormat: Sendable, Equatable, Codable {
  var pattern = "{day} {month} {year}"
  /// The first of a month.
  var first = "1"
  var withTime = "{date}, {time} UTC"
  var months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// `pattern` and ``withTime`` with their parts in place; nil for what is no date.
  func text(_ written: String, fill: (String, KeyValuePairs<String, String>) -> String) -> String? {
    guard let moment = Moment(written) else { return nil }
    let (year, month, day) = moment.day.components
    guard months.indices.contains(month - 1) else { return nil }
    let date = fill(
      pattern, ["day": day == 1 ? first : String(day), "month": months[month - 1], "year": String(year)])
    guard let second = moment.secondOfDay else { return date }
    let time = [second / 3600, second / 60 % 60].map { Digits.padded($0, 2) }.joined(separator: ":")
    return fill(withTime, ["date": date, "time": time])
  }
}
