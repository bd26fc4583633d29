internal import Digest
public import Documents

/// Renders a document set as one self-contained page, `worksheets.html`: no request; its own style and its own
/// script alone are allowed by the Content-Security-Policy. Without the script it says the same.
public struct HTMLRenderer: Renderer {
  public static let fileName = "worksheets.html"

  private let templates: Templates
  private let labels: RenderingLabels

  public init(templates: Templates, labels: RenderingLabels) {
    self.templates = templates
    self.labels = labels
  }

  public func render(_ set: DocumentSet) throws(RenderingError) -> [OutputFile] {
    try set.checkDocumentIDs()
    var blocks = HTMLBlocks()
    // The overview begins the page.
    let ordered = set.documents.filter(\.isOverview) + set.documents.filter { !$0.isOverview }
    let documents = ordered.map { document in Self.scope(of: document, blocks: &blocks) }
    let page: [String: TemplateValue] = [
      "language": .text(set.language),
      "title": .text(set.title),
      "policy": blocks.fragment("policy", bytes: policy),
      "style": blocks.fragment("style", bytes: Array("<style>\(templates.style)</style>".utf8)),
      "script": blocks.fragment("script", bytes: Array("<script>\(templates.script)</script>".utf8)),
      "subtitle": .text(set.subtitle),
      "skipToContent": .text(labels.skipToContent),
      "contents": .text(labels.contents),
      "footer": .text(labels.footer),
      "documents": .list(documents),
    ].merging(Self.scope(of: labels.page)) { first, _ in first }
    do throws(TemplateError) {
      let bytes = try templates.html.render("page", page, fragments: blocks.fragments, escaping: HTMLText.escaping)
      return [OutputFile(name: Self.fileName, bytes: bytes)]
    } catch {
      throw .template(error)
    }
  }

  /// The policy as an element: only the style and the script are allowed, by the hashes of their exact texts.
  private var policy: [UInt8] {
    let style = SHA256.base64Digest(of: Array(templates.style.utf8))
    let script = SHA256.base64Digest(of: Array(templates.script.utf8))
    let rules =
      "default-src 'none'; style-src 'sha256-\(style)'; script-src 'sha256-\(script)'; base-uri 'none'; "
      + "form-action 'none'"
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

  private static func scope(of document: Document, blocks: inout HTMLBlocks) -> [String: TemplateValue] {
    let anchor = blocks.anchor(for: document.id)
    var sections: [[String: TemplateValue]] = []
    for section in document.sections {
      let anchor = blocks.anchor(for: section.id)
      sections.append([
        "id": .anchor(anchor),
        "titleID": .anchor(anchor.part("title")),
        "heading": .text(section.heading ?? ""),
        "body": blocks.fragment("body", of: section.blocks),
      ])
    }
    return [
      "id": .anchor(anchor),
      "titleID": .anchor(anchor.part("title")),
      "title": .text(document.title),
      "isOverview": .flag(document.isOverview),
      "hasHeadings": .flag(document.sections.contains { !($0.heading ?? "").isEmpty }),
      "sections": .list(sections),
    ]
  }
}
