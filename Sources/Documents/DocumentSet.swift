/// Documents that belong together: one folder of files, or one page.
public struct DocumentSet: Sendable, Equatable {
  /// Title of the whole, such as the title of the page.
  public var title: String
  /// What the whole is about in a line; may be empty.
  public var subtitle: String
  /// Language of its text as a BCP 47 tag, such as `en`.
  public var language: String
  public var letterhead: Letterhead
  public var documents: [Document]

  public init(
    title: String, subtitle: String = "", language: String, letterhead: Letterhead = Letterhead(),
    documents: [Document]
  ) {
    self.title = title
    self.subtitle = subtitle
    self.language = language
    self.letterhead = letterhead
    self.documents = documents
  }
}

extension DocumentSet {
  /// Links to documents or anchors that the set does not have, as `document` or `document#anchor`, each once, in
  /// order of appearance. Empty in a set that is well made.
  public var danglingLinks: [String] {
    var anchors: [String: Set<String>] = [:]
    for document in documents {
      var ids = Set(document.sections.map(\.id)).union(document.sections.flatMap { Self.groupIDs(in: $0.blocks) })
      for table in document.tables {
        ids.insert(table.id)
        ids.formUnion(table.rows.compactMap(\.id))
      }
      anchors[document.id, default: []].formUnion(ids)
    }
    var seen: Set<String> = []
    var dangling: [String] = []
    for run in documents.lazy.flatMap(\.texts).flatMap(\.runs) {
      guard case .link(_, let document, let anchor) = run else { continue }
      if let ids = anchors[document], anchor.map(ids.contains) ?? true { continue }
      let target = anchor.map { "\(document)#\($0)" } ?? document
      if seen.insert(target).inserted { dangling.append(target) }
    }
    return dangling
  }

  private static func groupIDs(in blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .group(let group): [group.id] + groupIDs(in: group.blocks)
      case .groups(let groups): groups.flatMap { [$0.id] + groupIDs(in: $0.blocks) }
      case .diagram(let diagram): [diagram.id]
      case .chart(let chart): [chart.id]
      case .lookup(let lookup): [lookup.id]
      case .picture(let picture): [picture.id]
      case .paragraph, .list, .table, .cards: []
      }
    }
  }
}

extension Document {
  /// Every line of text in its blocks, in order.
  fileprivate var texts: [Text] {
    sections.flatMap { texts(in: $0.blocks) }
  }

  private func texts(in blocks: [Block]) -> [Text] {
    blocks.flatMap { block -> [Text] in
      switch block {
      case .paragraph(let text): [text]
      case .list(let items): items
      case .table(let table): table.rows.flatMap { $0.cells.flatMap(\.values) }
      case .group(let group): texts(in: group.blocks)
      case .groups(let groups): groups.flatMap { texts(in: $0.blocks) }
      case .cards(let cards): cards.flatMap(\.lines)
      case .chart(let chart): chart.bars.map(\.label)
      case .lookup(let lookup): [lookup.link]
      case .picture(let picture):
        picture.alternative
          + picture.places.flatMap(\.kinds).flatMap(\.nodes).compactMap { node in
            node.anchor.map { Text(.link(node.label, document: id, anchor: $0)) }
          }
      case .diagram(let diagram):
        diagram.ranks.flatMap(\.nodes).compactMap { node in
          node.anchor.map { Text(.link(node.label, document: id, anchor: $0)) }
        }
      }
    }
  }
}
