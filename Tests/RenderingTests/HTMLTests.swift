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
      #expect(row[3] == (isEmpty ? "\n" : ShownText.plain(text) + "\n" + ShownText.plain(text)), "two values")
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

  @Test func thePolicyAllowsThisStyleAlone() throws {
    let text = String(decoding: try page(Sample.set), as: UTF8.self)
    let style = try #require(text.split(separator: "<style>").last?.split(separator: "</style>").first)
    let digest = try runProcess("openssl", ["dgst", "-sha256", "-binary"], input: Array(style.utf8))
    let hash = Data(digest.standardOutput).base64EncodedString()
    #expect(
      text.contains(
        #"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-\#(hash)'; "#
          + #"base-uri 'none'; form-action 'none'">"#))
    #expect(!text.contains("http://") && !text.contains("<script") && !text.contains("style="))
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
