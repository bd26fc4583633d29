/// What comes before what: nodes in ranks, and which of them a node follows.
public struct Diagram: Sendable, Equatable {
  /// One thing in the picture.
  public struct Node: Sendable, Equatable {
    /// Unique in the diagram.
    public var id: String
    public var label: String
    /// Where it leads: an anchor of the same document.
    public var anchor: String?
    /// Ids of nodes that come before it.
    public var after: [String]

    public init(id: String, label: String, anchor: String?, after: [String]) {
      self.id = id
      self.label = label
      self.anchor = anchor
      self.after = after
    }
  }

  /// Nodes that have the same place in the order.
  public struct Rank: Sendable, Equatable {
    public var title: String
    public var nodes: [Node]

    public init(title: String, nodes: [Node]) {
      self.title = title
      self.nodes = nodes
    }
  }

  /// Anchor; unique in the document set.
  public var id: String
  public var caption: String
  /// In order.
  public var ranks: [Rank]

  public init(id: String, caption: String, ranks: [Rank]) {
    self.id = id
    self.caption = caption
    self.ranks = ranks
  }
}
