/// A table with a caption, typed columns and identified rows.
public struct Table: Sendable, Equatable {
  /// Anchor; unique in the document set.
  public var id: String
  public var caption: String
  public var columns: [Column]
  public var rows: OnDemand<Row>
  /// What stands in place of the table when it has no rows.
  public var emptyText: String

  public init(id: String, caption: String, columns: [Column], rows: OnDemand<Row>, emptyText: String) {
    self.id = id
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.emptyText = emptyText
  }

  public init(id: String, caption: String, columns: [Column], rows: [Row], emptyText: String) {
    self.init(id: id, caption: caption, columns: columns, rows: OnDemand(rows), emptyText: emptyText)
  }
}

/// A column of a table.
public struct Column: Sendable, Equatable {
  /// Where a column is shown. Data files carry every column; pages leave out what people do not read there.
  public enum Audience: Sendable, Equatable {
    /// Pages and data files.
    case everywhere
    /// Data files only.
    case dataOnly
    /// Pages only.
    case pagesOnly
  }

  /// How much of the width of a page a column needs, beside the others of its table.
  public enum Width: Sendable, Equatable {
    /// No more than its longest word.
    case narrow
    case normal
    /// Sentences or commands: a good third of the page.
    case wide
  }

  public var title: String
  public var audience: Audience
  public var width: Width
  /// Whether people fill it in: an empty cell is then a gap, and a box to write in on paper.
  public var isFilledByPeople: Bool
  /// What its values are to a filter, where they are the whole of a cell.
  public var facet: Facet?

  public init(
    _ title: String, audience: Audience = .everywhere, width: Width = .normal, isFilledByPeople: Bool = false,
    facet: Facet? = nil
  ) {
    self.title = title
    self.audience = audience
    self.width = width
    self.isFilledByPeople = isFilledByPeople
    self.facet = facet
  }
}

/// A row of a table: one cell a column.
public struct Row: Sendable, Equatable {
  /// Anchor; unique in the document set. Absent for rows that nothing refers to.
  public var id: String?
  public var cells: [Cell]

  public init(id: String? = nil, cells: [Cell]) {
    self.id = id
    self.cells = cells
  }
}

/// The values of a cell, one a line; none for a value that nobody gave.
public struct Cell: Sendable, Equatable {
  public let values: Few<Text>

  public init(_ values: [Text]) { self.values = Few(values) }

  public init(_ value: Text) { values = Few(value) }

  public init(_ text: String?) { values = text.map { Few(Text($0)) } ?? [] }

  /// What a machine reads, where it is known.
  public init(code text: String?) { values = text.map { Few(.code($0)) } ?? [] }

  public static let empty = Cell([])

  public var isEmpty: Bool { values.isEmpty }
}
