/// A document before it has a format: headings, paragraphs, lists and tables. Knows nothing of Lync, Markdown or HTML.
public struct Document: Sendable, Equatable {
  /// Base name of its files and its anchor, such as `database-worksheet`.
  public var id: String
  public var title: String
  /// Whether the page of a document set begins with it (an overview) instead of listing it among the others.
  public var isOverview: Bool
  public var sections: OnDemand<Section>
  /// What data files hold where those are other tables than pages show, such as a row for every step; otherwise empty.
  public var dataTables: OnDemand<Table>

  public init(
    id: String, title: String, isOverview: Bool = false, sections: OnDemand<Section>,
    dataTables: OnDemand<Table> = OnDemand([])
  ) {
    self.id = id
    self.title = title
    self.isOverview = isOverview
    self.sections = sections
    self.dataTables = dataTables
  }

  public init(id: String, title: String, isOverview: Bool = false, sections: [Section], dataTables: [Table] = []) {
    self.init(
      id: id, title: title, isOverview: isOverview, sections: OnDemand(sections), dataTables: OnDemand(dataTables))
  }

  /// The tables of all sections and groups, in order.
  public var tables: [Table] { sections.flatMap { Self.tables(in: $0.blocks) } }

  private static func tables(in blocks: [Block]) -> [Table] {
    blocks.flatMap { block -> [Table] in
      switch block {
      case .table(let table): [table]
      case .group(let group): tables(in: group.blocks)
      case .groups(let groups): groups.flatMap { tables(in: $0.blocks) }
      case .paragraph, .list, .diagram, .cards, .chart, .lookup, .picture: []
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
  case diagram(Diagram)
  case cards([Card])
  case chart(Chart)
  case lookup(Lookup)
  case picture(Picture)
  case group(Group)
  /// One after the other.
  case groups(OnDemand<Group>)
}

/// A part of a section under a heading of its own, such as one procedure. It is not in the list of contents.
public struct Group: Sendable, Equatable {
  /// Anchor; unique in the document set.
  public var id: String
  public var heading: String
  /// Whether it begins a new page on paper.
  public var startsPage: Bool
  public var blocks: [Block]

  public init(id: String, heading: String, startsPage: Bool = false, blocks: [Block]) {
    self.id = id
    self.heading = heading
    self.startsPage = startsPage
    self.blocks = blocks
  }
}
