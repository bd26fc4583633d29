public import Documents

/// Renders a document set as one self-contained page, `worksheets.html`: no script, no request, its own style alone
/// allowed by the Content-Security-Policy.
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
      "skipToContent": .text(labels.skipToContent),
      "contents": .text(labels.contents),
      "footer": .text(labels.footer),
      "documents": .list(documents),
    ]
    do throws(TemplateError) {
      let bytes = try templates.html.render("page", page, fragments: blocks.fragments, escaping: HTMLText.escaping)
      return [OutputFile(name: Self.fileName, bytes: bytes)]
    } catch {
      throw .template(error)
    }
  }

  /// The policy as an element: only the style is allowed, by the hash of its exact text.
  private var policy: [UInt8] {
    let hash = SHA256.base64Digest(of: Array(templates.style.utf8))
    let rules = "default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'"
    return Array("<meta http-equiv=\"Content-Security-Policy\" content=\"\(rules)\">".utf8)
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
