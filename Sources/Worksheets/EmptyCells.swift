public import BackupPlanning

extension BackupItem {
  /// How many cells of a row only people can fill.
  public static let decidedCells = 6

  /// Those that nobody has filled.
  public var emptyCells: Int {
    [schedule, destination, owner, rpo, rto, backupSet.expiration].count { $0 == nil }
  }
}
