/// A number that says at a glance how things stand, and what it means.
public struct Card: Sendable, Equatable {
  public var title: String
  /// What is set large, such as a number.
  public var value: String
  public var lines: [Text]
  /// Whether it tells of something to do.
  public var needsAttention: Bool

  public init(title: String, value: String, lines: [Text] = [], needsAttention: Bool = false) {
    self.title = title
    self.value = value
    self.lines = lines
    self.needsAttention = needsAttention
  }
}

/// Shares of wholes as bars, each with its words beside it.
public struct Chart: Sendable, Equatable {
  /// What is done of a whole.
  public struct Bar: Sendable, Equatable {
    public var label: Text
    public var done: Int
    public var total: Int
    /// The same in words, such as "9 of 12".
    public var text: String

    public init(label: Text, done: Int, total: Int, text: String) {
      self.label = label
      self.done = done
      self.total = total
      self.text = text
    }
  }

  /// Anchor; unique in the document set.
  public var id: String
  public var caption: String
  public var bars: [Bar]

  public init(id: String, caption: String, bars: [Bar]) {
    self.id = id
    self.caption = caption
    self.bars = bars
  }
}

/// A way to the rows of a table by name: a search where the page can search, and a link to the table everywhere.
public struct Lookup: Sendable, Equatable {
  /// Anchor; unique in the document set.
  public var id: String
  /// What is asked for, such as "What is lost?".
  public var question: String
  /// The link to the section of the table.
  public var link: Text
  /// Id of the table, whose first column has the names.
  public var table: String
  /// What stands there when no row has the name.
  public var nothingFound: String

  public init(id: String, question: String, link: Text, table: String, nothingFound: String) {
    self.id = id
    self.question = question
    self.link = link
    self.table = table
    self.nothingFound = nothingFound
  }
}
