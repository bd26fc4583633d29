/// A workbook before it is a file: sheets of one table each. Knows nothing of Lync or of a file format.
public struct Workbook: Sendable, Equatable {
  public var title: String
  /// What it is about in a line; may be empty.
  public var subtitle: String
  /// At the head of every printed page; may be empty.
  public var classification: String
  /// A line for its properties; may be empty.
  public var remark: String
  /// At the foot of a printed page, with `{page}` and `{pages}` in it.
  public var pageNumber: String
  /// What ends a text that is longer than a cell can be.
  public var cutMark: String
  public var sheets: [Sheet]

  public init(
    title: String, subtitle: String = "", classification: String = "", remark: String = "",
    pageNumber: String = "{page} / {pages}",
    cutMark: String = "…", sheets: [Sheet]
  ) {
    self.title = title
    self.subtitle = subtitle
    self.classification = classification
    self.remark = remark
    self.pageNumber = pageNumber
    self.cutMark = cutMark
    self.sheets = sheets
  }
}

/// One table, its titles in the first row.
public struct Sheet: Sendable, Equatable {
  /// What its rows are for.
  public enum Purpose: Sendable, Equatable {
    /// For people's eyes: what is invisible is shown as an escape, what is too long is cut, visibly.
    case reading
    /// To be saved as a data file and read back: every cell is exactly what it is, or there is no workbook.
    case savingAsData
  }

  /// What its tab says. Renderers shorten it where they have to.
  public var name: String
  public var purpose: Purpose
  public var columns: [SheetColumn]
  public var rows: [SheetRow]
  /// What stands in the second row when there are no rows.
  public var emptyText: String
  /// Whether rows can be filtered by column.
  public var isFiltered: Bool
  /// Columns that stay in sight, from the left.
  public var frozenColumns: Int

  public init(
    name: String, purpose: Purpose = .reading, columns: [SheetColumn], rows: [SheetRow], emptyText: String = "",
    isFiltered: Bool = true, frozenColumns: Int = 0
  ) {
    self.name = name
    self.purpose = purpose
    self.columns = columns
    self.rows = rows
    self.emptyText = emptyText
    self.isFiltered = isFiltered
    self.frozenColumns = frozenColumns
  }
}

public struct SheetColumn: Sendable, Equatable {
  public var title: String
  public var width: Column.Width
  /// Whether it is on paper too.
  public var isPrinted: Bool
  /// Whether its texts are whole numbers, to be sorted as such.
  public var isNumeric: Bool
  /// What is said when a cell of it is about to be filled; may be empty.
  public var prompt: String

  public init(
    _ title: String, width: Column.Width = .normal, isPrinted: Bool = true, isNumeric: Bool = false,
    prompt: String = ""
  ) {
    self.title = title
    self.width = width
    self.isPrinted = isPrinted
    self.isNumeric = isNumeric
    self.prompt = prompt
  }
}

public struct SheetRow: Sendable, Equatable {
  /// One a column.
  public var cells: [SheetCell]
  /// Whether it is about something that is gone.
  public var isFaded: Bool

  public init(_ cells: [SheetCell], isFaded: Bool = false) {
    self.cells = cells
    self.isFaded = isFaded
  }
}

public struct SheetCell: Sendable, Equatable {
  /// What people can do with it, and how it looks.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// To read.
    case fixed
    /// To read, and set strong.
    case label
    /// To read: nobody gave a value.
    case gap
    /// To fill in where it helps.
    case open
    /// To fill in: nobody gave a value.
    case openGap
  }

  /// Lines end with LF.
  public var text: String
  public var kind: Kind
  /// The only texts that a cell to fill may have, besides none; empty where there is no such list.
  public var choices: [String]

  public init(_ text: String?, _ kind: Kind = .fixed, choices: [String] = []) {
    self.text = text ?? ""
    self.kind = kind
    self.choices = choices
  }
}
