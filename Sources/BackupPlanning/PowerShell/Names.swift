internal import Diagnostics

/// A name that commands and sentences need. The raw value is its placeholder in sentences: `{pool}`.
enum NameSlot: String, Sendable, CaseIterable {
  case pool
  /// The pool that a pool is paired with.
  case partner
  /// The pool that takes the place of a lost one.
  case replacement
  /// SQL Server instance of that pool, if it is a Standard Edition server.
  case replacementInstance
  case server
  /// SQL Server instance name alone; absent for the default instance.
  case instance
  /// `server` or `server\instance`.
  case sqlInstance
  case database
  /// A word that `-DatabaseType` takes.
  case databaseType
  /// UNC path.
  case share
  /// UNC path of a folder below a share.
  case folder
  /// Name of the backup set. Commands put the folder it is in before it.
  case backupSet
  /// Name of a file that a step writes into the folder of the run, and a later one reads.
  case transfer
  /// Name of a further such file.
  case secondTransfer
  /// Where backups are kept; absent where nobody said.
  case destination
  case mirrorServer
  case mirrorInstance
  case mirrorSQLInstance
  case witness
  case edgePool
  /// A Persistent Chat pool.
  case chatPool
  case appliance
  /// One machine.
  case machine
  case machines
  case instances
  /// A value that nobody can know now, such as a user of a list.
  case each
  /// A folder or share to be chosen by hand.
  case chosen
  case procedures
  case role
  case pools
  case item
}

/// Values by slot. There are a handful: looking through them takes less than a dictionary takes to be made.
private struct SlotValues<Value: Equatable & Sendable>: Equatable, Sendable {
  private(set) var entries: [(slot: NameSlot, value: Value)] = []

  subscript(slot: NameSlot) -> Value? {
    get { entries.first { $0.slot == slot }?.value }
    set {
      entries.removeAll { $0.slot == slot }
      if let newValue { entries.append((slot, newValue)) }
    }
  }

  static func == (first: SlotValues, second: SlotValues) -> Bool {
    first.entries.count == second.entries.count && first.entries.allSatisfy { second[$0.slot] == $0.value }
  }
}

/// The names of one row or step.
struct Names: Sendable, Equatable {
  private var values = SlotValues<String>()
  /// What only sentences say, and each language in its words.
  private var words = SlotValues<Phrase.Value>()

  init(_ values: KeyValuePairs<NameSlot, String?> = [:]) {
    for (slot, value) in values { self.values[slot] = value }
  }

  subscript(slot: NameSlot) -> String? {
    get { values[slot] }
    set { values[slot] = newValue }
  }

  /// These names, and `others` where they say something else.
  func adding(_ others: Names) -> Names {
    var names = self
    for (slot, value) in others.values.entries { names.values[slot] = value }
    for (slot, value) in others.words.entries { names.words[slot] = value }
    return names
  }

  /// As one argument of a command; nil where the name is not known.
  func quoted(_ slot: NameSlot, prefix: String = "") -> String? {
    guard let value = values[slot] else { return nil }
    return switch slot {
    case .backupSet: quotedFile(value)
    case .transfer, .secondTransfer: PowerShellQuoting.inBackupFolder(value)
    default: PowerShellQuoting.literal(prefix + value)
    }
  }

  /// The file of a backup set. A web address is no path that a command can use: the file is in `$Backup` then.
  private func quotedFile(_ backupSet: String) -> String {
    guard let destination = values[.destination], !destination.contains("://") else {
      return PowerShellQuoting.inBackupFolder(backupSet)
    }
    let variable = PowerShellQuoting.backupFolderVariable
    if destination == variable || destination.hasPrefix("\(variable)\\") {
      let folder = destination.dropFirst(variable.count).drop { $0 == "\\" }
      let path = folder.isEmpty ? backupSet : "\(folder)\(folder.hasSuffix("\\") ? "" : "\\")\(backupSet)"
      return PowerShellQuoting.inBackupFolder(path)
    }
    let separator = destination.contains("/") && !destination.contains("\\") ? "/" : "\\"
    let folder = destination.hasSuffix(separator) ? destination : destination + separator
    return PowerShellQuoting.literal(folder + backupSet)
  }

  /// A sentence with these names in it.
  func phrase(_ sentence: Sentence) -> Phrase {
    Phrase(
      sentence.template,
      sentence.slots.compactMap { slot in
        (words[slot] ?? values[slot].map { .text($0) }).map { Phrase.Argument(name: slot.rawValue, value: $0) }
      })
  }

  /// Puts words in a place of sentences.
  mutating func say(_ value: Phrase.Value, for slot: NameSlot) { words[slot] = value }

  /// Whether each name could be one.
  var arePossible: Bool {
    values.entries.allSatisfy { $0.slot.allows($0.value) }
      && words.entries.allSatisfy { $0.slot.allows($0.value.english) }
  }
}
