public import BackupPlanning
internal import CivilTime

/// Which backups belong to which items, and what belongs to none.
public struct EvidenceMatches: Sendable, Equatable {
  /// In the order of the items.
  public private(set) var items: [ItemEvidence]
  /// How many files and rows of the history there are.
  public private(set) var files = 0
  public private(set) var records = 0
  /// How many of them belong to an item.
  public private(set) var matchedFiles = 0
  public private(set) var matchedRecords = 0
  /// Files whose name is planned, but that count for nothing: `notes` say why.
  public private(set) var disputedFiles = 0
  /// Files that no item is backed up to: perhaps backups under another name.
  public private(set) var foreign = CappedList()
  /// What was not looked at.
  public private(set) var skipped = CappedList()
  /// What a person should look at.
  public private(set) var notes = CappedList()

  public init(_ planned: [BackupItem], _ sources: [EvidenceSource]) {
    items = planned.map { _ in ItemEvidence() }
    let names = PlannedNames(planned)
    var files = FileMatches(planned, names)
    for source in sources { files.add(source) }
    var records = RecordMatches(planned)
    for source in sources {
      for backup in source.databaseBackups { records.add(backup) }
      for line in source.skipped { skipped.append(line) }
    }
    for position in items.indices {
      items[position].files = files.generations(of: position)
      items[position].records = records.generations[position] ?? []
      items[position].sort()
    }
    self.files = files.count
    matchedFiles = files.matched
    disputedFiles = files.disputed
    foreign = files.foreign
    self.records = records.count
    matchedRecords = records.matched
    for note in files.notes.sorted() + seriesNotes(planned) + records.notes.sorted() { notes.append(note) }
  }

  /// Items whose files are in folders that differ in more than a date: perhaps of two deployments.
  private func seriesNotes(_ planned: [BackupItem]) -> [String] {
    items.enumerated().compactMap { position, evidence in
      let folders = Set(
        evidence.files.map { file in
          let parents = PathParts.of(file.name).dropLast(PathParts.of(planned[position].backupSet.name).count)
          return parents.isEmpty ? "." : parents.map(DatedName.series).joined(separator: "/")
        }
      ).sorted()
      guard folders.count > 1 else { return nil }
      return "\(planned[position].id): its files in \(folders.joined(separator: ", ")) are taken for one series"
    }
  }
}
