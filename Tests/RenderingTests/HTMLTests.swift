import Documents
import Foundation
import Rendering
import TestSupport
import Testing

@Suite struct HTMLTests {
  private func page(_ set: DocumentSet) throws -> [UInt8] {
    try #require(try HTMLRenderer(templates: Sample.templates(), labels: Sample.labels).render(set).first).bytes
  }

  @Test func hostileTextComesBackWhole() throws {
    let parsed = try ParsedPage(of: page(HostileSample.tableSet))
    try #require(parsed.rows.count == HostileStrings.all.count)
    for (text, row) in zip(HostileStrings.all, parsed.rows) {
      let isEmpty = text.isEmpty
      #expect(row[0] == ShownText.plain(text), "plain")
      #expect(row[1] == ShownText.code(text), "code")
      #expect(row[2] == ShownText.plain(text), "strong")
      #expect(row[3] == (isEmpty ? "" : ShownText.plain(text) + "\n" + ShownText.plain(text)), "two values")
    }
  }

  @Test func noHostileTextBecomesMarkup() throws {
    let pages = try ParsedPage.all(of: HostileStrings.all.map { try page(HostileSample.everywhere($0)) })
    for (text, parsed) in zip(HostileStrings.all, pages) {
      let text = Comment(rawValue: text.debugDescription)
      #expect(parsed.elements.subtracting(ParsedPage.expectedElements) == [], text)
      #expect(parsed.attributes.subtracting(ParsedPage.expectedAttributes) == [], text)
      #expect(parsed.repeatedIDs == [], text)
      #expect(parsed.unanswered == [], text)
      #expect(parsed.unclosed == [], text)
      #expect(parsed.problems == [], text)
    }
  }

  @Test func theSampleIsAnAccessiblePage() throws {
    let parsed = try ParsedPage(of: page(Sample.set))
    #expect(parsed.problems == [])
    #expect(parsed.unanswered == [])
    #expect(parsed.elements.isSuperset(of: ["header", "nav", "main", "footer", "caption", "h1", "h2", "h3"]))
    #expect(parsed.headings == ["Books & boxes", "Contents", "Overview", "Shelf worksheet", "Procedures"])
  }

  @Test func thePolicyAllowsThisStyleAndThisScriptAlone() throws {
    let text = String(decoding: try page(Sample.set), as: UTF8.self)
    func hash(of element: String) throws -> String {
      let parts = text.split(separator: "<\(element)>")
      #expect(parts.count == 2)
      let content = try #require(parts.last?.split(separator: "</\(element)>").first)
      let digest = try runProcess("openssl", ["dgst", "-sha256", "-binary"], input: Array(content.utf8))
      return Data(digest.standardOutput).base64EncodedString()
    }
    let (style, script) = (try hash(of: "style"), try hash(of: "script"))
    #expect(
      text.contains(
        #"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-\#(style)'; "#
          + #"script-src 'sha256-\#(script)'; base-uri 'none'; form-action 'none'">"#))
    #expect(!text.contains("http://") && !text.contains("<script ") && !text.contains("style="))
    for word in ["innerHTML", "insertAdjacentHTML", "eval(", "document.write", "fetch(", "XMLHttpRequest", "import("] {
      #expect(!text.contains(word))
    }
  }

  private func page(ofCells cells: [Cell], columns: [Column]) throws -> [UInt8] {
    let table = Table(id: "t", caption: "c", columns: columns, rows: [Row(cells: cells)], emptyText: "")
    let document = Document(id: "d", title: "t", sections: [Section(id: "s", blocks: [.table(table)])])
    return try page(DocumentSet(title: "t", language: "en", documents: [document]))
  }

  @Test(arguments: [
    ("sql-lyo-03.adatum.com", "sql-lyo-03.<wbr>adatum.com"),
    (#"\\nas.adatum.com\share$"#, #"\\nas.<wbr>adatum.<wbr>com\<wbr>share$"#),
    ("fe1.adatum.com", "fe1.adatum.com"), ("Weekly on Sundays at 03:00.", "Weekly on Sundays at 03:00."),
    (
      String(repeating: "é", count: 30),
      ["éééééééééééé", "éééééééééééé", "éééééé"].joined(separator: "<wbr>")
    ),
    ("<&.adatum.example>", "&lt;&amp;.adatum.<wbr>example&gt;"),
  ])
  func longNamesBreakBetweenTheirParts(_ text: String, _ shown: String) throws {
    let bytes = try page(ofCells: [Cell(text), Cell([.code(text)])], columns: Self.manyColumns)
    let page = String(decoding: bytes, as: UTF8.self)
    #expect(page.contains("<th>\(shown)<td><code>\(shown)</code><td>"))
  }

  private static let manyColumns = Array(repeating: Column("c"), count: 8)

  @Test func namesAreWholeWhereColumnsAreFew() throws {
    let bytes = try page(ofCells: [Cell("sql-lyo-03.adatum.com")], columns: [Column("a")])
    #expect(String(decoding: bytes, as: UTF8.self).contains("<th>sql-lyo-03.adatum.com"))
  }

  @Test func placesToBreakNeverChangeTheText() throws {
    let texts = HostileStrings.all.flatMap { text in
      [#"\\server.adatum.com\\#(text).share"#, #"Get-Item -Path "\#(text)\deep.folder\\#(text)" -Force"#]
    }
    let pages = try ParsedPage.all(
      of: texts.map { text in
        try page(
          ofCells: [Cell("x"), Cell(text), Cell([.code(text)]), Cell([.code(text)])],
          columns: [Column("a"), Column("b"), Column("c"), Column("d", width: .wide)])
      })
    for (text, parsed) in zip(texts, pages) {
      let code = ShownText.code(text)
      #expect(parsed.rows.map { $0.map(\.scalars) } == [["x", ShownText.plain(text), code, code].map(\.scalars)])
    }
  }

  @Test func anOptionIsNeverBroken() throws {
    let command = #"Backup-SqlDatabase -ServerInstance "sql.adatum.com\LYNC" -a.path.of.many.parts:x"#
    let bytes = try page(ofCells: [Cell("x"), Cell([.code(command)])], columns: Self.manyColumns)
    let page = String(decoding: bytes, as: UTF8.self)
    #expect(
      page.contains(
        #"Backup-SqlDatabase <i>-ServerInstance</i> "sql.<wbr>adatum.<wbr>com\<wbr>LYNC" <i>-a.path.of.many.parts:x</i>"#
      ))
  }

  @Test func tablesSayWhatTheStyleNeeds() throws {
    let many = try page(ofCells: [Cell([.init("\u{2610}")])], columns: Self.manyColumns)
    #expect(String(decoding: many, as: UTF8.self).contains(#"<div class="table many" role="group""#))
    let form = try page(ofCells: [.empty], columns: [Column("c", width: .narrow, isFilledByPeople: true)])
    let text = String(decoding: form, as: UTF8.self)
    #expect(text.contains(#"<div class="table form fills" role="group" tabindex="0" aria-labelledby="t">"#))
    #expect(text.contains(#"<th scope="col" class="narrow">c</th>"#))
    let ticked = try page(ofCells: [Cell("1"), Cell("\u{2610}")], columns: [Column("a"), Column("b", width: .wide)])
    #expect(String(decoding: ticked, as: UTF8.self).contains("<td class=tick>\u{2610}\n"))
  }

  @Test func repeatedIDsStayUnique() throws {
    let rows = ["a", "a", "a__2", "A", "a_b", "a b", "page__main", "t__caption", ""].map {
      Row(id: $0, cells: [Cell("x")])
    }
    let table = Table(id: "t", caption: "c", columns: [Column("c")], rows: rows + rows, emptyText: "")
    let document = Document(id: "a", title: "t", sections: [Section(id: "a", heading: "h", blocks: [.table(table)])])
    let parsed = try ParsedPage(of: page(DocumentSet(title: "t", language: "en", documents: [document])))
    #expect(parsed.repeatedIDs == [])
  }
}
