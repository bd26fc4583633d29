internal import BackupPlanning

/// Which machines a plan knows, where they are, and what they belong to. Names in lower case.
struct Machines {
  private(set) var sites: [String: String] = [:]
  /// Machines of a pool or cluster by its name.
  private var members: [String: Set<String>] = [:]

  init(_ plan: Plan) {
    for component in plan.components {
      guard let fqdn = component.fqdn?.lowercased() else { continue }
      let servers = component.servers.map { $0.lowercased() }
      members[fqdn, default: []].formUnion(servers)
      guard let site = component.site else { continue }
      for name in servers + [fqdn] where sites[name] == nil { sites[name] = site }
    }
  }

  /// The server of an item and its pools, with all of their machines.
  func protected(by item: BackupItem) -> Set<String> {
    var names: Set<String> = []
    for name in ([item.server].compactMap(\.self) + item.pools).map({ $0.lowercased() }) {
      names.insert(name)
      names.formUnion(members[name] ?? [])
    }
    return names
  }
}

extension Collection<String> {
  /// The names that `host` can be: itself, or, where it is written without domain, every machine called so.
  func named(_ host: String) -> [String] {
    if contains(host) { return [host] }
    guard !host.contains(".") else { return [] }
    return filter { $0.hasPrefix("\(host).") }.sorted()
  }
}
