import BuiltinTemplates
import Documents
import Rendering

/// A folder of templates, one of which is replaced: the first byte says which. Refused with the file, or filled.
enum TemplateTarget {
  static func check(_ bytes: [UInt8]) -> CInt {
    guard let first = bytes.first else { return 0 }
    let name = Templates.knownNames[Int(first) % Templates.knownNames.count]
    var files = BuiltinTemplates.files
    files[name] = String(decoding: bytes.dropFirst(), as: UTF8.self)
    do throws(TemplateError) {
      let templates = try Templates(files: files)
      do throws(RenderingError) {
        _ = try MarkdownRenderer(templates: templates, labels: labels).render(set)
        let page = try HTMLRenderer(templates: templates, labels: labels).render(set)
        require(!page.isEmpty, "a page was written")
      } catch {
        require(!"\(error)".isEmpty, "a refusal has words")
      }
    } catch {
      require(Templates.knownNames.contains(error.file), "a refusal names the template: \(error)")
      require((error.line ?? 1) > 0 && !error.message.isEmpty, "a refusal has a line and words: \(error)")
    }
    return 0
  }

  private static let labels = RenderingLabels(
    contents: "Contents", skipToContent: "Skip", table: "Table", footer: "Footer", labelSeparator: ": ",
    page: PageLabels(
      facets: [.init(Facet("room"), "Room")], document: "Sheet", all: "All", search: "Search", clear: "Clear",
      shownRows: "{shown} of {all}", filter: "Filter", copy: "Copy", copied: "Copied"))

  private static let set = DocumentSet(
    title: "{{title}} <b>", subtitle: "A", language: "en",
    documents: [
      Document(
        id: "index", title: "Overview", isOverview: true,
        sections: [Section(id: "a", heading: "{{>page}}", blocks: [.paragraph("One"), .list(["Two"])])]),
      Document(
        id: "sheet", title: "Sheet",
        sections: [
          Section(
            id: "b", heading: "Rows",
            blocks: [
              .table(
                Table(
                  id: "t", caption: "Rows", columns: [Column("Name"), Column("Room", facet: Facet("room"))],
                  rows: [Row(id: "r", cells: [Cell("{{{body}}}"), Cell("Attic")])], emptyText: "none"))
            ])
        ]),
    ])
}
