internal import CivilTime
internal import Auditing
internal import Glibc

/// The one place that looks at the clock.
enum Now {
  /// The day of `SOURCE_DATE_EPOCH`, else today, in UTC.
  /// - Throws: ``CommandFailure`` with status 64 where the variable is no number of seconds.
  static func moment() throws(CommandFailure) -> Moment {
    guard let text = Environment.value("SOURCE_DATE_EPOCH") else {
      return Moment(dayOfSecondsSince1970: time(nil))
    }
    guard let seconds = Int(text), (0...largest).contains(seconds) else {
      throw CommandFailure(
        .wrongUsage, id: "source-date-epoch-unreadable", "SOURCE_DATE_EPOCH is \"\(text)\", not a number of seconds",
        remedy: "set it to seconds since 1970-01-01, or use --as-of")
    }
    return Moment(dayOfSecondsSince1970: seconds)
  }

  /// The end of the year 9999.
  private static let largest = 253_402_300_799
}
