import DelimitedText
import Documents
import Foundation
import Rendering
import TestSupport
import Testing

@Suite struct CSVTests {
  private func csv(_ set: DocumentSet) throws -> [UInt8] {
    try #require(try CSVRenderer(labels: Sample.labels).render(set).first).bytes
  }

  /// The records as Python's `csv` reads them, unchanged.
  private func records(_ bytes: [UInt8]) throws -> [[String]] {
    let script = """
      import csv, io, json, sys
      text = io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8', newline='')
      json.dump(list(csv.reader(text, strict=True)), sys.stdout)
      """
    let result = try runProcess("python3", ["-c", script], input: bytes)
    try #require(result.status == 0, "\(result.errorText)")
    return try JSONDecoder().decode([[String]].self, from: Data(result.standardOutput))
  }

  @Test func everyStringComesBackExactly() throws {
    let records = try records(csv(HostileSample.tableSet))
    try #require(records.count == HostileStrings.all.count + 1)
    for (text, record) in zip(HostileStrings.all, records.dropFirst()) {
      let cells = record.map(CSVCell.undoingNeutralisation)
      // By scalars: to Swift's ==, composed and decomposed characters are equal.
      #expect(cells.map(\.scalars) == [text, text, text, "\(text); \(text)", "end"].map(\.scalars))
      #expect(record.allSatisfy { !($0.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false) })
    }
  }

  @Test func neutralisationIsUndoneExactlyForEveryString() {
    let alphabet: [Unicode.Scalar] = ["'", "=", "+", "-", "@", "\t", "\r", "\n", "a", "\u{301}", "\""]
    var strings: [String] = [""]
    var longest = strings
    for _ in 0..<4 {
      longest = longest.flatMap { start in
        alphabet.map { scalar in
          var text = start
          text.unicodeScalars.append(scalar)
          return text
        }
      }
      strings += longest
    }
    for text in strings + HostileStrings.all {
      let harmless = CSVCell.neutralising(text)
      let first = harmless.unicodeScalars.first
      #expect(first.map { !"=+-@\t\r".unicodeScalars.contains($0) } ?? true)
      #expect(CSVCell.undoingNeutralisation(harmless).scalars == text.scalars)
    }
  }

  @Test func severalTablesBecomeOneWithTheUnionOfTheirColumns() throws {
    let files = try CSVRenderer(labels: Sample.labels).render(Sample.set)
    #expect(files.map(\.name) == ["shelf-worksheet.csv", "procedures.csv"])
    #expect(
      try records(files[1].bytes) == [
        ["Table", "Step", "What to do", "Done", "Thing"], ["Steps after a flood", "1", "Dry the books", "", ""],
        ["Steps after a flood", "2", "Count them", "", ""], ["Steps after a fire", "1", "Leave", "", ""],
        ["Needed", "1", "", "", "Bucket"],
      ])
  }

  @Test func dataFilesCarryDataColumnsAndNotThoseOfPages() throws {
    let header = try #require(try records(csv(Sample.set)).first)
    #expect(header == ["Shelf", "Path", "Copied with", "Schedule", "Destination", "Notes", "Item ID"])
  }

  @Test func anEmptyRecordIsNoEmptyLine() throws {
    let table = Table(id: "t", caption: "c", columns: [Column("a")], rows: [Row(cells: [.empty])], emptyText: "")
    let document = Document(id: "d", title: "t", sections: [Section(id: "s", blocks: [.table(table)])])
    #expect(
      String(decoding: try csv(DocumentSet(title: "t", language: "en", documents: [document])), as: UTF8.self)
        == "a\r\n\"\"\r\n")
  }
}
