import CivilTime
import Testing

@testable import Auditing

/// The tables of what can be read, and of what is not guessed at.
@Suite struct ValueTests {
  @Test(arguments: [
    ("hourly", 1), ("HOURLY", 1), ("Every 4 hours", 4), ("every 1 hour", 1), ("every hour", 1), ("every 4h", 4),
    ("Every 12 h", 12), ("every 36 hours", 36), ("Every 4 hours Monday-Friday", 52),
    ("daily", 24), ("Daily 01:00", 24), ("daily at 1:00 am", 24), ("Daily 01:00, 13:00", 12),
    ("daily 01:00 and 05:00", 20), ("Daily Mon-Fri 22:00", 72), ("daily on weekdays at 10pm", 72),
    ("daily monday to friday", 72), ("weekly", 168), ("Weekly Sunday 03:00", 168), ("weekly on Mon, Thu 03:00", 96),
    ("WEEKLY SAT,SUN", 144), ("monthly", 744), ("Monthly 1 02:00", 744), ("monthly on the 15th", 744),
    ("Monthly on day 1 and day 15 at 02:00", 17 * 24), ("monthly 31", 61 * 24), ("monthly last day", 744),
    ("monthly first Sunday 03:00", 35 * 24), ("Monthly last sunday", 35 * 24),
    ("0 1 * * *", 24), ("0 */6 * * *", 6), ("*/15 * * * *", 1), ("0 3 * * 0", 168), ("0 3 * * 7", 168),
    ("0 3 * * sun", 168), ("0 2 1 * *", 744), ("0 1 * * 1-5", 72), ("0 1 * * MON,THU", 96), ("0 2 13 * 5", 168),
    ("0 0 1 jan *", 366 * 24), ("0 1,13 * * *", 12), ("0 8-18/5 * * *", 14),
  ])
  func schedulesAreReadAsTheirLongestInterval(text: String, hours: Int) {
    let seconds = text == "*/15 * * * *" ? 900 : hours * 3600
    #expect(Schedule(text)?.longestInterval.seconds == seconds)
  }

  @Test(arguments: [
    "", " ", "now and then", "nightly", "every", "every 0 hours", "every hours", "every 4", "every 4 days",
    "Every 30 minutes", "daily 25:00", "daily 01:60", "daily 1", "daily 13pm", "weekly 03", "weekly someday",
    "monthly 32", "monthly Sunday", "monthly first", "monthly first Sunday 3", "0 1 * *", "0 1 * * * *",
    "60 1 * * *", "0 24 * * *", "0 1 0 * *", "0 1 * 13 *", "0 1 * * 8", "0 1 31 2 *", "*/0 * * * *", "5/10 * * * *",
    "0 5-1 * * *", "@daily", "Daily 01:00 and after every change", "-1 * * * *",
  ])
  func otherSchedulesAreNot(text: String) { #expect(Schedule(text) == nil) }

  @Test(arguments: [
    ("4h", 4), ("24 h", 24), ("24H", 24), ("35 days", 840), ("1 day 4 hours", 28), ("1d4h", 28), ("2 weeks", 336),
    ("7 years", 2557 * 24), ("1 month", 744), ("2 months", 62 * 24), ("12 months", 366 * 24), ("1 year", 366 * 24),
    ("120 min", 2), ("0h", 0), ("P1DT4H", 28), ("PT24H", 24), ("p1d", 24), ("P1Y", 366 * 24), ("P1M", 744),
    ("PT60M", 1), ("P1W", 168), ("PT3600S", 1), ("P1Y2M", (366 + 62) * 24),
  ])
  func durationsAreRead(text: String, hours: Int) {
    #expect(RecoveryDuration(text)?.seconds == hours * 3600)
  }

  @Test(arguments: [
    "", " ", "h", "4", "30m", "6 m", "soon", "-4h", "4.5h", "4,5 h", "P", "PT", "P1", "P1H", "PT1D", "P1DT", "P 1D",
    "4h?", "four hours", "1000000000h", "٤h", "P1DT4H ", "4h 24",
  ])
  func otherDurationsAreNot(text: String) { #expect(RecoveryDuration(text) == nil) }

  @Test(
    arguments: [
      (#"\\Backup01.contoso.com\lync$"#, "backup01.contoso.com"), (#"\\backup01"#, "backup01"),
      ("//server/share", "server"), (#"\\?\UNC\server\share"#, "server"), (#"\\server@SSL@8443\DavWWWRoot"#, "server"),
      (#"\\server.contoso.com.\share"#, "server.contoso.com"), ("https://user@host.example:8443/a?b#c", "host.example"),
      ("https://[2001:db8::1]:443/x", "2001:db8::1"), ("file://server/share", "server"), ("s3://bucket", "bucket"),
      ("file:///srv", nil), (#"D:\backup"#, nil), ("d:/backup", nil), ("E:", nil), ("/srv/backup", nil),
      (#"\\localhost\c$"#, nil),
    ] as [(String, String?)])
  func destinationsNameTheirHost(text: String, host: String?) throws {
    let destination = try #require(Destination(text))
    #expect(destination.host == host)
  }

  @Test(arguments: ["", "tape", "$Backup", #"\share"#, #"\\"#, #"\\.\Tape0"#, #"\\?\D:\backup"#, "DD:\\x", "1x://host"])
  func otherDestinationsAreNot(text: String) { #expect(Destination(text) == nil) }

  @Test(
    arguments: [
      ("2026-11-22", "2026-11-22"), ("2024-02-29", "2024-02-29"), ("2026-11-22T10:00Z", "2026-11-22T10:00:00Z"),
      ("2026-11-22 10:00:30", "2026-11-22T10:00:30Z"), ("2026-11-22T00:30:00+01:00", "2026-11-21T23:30:00Z"),
      ("2026-12-31T23:30:00.5-01:00", "2027-01-01T00:30:00Z"), ("2026-02-29", nil), ("2026-13-01", nil),
      ("26-11-22", nil), ("2026-11-22T24:00", nil), ("2026-11-22T", nil), ("2026-11-22T10", nil), ("22.11.2026", nil),
      ("2026-11-22T10:00+99:00", nil), ("+026-11-22", nil), ("", nil),
    ] as [(String, String?)])
  func momentsAreRead(text: String, description: String?) { #expect(Moment(text)?.description == description) }

  @Test func everyDayHasItsNumberAndBack() {
    var number = CalendarDate(year: 1999, month: 12, day: 31)?.number ?? 0
    for year in 2000...2101 {
      for month in 1...12 {
        for day in 1...CalendarDate.length(ofMonth: month, year: year) {
          number += 1
          let date = CalendarDate(year: year, month: month, day: day)
          guard date?.number == number, let parts = date?.components, parts == (year, month, day) else {
            Issue.record("\(year)-\(month)-\(day)")
            return
          }
        }
      }
    }
    #expect(CalendarDate("1970-01-01")?.number == 0)
    // A Sunday.
    #expect(CalendarDate("2026-11-22")?.weekday == 0)
    #expect(Moment(dayOfSecondsSince1970: 86_399).description == "1970-01-01")
  }
}
