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

  /// One row.
  public struct Entry: Sendable, Equatable {
    public var itemID: String
    public var state: State
    public var cells: Cells
    /// Cells of columns that are not ours, by title; kept as they are.
    public var foreignCells: [String: String]
    /// The line of the file at which the row begins; nil for a row that is not in the file yet.
    public var line: Int?

    public init(
      itemID: String, state: State, cells: Cells = Cells(), foreignCells: [String: String] = [:], line: Int? = nil
    ) {
      self.itemID = itemID
      self.state = state
      self.cells = cells
      self.foreignCells = foreignCells
      self.line = line
    }
  }

  /// In the order of the file.
  public var entries: [Entry]

  public init(entries: [Entry] = []) { self.entries = entries }
}
