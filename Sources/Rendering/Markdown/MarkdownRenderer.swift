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

  public func render(_ set: DocumentSet) throws(RenderingError) -> [OutputFile] {
    try set.checkDocumentIDs()
    var files: [OutputFile] = []
    for document in set.documents {
      files.append(OutputFile(name: "\(document.id).md", bytes: try bytes(of: document)))
    }
    return files
  }

  /// From this many headings on a document begins with a list of them.
  private static let headingsForContents = 3

  private func bytes(of document: Document) throws(RenderingError) -> [UInt8] {
    var blocks = MarkdownBlocks(
      document: document.id, labelSeparator: labels.labelSeparator, linkPrefix: linkPrefix)
    var sections: [[String: TemplateValue]] = []
    for section in document.sections {
      sections.append([
        "id": .anchor(blocks.anchor(for: section.id)),
        "heading": .text(section.heading ?? ""),
        "body": blocks.fragment("body", of: section.blocks),
      ])
    }
    let headings = document.sections.count { !($0.heading ?? "").isEmpty }
    let values: [String: TemplateValue] = [
      "title": .text(document.title),
      "contents": .text(labels.contents),
      "hasContents": .flag(headings >= Self.headingsForContents),
      "footer": .text(labels.footer),
      "sections": .list(sections),
    ]
    do throws(TemplateError) {
      return try templates.markdown.render(
        "document", values, fragments: blocks.fragments, escaping: MarkdownText.escaping)
    } catch {
      throw .template(error)
    }
  }
}
