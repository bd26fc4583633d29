import Diagnostics
import Foundation
import TestSupport
import Testing
@testable import Worksheets

/// The catalogues: English is extracted, and every other has all of it.
@Suite struct LocaleTests {
  @Test func theEnglishCatalogueIsExtracted() throws {
    try GoldenFile.check("en.yml", Array(LocaleFiles.englishFile().utf8), at: LocaleFiles.folder.path)
  }

  @Test func oneKeyStandsForOneSentence() {
    let different = Dictionary(grouping: Set(LocaleFiles.templates), by: \.key).filter { $0.value.count > 1 }
    #expect(different.keys.sorted() == [])
  }

  @Test func theEnglishCatalogueReadsAsEnglish() throws {
    let read = try LanguageReader(fileName: "en.yml", templates: LocaleFiles.templates).read(LocaleFiles.englishFile())
    #expect(read.tag == "en")
    for template in LocaleFiles.templates {
      let phrase = Phrase(template)
      #expect(read.text(phrase) == Language.english.text(phrase))
    }
  }

  /// Reading fails for a key that is missing or too many, and for placeholders that differ.
  @Test func frenchIsComplete() throws {
    #expect(try LocaleFiles.read("fr").tag == "fr")
  }

  /// Names of products and abbreviations, words that both languages have, and keys of the policy.
  private static let sameInBoth: Set<String> = [
    "Active Directory", "DHCP", "DNS", "Exchange", "Internet Information Services", "Office Web Apps",
    "Operations Manager", "Survivable Branch Appliance", "RPO", "RTO", "Notes", "Site", "Sites", "site {name}", "Pool",
    "Pools", "Pools: {pools}", "Source", "Sources", "Documents", "appliance", "instance", "pool", "pools", "Question",
    "Signature", "central",
    "{label} ({place})", "{label} ({database})", "{day} {month} {year}", "{name} ({notes})",
    "{site}. {kinds}", "‹{name}›", ", ", " · ", "\u{2610}", "\u{2611}",
    "centralManagementStore: pool", "answers: archivingInExchange", "answers: complianceAdapter", "answers: exchange",
    "answers: operationsManager",
  ]

  @Test func nothingIsLeftInEnglish() throws {
    let french = try LocaleFiles.texts(of: "fr")
    let english = try LocaleFiles.texts(of: "en")
    let same = french.filter { english[$0.key] == $0.value && !Self.sameInBoth.contains($0.value) }
    #expect(same.map { "\($0.key): \($0.value)" }.sorted() == [])
  }

  @Test func frenchIsSetAsFrench() throws {
    for (key, text) in try LocaleFiles.texts(of: "fr") where !key.hasPrefix("numbers") {
      for mark in [" :", " ;", " ?", " !", " %", "'", "\"", "« ", " »", "  "] {
        #expect(!text.contains(mark), "\(key): \(text)")
      }
      let stops = text.indices.filter { ";?!".contains(text[$0]) && $0 != text.startIndex }
      #expect(stops.allSatisfy { text[text.index(before: $0)] == "\u{202F}" }, "\(key): \(text)")
    }
  }
}
