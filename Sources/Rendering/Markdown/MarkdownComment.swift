public import Documents

/// Writes a document as a comment on GitHub: headings from the second level on, no list of contents, long sections
/// folded.
public struct MarkdownComment {
  public init() {}

  /// Tables with more rows than this are folded.
  private static let mostOpenRows = 10

  public func bytes(of document: Document) -> [UInt8] {
    var blocks = MarkdownBlocks(document: document.id, labelSeparator: ": ")
    var bytes = Array("## ".utf8)
    MarkdownText.append(document.title, in: .block, to: &bytes)
    bytes += "\n".utf8
    for section in document.sections {
      let isFolded = Self.rows(in: section) > Self.mostOpenRows
      if let heading = section.heading {
        bytes += isFolded ? "\n<details><summary>".utf8 : "\n### ".utf8
        MarkdownText.append(heading, in: .block, to: &bytes)
        bytes += isFolded ? "</summary>\n".utf8 : "\n".utf8
      }
      bytes += "\n".utf8
      bytes += blocks.markdown(of: section.blocks)
      bytes += isFolded ? "\n\n</details>\n".utf8 : "\n".utf8
    }
    return bytes
  }

  private static func rows(in section: Section) -> Int {
    section.blocks.reduce(0) { count, block in
      if case .table(let table) = block { count + table.rows.count } else { count }
    }
  }
}
