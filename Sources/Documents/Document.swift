/// A document before it has a format: headings, paragraphs, lists and tables. Knows nothing of Lync, Markdown or HTML.
public struct Document: Sendable, Equatable {
  /// Base name of its files and its anchor, such as `database-worksheet`.
  public var id: String
  public var title: String
  /// Whether the page of a document set begins with it (an overview) instead of listing it among the others.
  public var isOverview: Bool
  public var sections: [Section]

  public init(id: String, title: String, isOverview: Bool = false, sections: [Section]) {
    self.id = id
    self.title = title
    self.isOverview = isOverview
    self.sections = sections
  }

  /// The tables of all sections, in order.
  public var tables: [Table] {
    sections.flatMap { section in
      section.blocks.compactMap { block in
        if case .table(let table) = block { table } else { nil }
      }
    }
  }
}

/// A part of a document. The first section of a document may have no heading.
public struct Section: Sendable, Equatable {
  /// Anchor; unique in the document set.
  public var id: String
  public var heading: String?
  public var blocks: [Block]

  public init(id: String, heading: String? = nil, blocks: [Block]) {
    self.id = id
    self.heading = heading
    self.blocks = blocks
  }
}

/// One thing below another.
public enum Block: Sendable, Equatable {
  case paragraph(Text)
  case list([Text])
  case table(Table)
}
