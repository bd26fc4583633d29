public import Diagnostics

/// One row of a worksheet: one kind of data in one place.
public struct BackupItem: Sendable, Equatable {
  /// `data:scope`, the scope in lower case. People's entries hang on it: it never changes for an unchanged
  /// deployment.
  public var id: String
  public var data: BackupData
  /// Absent for file stores.
  public var database: String?
  /// FQDN of the server that holds the data, as written; absent where the topology does not say.
  public var server: String?
  /// Absent for the default SQL Server instance and for file stores.
  public var instance: String?
  /// UNC path; file store rows only.
  public var share: String?
  public var site: String?
  /// FQDNs of the pools it serves.
  public var pools: [String]
  public var tool: Phrase
  /// The command to run, ready to paste; absent where a person has to complete it.
  public var command: String?
  public var permission: Phrase
  public var schedule: String?
  public var backupSet: BackupSet
  public var destination: String?
  public var owner: String?
  /// Recovery point objective, as the planner wrote it.
  public var rpo: String?
  /// Recovery time objective, as the planner wrote it.
  public var rto: String?
  /// When it was last backed up and when restoring it was last tried, as people entered it.
  public var lastBackup: String?
  public var lastRestoreTest: String?
  public var notes: [Phrase]
  public var sources: [SourcePage]

  public var worksheet: WorksheetKind { data.worksheet }

  /// Whether a schedule and a destination are given. Replication never stands in for them.
  public var isPlanned: Bool { schedule != nil && destination != nil }
}

/// What a backup is called and how long it is kept.
public struct BackupSet: Sendable, Equatable {
  public var name: String
  /// As the planner wrote it.
  public var expiration: String?
}

/// The three worksheets of the product documentation.
public enum WorksheetKind: String, Sendable, CaseIterable {
  case database
  case fileStore
  case settings
}

/// The kinds of data that are backed up. The raw values are the contract's.
public enum BackupData: String, Sendable, CaseIterable {
  case userData
  case archiving
  case callDetailRecords
  case qualityOfExperience
  case persistentChat
  case fileStore
  case responseGroupAudio
  case callParkMusicOnHold
  case announcementAudio
  case topologyConfiguration
  case locationInformation
  case responseGroupConfiguration

  public var worksheet: WorksheetKind {
    switch self {
    case .userData, .archiving, .callDetailRecords, .qualityOfExperience, .persistentChat: .database
    case .fileStore, .responseGroupAudio, .callParkMusicOnHold, .announcementAudio: .fileStore
    case .topologyConfiguration, .locationInformation, .responseGroupConfiguration: .settings
    }
  }
}
