public import CivilTime

/// A file of the backup share, as a folder or a manifest shows it.
public struct BackupFile: Sendable, Equatable {
  /// Relative to the folder, or as the manifest has it. Separated by `/` or `\`.
  public var path: String
  /// In bytes.
  public var size: Int
  /// When it was last changed.
  public var modified: Moment
  /// 64 hexadecimal digits in lower case, where the manifest has them.
  public var sha256: String?
  public var archive: ArchiveState

  public init(path: String, size: Int, modified: Moment, sha256: String? = nil, archive: ArchiveState = .unknown) {
    self.path = path
    self.size = size
    self.modified = modified
    self.sha256 = sha256
    self.archive = archive
  }
}

/// What is known about the contents of a zip archive.
public enum ArchiveState: Sendable, Equatable {
  /// Nobody looked, or it is no archive.
  case unknown
  case readable
  /// With the reason, which completes "the zip archive …".
  case unreadable(String)
}

/// A folder of the backup share, with files in it or without.
public struct BackupFolder: Sendable, Equatable {
  /// Relative to the folder that was given.
  public var path: String
  public var modified: Moment

  public init(path: String, modified: Moment) {
    self.path = path
    self.modified = modified
  }
}

/// A row of SQL Server's history of backups, `msdb.dbo.backupset`.
public struct DatabaseBackup: Sendable, Equatable {
  /// `server` or `server\instance`, as SQL Server calls itself: usually without domain.
  public var server: String
  public var database: String
  public var finished: Moment
  /// `D` is a full backup of a database; `I` is differential, `L` a log, others are files and parts.
  public var type: String
  /// In bytes, before compression; nil where the history does not say.
  public var size: Int?
  /// Where it was written to, if the export says.
  public var mediaPath: String?

  public init(
    server: String, database: String, finished: Moment, type: String, size: Int?, mediaPath: String? = nil
  ) {
    self.server = server
    self.database = database
    self.finished = finished
    self.type = type
    self.size = size
    self.mediaPath = mediaPath
  }

  /// Whether it alone brings the database back, as it was at `finished`. A differential or log backup does not, and
  /// what was written to NUL is gone.
  public var isFullBackup: Bool {
    type.uppercased() == "D" && !["nul", "nul:"].contains(mediaPath?.lowercased())
  }
}

/// What one folder or file says about backups.
public struct EvidenceSource: Sendable, Equatable {
  public var files: [BackupFile]
  public var folders: [BackupFolder]
  public var databaseBackups: [DatabaseBackup]
  /// What was not looked at, and why.
  public var skipped: [String]

  public init(
    files: [BackupFile] = [], folders: [BackupFolder] = [], databaseBackups: [DatabaseBackup] = [],
    skipped: [String] = []
  ) {
    self.files = files
    self.folders = folders
    self.databaseBackups = databaseBackups
    self.skipped = skipped
  }
}
