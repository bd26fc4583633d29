import BackupPlanning
import DelimitedText
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Registers that people filled and spreadsheets saved: `Tests/Fixtures/Registers`, written by `renew` there.
struct RegisterFixtureTests {
  private func read(_ name: String) throws -> Register {
    let url = Fixture.repository.appending(path: "Tests/Fixtures/Registers/\(name).csv")
    var reader = RegisterReader(fileName: "entries.csv")
    return try reader.read(Array(Data(contentsOf: url)))
  }

  /// LibreOffice writes the seconds of a time where it took the cell for one.
  private func comparable(_ register: Register) -> [Register.Entry] {
    register.entries.map { entry in
      var entry = entry
      if let text = entry.cells.lastRestoreTest, text.count == 19 {
        entry.cells.lastRestoreTest = String(text.dropLast(3))
      }
      return entry
    }
  }

  @Test(arguments: [
    ("libreoffice-commas", Register.Form(), ["Ticket"]),
    ("libreoffice-semicolons-all-quoted", Register.Form(delimiter: .semicolon), ["Ticket"]),
    ("excel-utf-8", Register.Form(delimiter: .semicolon, hasByteOrderMark: true), ["Ticket"]),
  ])
  func whatASpreadsheetSavedIsWhatPeopleFilled(name: String, form: Register.Form, foreign: [String]) throws {
    let filled = try read("filled")
    let saved = try read(name)
    #expect(filled.entries.count == 24)
    #expect(comparable(saved) == comparable(filled))
    #expect(saved.form == form)
    #expect(saved.foreignColumns == foreign)
  }

  @Test func windows1252IsNamedWithItsFirstLine() throws {
    let error = try #require(throws: UnusableInput.self) { try read("excel-windows-1252") }
    #expect(error.diagnostics.map { [$0.id, $0.location?.description] } == [["register-not-utf8", "entries.csv:2"]])
  }

  @Test func everyDateThatExcelChangedIsNamed() throws {
    let error = try #require(throws: UnusableInput.self) { try read("excel-dates") }
    #expect(error.diagnostics.count == 24)
    #expect(
      error.diagnostics.first?.description.hasPrefix("entries.csv:2: error: last_backup \"01/11/2026\" is no") == true)
    #expect(Set(error.diagnostics.map(\.id)) == ["register-date-unreadable"])
  }
}
