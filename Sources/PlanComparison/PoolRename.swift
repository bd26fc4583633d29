/// A pool or server that has another name now, while its machines stayed.
public struct PoolRename: Sendable, Equatable {
  public var from: String
  public var to: String
  /// Kinds of the components that it is, in order.
  public var kinds: [String]
  /// How many machines it has kept.
  public var serversKept: Int
  public var serversBefore: Int
  public var serversNow: Int

  /// The renames between two plans.
  ///
  /// A component whose name is gone has become a new one of its kind that has the same machines, or else the only one
  /// that shares more than half of them; nothing is guessed where two could claim it.
  static func all(from old: PlanSnapshot, to new: PlanSnapshot) -> [PoolRename] {
    let oldIDs = Set(old.components.map(\.id))
    let newIDs = Set(new.components.map(\.id))
    let gone = old.components.filter { !newIDs.contains($0.id) }
    let added = new.components.filter { !oldIDs.contains($0.id) }
    let (goneByServer, addedByServer) = (ByServer(gone), ByServer(added))
    var renames: [PoolRename] = []
    for component in gone {
      guard let successor = partner(of: component, among: addedByServer),
        partner(of: successor, among: goneByServer)?.id == component.id
      else { continue }
      let kept = component.servers.intersection(successor.servers).count
      let isKnown = renames.firstIndex { $0.from.lowercased() == component.fqdn.lowercased() }
      if let isKnown, renames[isKnown].to.lowercased() == successor.fqdn.lowercased() {
        renames[isKnown].kinds.append(component.kind)
      } else {
        renames.append(
          PoolRename(
            from: component.fqdn, to: successor.fqdn, kinds: [component.kind], serversKept: kept,
            serversBefore: component.servers.count, serversNow: successor.servers.count))
      }
    }
    return consistent(renames)
  }

  /// Components by their kinds and machines: of thousands, few have one in common.
  private struct ByServer {
    private let components: [PlanSnapshot.Component]
    private var positions: [String: [Int]] = [:]

    init(_ components: [PlanSnapshot.Component]) {
      self.components = components
      for (position, component) in components.enumerated() {
        for server in component.servers { positions["\(component.kind):\(server)", default: []].append(position) }
      }
    }

    /// Those of the same kind that have a machine of `component`, each once.
    func sharing(_ component: PlanSnapshot.Component) -> [PlanSnapshot.Component] {
      Set(component.servers.flatMap { positions["\(component.kind):\($0)"] ?? [] }).sorted().map { components[$0] }
    }
  }

  /// The only one of `others` that has the machines of `component`.
  private static func partner(
    of component: PlanSnapshot.Component, among others: ByServer
  ) -> PlanSnapshot.Component? {
    let candidates = others.sharing(component).filter { other in
      let kept = component.servers.intersection(other.servers).count
      return kept * 2 > component.servers.count && kept * 2 > other.servers.count
    }
    let same = candidates.filter { $0.servers == component.servers }
    if same.count == 1 { return same.first }
    return candidates.count == 1 ? candidates.first : nil
  }

  /// Without names that became several names, or that several names became.
  private static func consistent(_ renames: [PoolRename]) -> [PoolRename] {
    let from = Dictionary(grouping: renames) { $0.from.lowercased() }
    let to = Dictionary(grouping: renames) { $0.to.lowercased() }
    return renames.filter { from[$0.from.lowercased()]?.count == 1 && to[$0.to.lowercased()]?.count == 1 }
  }
}

extension PlanSnapshot.Component {
  fileprivate var id: String { "\(kind):\(fqdn.lowercased())" }
}
