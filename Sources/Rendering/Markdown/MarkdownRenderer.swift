public import Documents

/// Renders each document as one file of GitHub-flavoured Markdown, `<id>.md`.
public struct MarkdownRenderer: Renderer {
  private let templates: Templates
  private let labels: RenderingLabels
  private let linkPrefix: String

  /// - Parameter linkPrefix: What leads from where the Markdown will stand to the folder of the files, such as
  ///   `output/`, written as in an address.
  public init(templates: Templates, labels: RenderingLabels, linkPrefix: String = "") {
    self.templates = templates
    self.labels = labels
    self.linkPrefix = linkPrefix
  }

  public func render(_ set: DocumentSet, into sink: any OutputSink) throws(RenderingError) {
    try set.checkDocumentIDs()
    for document in set.documents { try render(document, of: set, into: OutgoingFile("\(document.id).md", sink)) }
  }

  /// From this many headings on a document begins with a list of them.
  private static let headingsForContents = 3

  private func render(
    _ document: Document, of set: DocumentSet, into file: OutgoingFile
  ) throws(RenderingError) {
    var blocks = MarkdownBlocks(
      file, document: document.id, labelSeparator: labels.labelSeparator, linkPrefix: linkPrefix)
    var fragments = Fragments()
    var sections: [[String: TemplateValue]] = []
    var headings = 0
    for section in document.sections {
      if !(section.heading ?? "").isEmpty { headings += 1 }
      sections.append([
        "id": .anchor(blocks.anchor(for: section.id)),
        "heading": .text(section.heading ?? ""),
        "body": fragments.add("body", .blocks(section.blocks)),
      ])
    }
    let values: [String: TemplateValue] = [
      "title": .text(document.title),
      "classification": .text(set.letterhead.classification),
      "contents": .text(labels.contents),
      "hasContents": .flag(headings >= Self.headingsForContents),
      "footer": .text(labels.footer),
      "sections": .list(sections),
    ]
    do throws(TemplateError) {
      try templates.markdown.render("document", values, fragments: fragments, escaping: MarkdownText.escaping)
        .write(with: &blocks)
    } catch {
      throw .template(error)
    }
  }
}
