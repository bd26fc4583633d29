/// The columns of the register that are ours, in their order. The raw values are the titles in the file.
enum RegisterColumn: String, CaseIterable {
  case itemID = "item_id"
  case state
  case worksheet
  case what
  case server
  case schedule
  case backupSetName = "backup_set_name"
  case backupSetExpiration = "backup_set_expiration"
  case destination
  case owner
  case rpo
  case rto
  case lastBackup = "last_backup"
  case lastRestoreTest = "last_restore_test"
  case evidence
  case notes

  /// The cell of a row that the column holds; nil for the id and the state, which are no optional text.
  var cell: WritableKeyPath<Register.Entry, String?>? {
    switch self {
    case .itemID, .state: nil
    case .worksheet: \.context.worksheet
    case .what: \.context.what
    case .server: \.context.server
    case .schedule: \.cells.schedule
    case .backupSetName: \.cells.backupSetName
    case .backupSetExpiration: \.cells.backupSetExpiration
    case .destination: \.cells.destination
    case .owner: \.cells.owner
    case .rpo: \.cells.rpo
    case .rto: \.cells.rto
    case .lastBackup: \.cells.lastBackup
    case .lastRestoreTest: \.cells.lastRestoreTest
    case .evidence: \.cells.evidence
    case .notes: \.cells.notes
    }
  }

  var isFilledByPeople: Bool {
    switch self {
    case .itemID, .state, .worksheet, .what, .server: false
    default: true
    }
  }

  /// Whether it holds what somebody has to decide, and nobody did for `item`.
  func isUndecided(for item: BackupItem) -> Bool {
    switch self {
    case .schedule: item.schedule == nil
    case .backupSetExpiration: item.backupSet.expiration == nil
    case .destination: item.destination == nil
    case .owner: item.owner == nil
    case .rpo: item.rpo == nil
    case .rto: item.rto == nil
    default: false
    }
  }

  var isDate: Bool { self == .lastBackup || self == .lastRestoreTest }
}
