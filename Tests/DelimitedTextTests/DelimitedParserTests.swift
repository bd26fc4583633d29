@testable import DelimitedText
import TestSupport
import Testing

@Suite struct DelimitedParserTests {
  private func parse(_ text: String, _ delimiter: Delimiter = .comma) -> (
    records: [DelimitedRecord], problems: [DelimitedProblem]
  ) {
    var parser = DelimitedParser(Array(text.utf8), delimiter: delimiter)
    var records: [DelimitedRecord] = []
    while let record = parser.next() { records.append(record) }
    return (records, parser.problems)
  }

  @Test(arguments: [
    ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
    ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]), ("\u{FEFF}a,\"b\"", [["a", "b"]]),
    ("\"a \"\"b\"\"\",\"\"\"\"", [["a \"b\"", "\""]]), ("a,\n,b", [["a", ""], ["", "b"]]),
    ("a\n\nb", [["a"], [""], ["b"]]), ("5\" disk,x", [["5\" disk", "x"]]), ("", []), (",", [["", ""]]),
  ])
  func cellsAreReadAsSpreadsheetsMeanThem(text: String, records: [[String]]) {
    let result = parse(text)
    #expect(result.records.map(\.cells) == records)
    #expect(result.problems.isEmpty)
  }

  @Test func recordsKnowTheLineTheyBeginAt() {
    let result = parse("h\r\n\"1\n2\r\n3\r4\"\rx\n\ny")
    #expect(result.records.map(\.line) == [1, 2, 6, 7, 8])
    #expect(result.records[1].cells.map(\.utf8.count) == [8])
  }

  @Test func anUnclosedQuoteIsFoundWhereItsRecordBegins() {
    let result = parse("h\na,\"1\n2\",\"b\nc")
    #expect(result.problems == [DelimitedProblem(kind: .unclosedQuote, line: 2, cellLine: 3, cell: 3)])
  }

  @Test func textAfterAClosingQuoteIsFoundAndReadingGoesOn() {
    let result = parse("\"a\"b;c\n\"d\" ;e", .semicolon)
    #expect(result.records.map(\.cells) == [["ab", "c"], ["d ", "e"]])
    #expect(result.problems.map(\.line) == [1, 2])
    #expect(result.problems.allSatisfy { $0.kind == .textAfterQuote && $0.cell == 1 })
  }

  @Test(arguments: Delimiter.allCases, [false, true])
  func whatIsWrittenIsReadBackExactly(delimiter: Delimiter, byteOrderMark: Bool) {
    let rows = HostileStrings.all.map { [$0, "", "\($0);,\t\r\n\"\($0)"] }
    var writer = DelimitedWriter(delimiter: delimiter, byteOrderMark: byteOrderMark)
    for row in rows {
      for cell in row { writer.cell(cell) }
      writer.endRecord()
    }
    var parser = DelimitedParser(writer.bytes, delimiter: delimiter)
    #expect(parser.hasByteOrderMark == byteOrderMark)
    for row in rows {
      let cells = parser.next()?.cells.map(CSVCell.undoingNeutralisation) ?? []
      #expect(cells.map { Array($0.utf8) } == row.map { Array($0.utf8) })
    }
    #expect(parser.next() == nil)
    #expect(parser.problems.isEmpty)
  }
}
