internal import BackupPlanning
internal import Documents

/// Remarks that stand once above a long worksheet instead of in each of its rows: those that all rows of one kind of
/// data share, and the form of their commands.
struct SharedNotes {
  /// So many rows of one kind, and repeating what they share hides what differs.
  private static let fewestRows = 10

  private struct Remarks {
    let label: String
    let command: String?
    let texts: [String]
    /// Empty where they differ.
    let sources: [SourcePage]

    var saysSomething: Bool { command != nil || !texts.isEmpty || !sources.isEmpty }
  }

  private let words: Language
  private var kinds: [BackupData] = []
  private var remarks: [BackupData: Remarks] = [:]

  /// - Parameter items: Those of the worksheet; none where every row says all that belongs to it.
  init(of items: [BackupItem], _ words: Language) {
    self.words = words
    for group in items.grouped(by: \.data) where group.count >= Self.fewestRows {
      let first = group[0]
      let common = group.dropFirst().reduce(Set(words.remarks(on: first))) { $0.intersection(words.remarks(on: $1)) }
      kinds.append(first.data)
      remarks[first.data] = Remarks(
        label: words.label(of: first.data),
        command: Self.command(of: group, words), texts: words.remarks(on: first).filter(common.contains),
        sources: group.allSatisfy { $0.sources.map(\.id) == first.sources.map(\.id) } ? first.sources : [])
    }
  }

  /// The form of the command that all rows have; nil where one of them has none.
  private static func command(of items: [BackupItem], _ words: Language) -> String? {
    let forms = Set(
      items.map { item in
        item.command == nil
          ? nil : item.commandForm { $0 == "database" ? item.database ?? "" : words.placeholder(forSlot: $0) }
      })
    return forms.count == 1 ? forms.first ?? nil : nil
  }

  /// The command and remarks that a row has for itself.
  func remain(of item: BackupItem) -> (command: String?, remarks: [String]) {
    guard let shared = remarks[item.data] else { return (item.command, words.remarks(on: item)) }
    return (
      shared.command == nil ? item.command : nil, words.remarks(on: item).filter { !shared.texts.contains($0) }
    )
  }

  /// The sources that a row has for itself.
  func sourcesRemaining(of item: BackupItem) -> [SourcePage] {
    remarks[item.data].map(\.sources.isEmpty) ?? true ? item.sources : []
  }

  /// What stands above the rows; nil where nothing is shared.
  func table(for worksheet: WorksheetKind) -> Table? {
    let shared = kinds.compactMap { remarks[$0] }.filter(\.saysSomething)
    let rows = shared.map { remarks in
      let command = Cell(code: remarks.command)
      let notes = Cell(remarks.texts.map { Text($0) })
      return Row(cells: [Cell(remarks.label), command, notes, Cell(remarks.sources.map { Text($0.id) })])
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      id: "\(worksheet.documentID)-shared", caption: words.sharedNotes,
      columns: [
        Column(words.kindColumn), Column(words.commandColumn, width: .wide), Column(words.notes, width: .wide),
        Column(words.source),
      ], rows: rows, emptyText: words.noRows)
  }
}

extension Language {
  /// What the notes of a row say beside the command: who may run it, and what to know.
  func remarks(on item: BackupItem) -> [String] {
    [fill(wording.permission, ["permission": text(item.permission)])] + item.notes.map { text($0) }
  }
}
