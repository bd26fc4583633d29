public import Documents

/// Writes a document as a comment on GitHub: headings from the second level on, no list of contents, long sections
/// folded.
public struct MarkdownComment {
  public init() {}

  /// Tables with more rows than this are folded.
  private static let mostOpenRows = 10

  public func bytes(of document: Document) -> [UInt8] {
    let memory = MemorySink()
    var blocks = MarkdownBlocks(OutgoingFile(document.id, memory), document: document.id, labelSeparator: ": ")
    blocks.file.bytes += "## ".utf8
    MarkdownText.append(document.title, in: .block, to: &blocks.file.bytes)
    blocks.file.bytes += "\n".utf8
    for section in document.sections {
      let isFolded = Self.rows(in: section) > Self.mostOpenRows
      if let heading = section.heading {
        blocks.file.bytes += isFolded ? "\n<details><summary>".utf8 : "\n### ".utf8
        MarkdownText.append(heading, in: .block, to: &blocks.file.bytes)
        blocks.file.bytes += isFolded ? "</summary>\n".utf8 : "\n".utf8
      }
      blocks.file.bytes += "\n".utf8
      blocks.write(section.blocks)
      blocks.file.bytes += isFolded ? "\n\n</details>\n".utf8 : "\n".utf8
    }
    blocks.file.end()
    return memory.files.flatMap(\.bytes)
  }

  private static func rows(in section: Section) -> Int {
    section.blocks.reduce(0) { count, block in
      if case .table(let table) = block { count + table.rows.count } else { count }
    }
  }
}
