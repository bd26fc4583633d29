/// A register brought up to date with a plan. No cell that people filled is changed, no row removed.
public struct RegisterUpdate: Sendable, Equatable {
  /// Rows of the plan's items in its order, then the retired ones in their old order.
  public let register: Register
  /// Items that had no row; theirs is empty, for nothing is proposed.
  public let added: [String]
  /// Items whose row was active and stays so.
  public let kept: [String]
  /// Items that are no longer in the plan, and whose row was active.
  public let retired: [String]
  /// Items that are no longer in the plan, and whose row was retired already.
  public let retiredBefore: [String]
  /// Items that are in the plan again, and whose row was retired.
  public let revived: [String]

  public init(_ old: Register, _ plan: Plan) {
    let rows = Dictionary(old.entries.map { ($0.itemID.lowercased(), $0) }) { first, _ in first }
    var (added, kept, revived): ([String], [String], [String]) = ([], [], [])
    let active = plan.backupItems.map { item in
      guard var entry = rows[item.id.lowercased()] else {
        added.append(item.id)
        return Register.Entry(itemID: item.id, state: .active, context: Register.Context(item))
      }
      if entry.state == .active { kept.append(item.id) } else { revived.append(item.id) }
      entry.itemID = item.id
      entry.state = .active
      entry.context = Register.Context(item)
      return entry
    }
    let planned = Set(plan.backupItems.map { $0.id.lowercased() })
    let gone = old.entries.filter { !planned.contains($0.itemID.lowercased()) }
    register = Register(
      entries: active
        + gone.map { entry in
          var entry = entry
          entry.state = .retired
          return entry
        }, foreignColumns: old.foreignColumns, form: old.form)
    retired = gone.filter { $0.state == .active }.map(\.itemID)
    retiredBefore = gone.filter { $0.state == .retired }.map(\.itemID)
    (self.added, self.kept, self.revived) = (added, kept, revived)
  }
}

extension Register.Context {
  /// What the row of `item` says about it. In no language but that of ids and labels: the file outlives `--language`.
  init(_ item: BackupItem) {
    let label = BackupCatalogue.rule(for: item.data)?.label ?? item.data.rawValue
    self.init(
      worksheet: item.worksheet.rawValue, what: item.database.map { "\(label) (\($0))" } ?? label,
      server: item.server.map { Store.name(server: $0, instance: item.instance) })
  }
}
