import Documents
import Testing
@testable import WorkbookRendering

@Suite struct PreparedSheetTests {
  private func sheet(rows: Int, _ purpose: Sheet.Purpose = .reading) -> Sheet {
    Sheet(
      name: "Rows", purpose: purpose, columns: [SheetColumn("Number")],
      rows: (0..<rows).map { SheetRow([SheetCell(String($0))]) })
  }

  @Test func moreRowsThanASheetHasGoOnInAnother() throws {
    let workbook = Workbook(title: "", sheets: [sheet(rows: 7)])
    let sheets = try PreparedSheet.sheets(of: workbook, mostRows: 3)
    #expect(sheets.map(\.name) == ["Rows", "Rows (2)", "Rows (3)"])
    #expect(sheets.flatMap { $0.sheet.rows.map { $0.cells[0].text } } == (0..<7).map(String.init))
    #expect(sheets.allSatisfy { $0.sheet.columns == [SheetColumn("Number")] })
  }

  @Test func rowsThatAreReadBackStayTogether() {
    let workbook = Workbook(title: "", sheets: [sheet(rows: 4, .savingAsData)])
    #expect(throws: WorkbookError.tooManyRows(sheet: "Rows")) {
      try PreparedSheet.sheets(of: workbook, mostRows: 3)
    }
  }

  @Test func moreColumnsThanASheetHasAreRefused() {
    let columns = (0...WorkbookLimits.columns).map { SheetColumn(String($0)) }
    #expect(throws: WorkbookError.tooManyColumns(sheet: "Wide")) {
      try PreparedSheet.sheets(of: Workbook(title: "", sheets: [Sheet(name: "Wide", columns: columns, rows: [])]))
    }
  }

  @Test func aSheetWithoutRowsIsThereAllTheSame() throws {
    #expect(try PreparedSheet.sheets(of: Workbook(title: "", sheets: [sheet(rows: 0)])).map(\.name) == ["Rows"])
  }

  @Test func columnsHaveTheLettersOfSpreadsheets() {
    let letters = [0, 25, 26, 27, 51, 52, 701, 702].map(PreparedSheet.letters)
    #expect(letters == ["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"])
  }

  @Test func textsHaveRoom() throws {
    let columns = [SheetColumn("Name", width: .narrow), SheetColumn("Note", width: .wide), SheetColumn("To fill")]
    let long = String(repeating: "word ", count: 40)
    let row = SheetRow([SheetCell("a\nb\nc"), SheetCell(long), SheetCell(nil, .open)])
    let workbook = Workbook(title: "", sheets: [Sheet(name: "S", columns: columns, rows: [row])])
    let prepared = try #require(try PreparedSheet.sheets(of: workbook).first)
    #expect(prepared.widths == [7, 50, 14])
    // 200 characters in lines of 50, and no row for one line.
    #expect(prepared.height(of: prepared.sheet.rows[0]).map { $0 > 4 * 12 && $0 < 7 * 14 } ?? false)
    #expect(prepared.height(of: SheetRow([SheetCell("a")])) == nil)
  }
}
