internal import BackupPlanning
internal import Diagnostics

/// Rows of SQL Server's history, put to the databases that are planned to be backed up by SQL Server.
struct RecordMatches {
  private(set) var count = 0
  private(set) var matched = 0
  private(set) var generations: [PlannedNames.Position: [BackupGeneration]] = [:]
  /// Each once.
  private(set) var notes: Set<String> = []
  /// What tells the generations apart.
  private var seen: Set<String> = []

  private struct Target {
    var item: PlannedNames.Position
    var server: String
    var instance: String
  }

  private let planned: [BackupItem]
  /// By the name of the database, in lower case.
  private var targets: [String: [Target]] = [:]

  init(_ planned: [BackupItem]) {
    self.planned = planned
    for (position, item) in planned.enumerated() where item.isBackedUpBySQLServer {
      guard let database = item.database, let server = item.server else { continue }
      targets[database.lowercased(), default: []].append(
        Target(item: position, server: server.lowercased(), instance: Self.instance(item.instance)))
    }
  }

  mutating func add(_ backup: DatabaseBackup) {
    count += 1
    guard backup.isFullBackup, let candidates = targets[backup.database.lowercased()] else { return }
    let parts = backup.server.lowercased().split(separator: "\\", maxSplits: 1).map(String.init)
    let name = "\(backup.database) of \(backup.server)"
    let found = candidates.filter { target in
      Self.isCalled(target.server, parts.first ?? "")
        && target.instance == Self.instance(parts.count > 1 ? parts[1] : nil)
    }
    guard let target = found.first else {
      notes.insert("\(name) is backed up, but the plan has no such database on that server")
      return
    }
    guard found.count == 1 else {
      let ids = found.map { planned[$0.item].id }.joined(separator: ", ")
      notes.insert("\(name) can be \(ids): counted for none; export the server's full name")
      return
    }
    matched += 1
    let generation = BackupGeneration(
      name: name, finished: backup.finished, size: backup.size, flaw: backup.size == 0 ? .empty : nil,
      isUnexamined: backup.size == nil)
    // A backup in several files has a row for each.
    if seen.insert("\(target.item) \(name) \(backup.finished) \(backup.size ?? -1)").inserted {
      generations[target.item, default: []].append(generation)
    }
  }

  /// SQL Server calls its machine by the NetBIOS name: the first part, of 15 characters at most.
  private static func isCalled(_ server: String, _ name: String) -> Bool {
    if server == name { return true }
    let host = server.prefix { $0 != "." }
    return !name.contains(".") && (name == host || host.count > 15 && name == host.prefix(15))
  }

  /// The default instance has no name, or this one.
  private static func instance(_ name: String?) -> String {
    let name = name?.lowercased() ?? ""
    return name == "mssqlserver" ? "" : name
  }
}

extension BackupItem {
  /// Whether a full backup by SQL Server is what restoring it needs. The Central Management store, location information
  /// and user data are restored from exports of Lync's cmdlets, Persistent Chat where the policy says so.
  fileprivate var isBackedUpBySQLServer: Bool {
    switch data {
    case .archiving, .callDetailRecords, .qualityOfExperience: true
    case .persistentChat: tool.text != "Export-CsPersistentChatData"
    default: false
    }
  }
}
