import Documents
import Testing
@testable import WorkbookRendering

@Suite struct SheetAppearanceTests {
  @Test func pagesHaveNoCodesThatATextBringsAlong() {
    let paper = PaperText(
      Workbook(title: "A & B &P", subtitle: "2 sites\nand &C", pageNumber: "Page {page} of {pages}", sheets: []),
      sheet: "R&D")
    #expect(paper.header == "&L&\"-,Bold\"R&&D&RA && B &&P")
    #expect(paper.footer == "&L 2 sites and &&C&RPage &P of &N")
  }

  @Test func pagesHaveNoMoreTextThanTheyCan() {
    for length in 100..<140 {
      let name = String(repeating: "a", count: length) + String(repeating: "&", count: 100)
      let paper = PaperText(Workbook(title: name, subtitle: name, sheets: []), sheet: name)
      for text in [paper.header, paper.footer] {
        #expect(text.utf16.count <= WorkbookLimits.pageHeader)
      }
    }
  }

  @Test func cellsWithOneListAreOneRange() {
    let open = SheetCell("", .open, choices: ["yes", "no"])
    let rows = [open, open, SheetCell("fixed"), open, SheetCell("", .open, choices: ["other"])].map { SheetRow([$0]) }
    let inputs = CellInputs.of(Sheet(name: "", columns: [SheetColumn("A")], rows: rows))
    #expect(inputs.map(\.rows) == [1...2, 4...4, 5...5])
    #expect(inputs.map(\.choices) == [["yes", "no"], ["yes", "no"], ["other"]])
  }

  @Test func aListThatTheFormatCannotHoldIsNone() {
    for choices in [["a,b"], ["\""], [""], [String(repeating: "a", count: 255)]] {
      let rows = [SheetRow([SheetCell("", .open, choices: choices)])]
      #expect(CellInputs.of(Sheet(name: "", columns: [SheetColumn("A")], rows: rows)) == [])
    }
  }

  @Test func theClassificationStandsInTheMiddleOfTheHead() {
    let long = String(repeating: "x", count: 400)
    for classification in ["Internal & more", long] {
      let paper = PaperText(Workbook(title: long, classification: classification, sheets: []), sheet: long)
      #expect(paper.header.contains("&C\(classification == long ? "x" : "Internal && more")"))
      #expect(paper.header.utf16.count <= WorkbookLimits.pageHeader)
    }
    #expect(!PaperText(Workbook(title: "t", sheets: []), sheet: "s").header.contains("&C"))
  }
}
