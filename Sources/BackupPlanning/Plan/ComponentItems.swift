/// Which backup items concern which component: those of its pool and those on its server. The share of a server with
/// two jobs is the file server's, its databases are the SQL Server's.
public struct ComponentItems: Sendable {
  private let positions: [String: [Int]]
  private let items: [BackupItem]

  public init(_ items: [BackupItem]) {
    var positions: [String: [Int]] = [:]
    for (position, item) in items.enumerated() {
      for name in Set((item.pools + [item.server].compactMap(\.self)).map { $0.lowercased() }) {
        positions[name, default: []].append(position)
      }
    }
    self.positions = positions
    self.items = items
  }

  /// Positions, among the items, of those that concern `component`.
  public func positions(of component: Component) -> [Int] {
    guard let name = component.fqdn else { return [] }
    return (positions[name.lowercased()] ?? []).filter { position in
      switch component.kind {
      case .fileServer: items[position].worksheet == .fileStore
      case .backEndServer: items[position].worksheet != .fileStore
      default: true
      }
    }
  }
}
