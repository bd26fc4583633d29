/// Things in places, and what connects them, with the same in words.
public struct Picture: Sendable, Equatable {
  /// One thing in a place.
  public struct Node: Sendable, Equatable {
    /// Unique in the picture.
    public var id: String
    public var label: String
    /// Where it leads: an anchor of the same document.
    public var anchor: String?

    public init(id: String, label: String, anchor: String?) {
      self.id = id
      self.label = label
      self.anchor = anchor
    }
  }

  /// Things of one kind in one place.
  public struct Kind: Sendable, Equatable {
    public var title: String
    public var nodes: [Node]
    /// Whether others use them: they stand beside those others.
    public var isUsedByOthers: Bool

    public init(title: String, nodes: [Node], isUsedByOthers: Bool) {
      self.title = title
      self.nodes = nodes
      self.isUsedByOthers = isUsedByOthers
    }
  }

  public struct Place: Sendable, Equatable {
    public var title: String
    public var kinds: [Kind]
    /// What is counted instead of drawn.
    public var remarks: [String]

    public init(title: String, kinds: [Kind], remarks: [String] = []) {
      self.title = title
      self.kinds = kinds
      self.remarks = remarks
    }
  }

  /// A connection of two nodes, by their ids.
  public struct Line: Sendable, Hashable {
    public var from: String
    public var to: String
    /// Whether the two stand in for each other, instead of one using the other.
    public var isPair: Bool

    public init(from: String, to: String, isPair: Bool = false) {
      self.from = from
      self.to = to
      self.isPair = isPair
    }
  }

  /// Anchor; unique in the document set.
  public var id: String
  public var caption: String
  /// What its signs mean.
  public var legend: String
  public var places: [Place]
  public var lines: [Line]
  /// Title of the same in words.
  public var alternativeTitle: String
  public var alternative: [Text]

  public init(
    id: String, caption: String, legend: String, places: [Place], lines: [Line], alternativeTitle: String,
    alternative: [Text]
  ) {
    self.id = id
    self.caption = caption
    self.legend = legend
    self.places = places
    self.lines = lines
    self.alternativeTitle = alternativeTitle
    self.alternative = alternative
  }
}
