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

  var isDate: Bool { self == .lastBackup || self == .lastRestoreTest }
}
