internal import Digest
public import Documents

/// Renders a document set as one self-contained page, usually `worksheets.html`: no request; its own style and its own
/// script alone are allowed by the Content-Security-Policy. Without the script it says the same.
public struct HTMLRenderer: Renderer {
  public static let fileName = "worksheets.html"

  private let templates: Templates
  private let labels: RenderingLabels
  private let fileName: String

  public init(templates: Templates, labels: RenderingLabels, fileName: String = Self.fileName) {
    self.templates = templates
    self.labels = labels
    self.fileName = fileName
  }

  public func render(_ set: DocumentSet, into sink: any OutputSink) throws(RenderingError) {
    try set.checkDocumentIDs()
    var blocks = HTMLBlocks(OutgoingFile(fileName, sink))
    var fragments = Fragments()
    // The overview begins the page.
    let ordered = set.documents.filter(\.isOverview) + set.documents.filter { !$0.isOverview }
    let documents = ordered.map { document in Self.scope(of: document, &blocks, &fragments) }
    let style = templates.style + set.letterhead.style
    let logo = set.letterhead.logoElement.map { fragments.add("logo", .bytes($0)) }
    let page: [String: TemplateValue] = [
      "language": .text(set.language),
      "title": .text(set.title),
      "policy": fragments.add("policy", .bytes(Self.policy(style, templates.script, hasImage: logo != nil))),
      "style": fragments.add("style", .bytes(Array("<style>\(style)</style>".utf8))),
      "script": fragments.add("script", .bytes(Array("<script>\(templates.script)</script>".utf8))),
      "subtitle": .text(set.subtitle),
      "logo": logo ?? .text(""),
      "classification": .text(set.letterhead.classification),
      "skipToContent": .text(labels.skipToContent),
      "contents": .text(labels.contents),
      "footer": .text(labels.footer),
      "documents": .list(documents),
    ].merging(Self.scope(of: labels.page)) { first, _ in first }
    do throws(TemplateError) {
      try templates.html.render("page", page, fragments: fragments, escaping: HTMLText.escaping).write(with: &blocks)
    } catch {
      throw .template(error)
    }
  }

  /// The policy as an element: only the style and the script are allowed, by the hashes of their exact texts, and
  /// images that are part of the page, where it has one.
  private static func policy(_ style: String, _ script: String, hasImage: Bool) -> [UInt8] {
    let style = SHA256.base64Digest(of: Array(style.utf8))
    let script = SHA256.base64Digest(of: Array(script.utf8))
    let rules =
      "default-src 'none'; style-src 'sha256-\(style)'; script-src 'sha256-\(script)'; "
      + (hasImage ? "img-src data:; " : "") + "base-uri 'none'; form-action 'none'"
    return Array("<meta http-equiv=\"Content-Security-Policy\" content=\"\(rules)\">".utf8)
  }

  private static func scope(of labels: PageLabels) -> [String: TemplateValue] {
    [
      "filter": .text(labels.filter),
      "search": .text(labels.search),
      "document": .text(labels.document),
      "facets": .list(
        labels.facets.map { ["key": .anchor(Anchor(id: $0.facet.key)), "label": .text($0.label)] }),
      "all": .text(labels.all),
      "clear": .text(labels.clear),
      "shownRows": .text(labels.shownRows),
      "copy": .text(labels.copy),
      "copied": .text(labels.copied),
    ]
  }

  private static func scope(
    of document: Document, _ blocks: inout HTMLBlocks, _ fragments: inout Fragments
  ) -> [String: TemplateValue] {
    let anchor = blocks.anchor(for: document.id)
    var sections: [[String: TemplateValue]] = []
    var hasHeadings = false
    for section in document.sections {
      if !(section.heading ?? "").isEmpty { hasHeadings = true }
      let anchor = blocks.anchor(for: section.id)
      sections.append([
        "id": .anchor(anchor),
        "titleID": .anchor(anchor.part("title")),
        "heading": .text(section.heading ?? ""),
        "body": fragments.add("body", .blocks(section.blocks)),
      ])
    }
    return [
      "id": .anchor(anchor),
      "titleID": .anchor(anchor.part("title")),
      "title": .text(document.title),
      "isOverview": .flag(document.isOverview),
      "hasHeadings": .flag(hasHeadings),
      "sections": .list(sections),
    ]
  }
}
