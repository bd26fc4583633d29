import Documents
import Rendering
import Testing

@Suite struct RenderingTests {
  private func set(_ ids: String...) -> DocumentSet {
    DocumentSet(title: "t", language: "en", documents: ids.map { Document(id: $0, title: "t", sections: []) })
  }

  @Test(arguments: ["", "..", ".hidden", "a/b", "a\\b", "a b", "a\u{0}", "C:", "é", "a."])
  func idsThatAreNoFileNamesAreRefused(_ id: String) throws {
    for renderer in try Sample.renderers() {
      #expect(throws: RenderingError.documentID(id)) { try renderer.render(set(id)) }
    }
  }

  @Test func idsThatOneFileSystemTakesForOneAreRefused() throws {
    for renderer in try Sample.renderers() {
      #expect(throws: RenderingError.repeatedDocumentID("A")) { try renderer.render(set("a", "A")) }
    }
  }

  @Test func linksToNowhereAreFound() {
    #expect(Sample.set.danglingLinks == [])
    let links = Text([
      .link("a", document: "d", anchor: "s"), .link("b", document: "d", anchor: "x"),
      .link("c", document: "e", anchor: nil), .link("d", document: "d", anchor: "x"),
    ])
    let document = Document(id: "d", title: "t", sections: [Section(id: "s", blocks: [.paragraph(links)])])
    #expect(DocumentSet(title: "t", language: "en", documents: [document]).danglingLinks == ["d#x", "e"])
  }
}
