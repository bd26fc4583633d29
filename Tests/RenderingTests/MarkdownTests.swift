import Documents
import Rendering
import TestSupport
import Testing

@Suite struct MarkdownTests {
  private func lines(_ set: DocumentSet) throws -> [String] {
    let files = try MarkdownRenderer(templates: Sample.templates(), labels: Sample.labels).render(set)
    let text = String(decoding: try #require(files.first).bytes, as: UTF8.self)
    return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }

  /// The cells of a row as GitHub splits it: at every pipe that no backslash precedes, in code too.
  private func cells(_ line: String) -> [String] {
    var cells = [""]
    var previous: Unicode.Scalar = " "
    for scalar in line.unicodeScalars {
      if scalar == "|" && previous != "\\" {
        cells.append("")
      } else {
        cells[cells.count - 1].unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return cells.dropFirst().dropLast().map { cell in
      String(cell.unicodeScalars.dropFirst().dropLast())
    }
  }

  private func paragraph(_ text: Text) throws -> String {
    let document = Document(id: "d", title: "t", sections: [Section(id: "s", blocks: [.paragraph(text)])])
    let lines = try lines(DocumentSet(title: "t", language: "en", documents: [document]))
    return lines[4]
  }

  private func cell(_ text: Text) throws -> String {
    let table = Table(id: "t", caption: "c", columns: [Column("c")], rows: [Row(cells: [Cell([text])])], emptyText: "")
    let document = Document(id: "d", title: "t", sections: [Section(id: "s", blocks: [.table(table)])])
    let lines = try lines(DocumentSet(title: "t", language: "en", documents: [document]))
    return try #require(cells(lines[8]).first)
  }

  @Test func everyRowHasItsCellsWhateverIsInThem() throws {
    let rows = try lines(HostileSample.tableSet).filter { $0.hasPrefix("| <a id=\"row:") }
    try #require(rows.count == HostileStrings.all.count)
    for (text, row) in zip(HostileStrings.all, rows) {
      let cells = cells(row)
      #expect(cells.count == 5, "\(text.debugDescription)")
      #expect(cells.last == "end")
      #expect(MarkdownReader.code(inCell: cells[1])?.scalars == ShownText.code(text).scalars)
      #expect(MarkdownReader.text(ofCell: cells[0])?.scalars == ShownText.plain(text).scalars)
    }
  }

  @Test(arguments: HostileStrings.all) func theNumberOfLinesIsThatOfTheFrame(_ text: String) throws {
    let expected = try lines(HostileSample.everywhere("x")).count
    #expect(try lines(HostileSample.everywhere(text)).count == expected)
  }

  @Test(arguments: [
    ("- a", #"\- a"#), ("+ a", #"\+ a"#), ("1. a", #"1\. a"#), ("12) a", #"12\) a"#), ("    a", "a"), ("===", #"\==="#),
    ("# a", "\\# a"), ("> a", "&gt; a"), ("1.5 a", #"1\.5 a"#), ("2024", "2024"),
  ])
  func noParagraphBeginsAnotherBlock(_ text: String, _ expected: String) throws {
    #expect(try paragraph(Text(text)) == expected)
  }

  @Test(arguments: [
    ("see http://x.example", "see http<span>:</span>//x.example"), ("www.x.example", "www<span>.</span>x.example"),
    ("@everyone", "<span>@</span>everyone"), (":tada: 1:2", "<span>:</span>tada: 1:2"),
    (#"\\a\b$"#, #"\\\\a\\b<span>$</span>"#), ("a|b", #"a\|b"#), ("<b>", "&lt;b&gt;"), ("a\r\nb", "a<br>b"),
    ("x\u{202E}y", #"x\\u\{202E}y"#), ("pool.contoso.com:443", "pool.contoso.com:443"),
  ])
  func textIsNoMarkup(_ text: String, _ expected: String) throws {
    #expect(try cell(Text(text)) == expected)
  }

  @Test func codeKeepsItsCharacters() throws {
    #expect(try cell(.code("a|b")) == #"`a\|b`"#)
    #expect(try paragraph(.code("a|b")) == "`a|b`")
    #expect(try cell(.code("`a` ``b")) == "``` `a` ``b ```")
    #expect(try cell(.code(" a ")) == "`  a  `")
    #expect(try cell(Text([.code("a"), .code("b")])) == "`a`<span></span>`b`")
  }

  @Test func linksGoToTheFileAndItsAnchor() throws {
    #expect(try cell(Text([.link("x", document: "other", anchor: "a:b c")])) == "[x](other.md#a:b_20c)")
    #expect(try cell(Text([.link("x", document: "other", anchor: nil)])) == "[x](other.md)")
    #expect(try cell(Text([.link("x", document: "d", anchor: "y")])) == "[x](#y)")
  }

  @Test func starsAreUsedWhereGitHubTakesThemForEmphasis() throws {
    #expect(try cell(Text([.plain("a "), .strong("b"), .plain(" c")])) == "a **b** c")
    #expect(try cell(Text([.plain("a"), .strong("b"), .plain("c")])) == "a<strong>b</strong>c")
  }
}
