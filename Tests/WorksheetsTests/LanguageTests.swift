import Diagnostics
import Testing
@testable import Worksheets

/// Plurals, numbers and dates.
@Suite struct LanguageTests {
  @Test(arguments: [
    (PluralRule.none, [0: PluralCategory.other, 1: .other, 5: .other]),
    (.one, [0: .other, 1: .one, 2: .other, 101: .other]),
    (.oneIncludesZero, [0: .one, 1: .one, 2: .other, 1000: .other]),
    (
      .oneFewMany,
      [0: .many, 1: .one, 2: .few, 4: .few, 5: .many, 11: .many, 12: .many, 21: .one, 22: .few, 111: .many]
    ),
    (.onlyOneFewMany, [0: .many, 1: .one, 2: .few, 5: .many, 12: .many, 21: .many, 22: .few]),
    (.oneFewOther, [0: .other, 1: .one, 2: .few, 4: .few, 5: .other, 22: .other]),
  ])
  func pluralRules(rule: PluralRule, categories: [Int: PluralCategory]) {
    for (number, category) in categories {
      #expect(rule.category(of: number) == category, "\(number)")
      #expect(rule.categories.contains(category))
    }
  }

  @Test(arguments: [
    (7, "7", "7"), (999, "999", "999"), (1000, "1,000", "1\u{202F}000"), (10_000, "10,000", "10\u{202F}000"),
    (1_234_567, "1,234,567", "1\u{202F}234\u{202F}567"),
  ])
  func numbers(number: Int, english: String, french: String) throws {
    #expect(Language.english.number(number) == english)
    #expect(try LocaleFiles.french.get().number(number) == french)
  }

  @Test func aLanguageMayGroupFromTenThousand() {
    var format = NumberFormat()
    format.groupFrom = 10_000
    #expect(format.text(9_999) == "9999" && format.text(10_000) == "10,000")
  }

  @Test func percent() throws {
    #expect(Language.english.percent(66) == "66%")
    #expect(try LocaleFiles.french.get().percent(66) == "66\u{202F}%")
  }

  @Test(arguments: [
    ("2026-11-03", "3 November 2026", "3 novembre 2026"), ("2026-05-01", "1 May 2026", "1er mai 2026"),
    ("2026-11-03T01:05:00Z", "3 November 2026, 01:05 UTC", "3 novembre 2026 à 01:05 UTC"),
    ("last week", "last week", "last week"), ("2026-02-30", "2026-02-30", "2026-02-30"),
  ])
  func dates(written: String, english: String, french: String) throws {
    #expect(Language.english.date(written) == english)
    #expect(try LocaleFiles.french.get().date(written) == french)
  }

  @Test func aPhraseTakesTheFormOfItsNumber() throws {
    let template = try #require(LocaleFiles.templates.first { $0.key == "finding.central-management-store-inactive" })
    let french = try LocaleFiles.french.get()
    func text(_ count: Int) -> String {
      french.text(Phrase(template, ["active": .number(count), "hosts": .text("{active}")]))
    }
    #expect(text(0).hasPrefix("0 service de gestion centrale"))
    #expect(text(2).hasPrefix("2 services de gestion centrale"))
    #expect(text(2).hasSuffix("{active}"), "a name is never filled again")
  }
}
