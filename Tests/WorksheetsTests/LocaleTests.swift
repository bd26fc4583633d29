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
    let read = try LocaleFiles.read("en")
    #expect(read.tag == "en")
    for template in LocaleFiles.templates {
      let phrase = Phrase(template)
      #expect(read.text(phrase) == Language.english.text(phrase))
    }
  }
}
