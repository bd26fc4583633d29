public import DelimitedText

/// What people filled in row by row: `entries.csv`. Keyed on item ids, which never change for an unchanged deployment.
public struct Register: Sendable, Equatable {
  /// Whether a row's item is still in the plan.
  public enum State: String, Sendable, CaseIterable {
    case active
    case retired
  }

  /// The cells that people fill. Absent where they did not.
  public struct Cells: Sendable, Equatable {
    public var schedule: String?
    public var backupSetName: String?
    public var backupSetExpiration: String?
    public var destination: String?
    public var owner: String?
    public var rpo: String?
    public var rto: String?
    /// ISO 8601: a day, or a day and a time.
    public var lastBackup: String?
    /// ISO 8601: a day, or a day and a time.
    public var lastRestoreTest: String?
    public var evidence: String?
    public var notes: String?

    public init() {}
  }

  /// What a row says about its item, for people who read the file alone. Written by `entries`, never read for a plan.
  public struct Context: Sendable, Equatable {
    public var worksheet: String?
    public var what: String?
    public var server: String?

    public init(worksheet: String? = nil, what: String? = nil, server: String? = nil) {
      self.worksheet = worksheet
      self.what = what
      self.server = server
    }
  }

  /// How the file is written: as it was found.
  public struct Form: Sendable, Equatable {
    public var delimiter: Delimiter
    public var hasByteOrderMark: Bool

    public init(delimiter: Delimiter = .comma, hasByteOrderMark: Bool = false) {
      self.delimiter = delimiter
      self.hasByteOrderMark = hasByteOrderMark
    }
  }

  /// One row.
  public struct Entry: Sendable, Equatable {
    public var itemID: String
    public var state: State
    public var context: Context
    public var cells: Cells
    /// Cells of columns that are not ours, by title; kept as they are. Without the empty ones.
    public var foreignCells: [String: String]
    /// The line of the file at which the row begins; nil for a row that is not in the file yet.
    public var line: Int?

    public init(
      itemID: String, state: State, context: Context = Context(), cells: Cells = Cells(),
      foreignCells: [String: String] = [:], line: Int? = nil
    ) {
      self.itemID = itemID
      self.state = state
      self.context = context
      self.cells = cells
      self.foreignCells = foreignCells
      self.line = line
    }
  }

  /// In the order of the file.
  public var entries: [Entry]
  /// Titles of the columns that are not ours, in the order of the file.
  public var foreignColumns: [String]
  public var form: Form

  public init(entries: [Entry] = [], foreignColumns: [String] = [], form: Form = Form()) {
    self.entries = entries
    self.foreignColumns = foreignColumns
    self.form = form
  }
}
