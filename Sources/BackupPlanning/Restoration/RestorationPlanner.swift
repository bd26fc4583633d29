internal import Topology

/// Applies the restoration procedures: each where it applies, to every instance of the component.
struct RestorationPlanner {
  let context: PlanningContext
  private let items: BackupItemIndex

  init(_ context: PlanningContext, backupItems: [BackupItem]) {
    self.context = context
    items = BackupItemIndex(backupItems)
  }

  /// Every restoration, by priority, then target.
  func plan() -> [Restoration] {
    let servers = ServerRestorations(context: context, items: items)
    let drafts =
      servers.drafts + StoreRestorations(context: context, items: items, servers: servers).drafts
      + PairRestorations(context: context, items: items, servers: servers).drafts
    let ranks = Dictionary(drafts.map { ($0.id, $0.rank) }) { first, _ in first }
    var seen: Set<String> = []
    return drafts.filter { seen.insert($0.id).inserted }
      .compactMap { $0.restoration(ranks: ranks, unplanned: items.unplanned) }
      .sortedByKey { restoration in
        let priority = String(restoration.priority)
        return [
          String(repeating: "0", count: max(0, 4 - priority.count)) + priority, restoration.target, restoration.id,
        ]
      }
  }
}

/// Backup items by what restorations look them up by.
struct BackupItemIndex {
  private let byID: [String: BackupItem]
  private let byServer: [String: [BackupItem]]
  /// Ids of items without schedule or destination: nobody has planned their backup.
  let unplanned: Set<String>

  init(_ items: [BackupItem]) {
    byID = Dictionary(items.map { ($0.id, $0) }) { first, _ in first }
    byServer = Dictionary(grouping: items) { $0.server?.lowercased() ?? "" }
    unplanned = Set(items.filter { !$0.isPlanned }.map(\.id))
  }

  /// The item of a kind of data in one place.
  func item(_ data: BackupData, _ scope: String) -> BackupItem? { byID["\(data.rawValue):\(scope.lowercased())"] }

  /// The items whose data is on a server.
  func items(on server: String) -> [BackupItem] { byServer[server.lowercased()] ?? [] }
}
