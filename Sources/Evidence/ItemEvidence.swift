public import CivilTime

/// One backup that was found: a file, a folder, or a row of SQL Server's history.
public struct BackupGeneration: Sendable, Equatable {
  /// Why it is no backup.
  public enum Flaw: Sendable, Equatable {
    case empty
    /// A zip archive; with the reason, which completes "the zip archive …".
    case unreadable(String)
  }

  /// The path of the file or folder, or the database and its server.
  public var name: String
  /// When the file was last changed, of a folder the newest file in it, of a database when its backup ended.
  public var finished: Moment
  /// In bytes, of a folder all that is in it; nil where SQL Server's history does not say.
  public var size: Int?
  public var flaw: Flaw?
  /// Whether nobody looked into it, though it is an archive.
  public var isUnexamined: Bool
  public var sha256: String?
}

/// The backups of one item. Files and rows of the history are two series: the same backup can be in both, and their
/// sizes are not comparable.
public struct ItemEvidence: Sendable, Equatable {
  /// The oldest first.
  public internal(set) var files: [BackupGeneration] = []
  /// The oldest first.
  public internal(set) var records: [BackupGeneration] = []

  public init() {}

  public var series: [[BackupGeneration]] { [files, records] }

  public var isEmpty: Bool { files.isEmpty && records.isEmpty }

  /// What there was at the end of a day, and what bears a later date.
  public func split(after day: CalendarDate) -> (known: ItemEvidence, later: [BackupGeneration]) {
    var known = self
    known.files.removeAll { $0.finished.day > day }
    known.records.removeAll { $0.finished.day > day }
    return (known, series.joined().filter { $0.finished.day > day })
  }

  /// The newest of each series.
  public var newest: [BackupGeneration] { series.compactMap(\.last) }

  /// The newest of all that are backups.
  public var newestSound: BackupGeneration? {
    series.compactMap { $0.last { $0.flaw == nil } }.max { $0.finished.isBefore($1.finished) }
  }

  /// The newest of each series with the one before it, where both are backups whose size is known.
  public var comparable: [(newest: BackupGeneration, before: BackupGeneration)] {
    series.compactMap { series in
      guard let newest = series.last, newest.flaw == nil, newest.size != nil,
        // One backup may be seen twice, in a folder and in a list of it.
        let before = series.last(where: { $0.flaw == nil && $0.size != nil && $0.finished.isBefore(newest.finished) })
      else { return nil }
      return (newest, before)
    }
  }

  mutating func sort() {
    func sorted(_ series: [BackupGeneration]) -> [BackupGeneration] {
      series.sorted { left, right in
        left.finished == right.finished ? left.name < right.name : left.finished.isBefore(right.finished)
      }
    }
    files = sorted(files)
    records = sorted(records)
  }
}

extension Moment {
  /// A day without a time begins with its midnight.
  func isBefore(_ other: Moment) -> Bool {
    (day.number, secondOfDay ?? 0) < (other.day.number, other.secondOfDay ?? 0)
  }
}

/// The first of many lines, and how many there are.
public struct CappedList: Sendable, Equatable {
  /// As many as a reader still reads.
  public static let most = 20

  public private(set) var shown: [String] = []
  public private(set) var count = 0

  public init() {}

  public var more: Int { count - shown.count }

  public mutating func append(_ line: String) {
    count += 1
    if shown.count < Self.most { shown.append(line) }
  }
}
