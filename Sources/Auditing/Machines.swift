internal import BackupPlanning

/// Which machines a plan knows, where they are, and what they belong to. Names in lower case.
struct Machines: Sendable {
  private var sites: [String: String] = [:]
  /// Full names by the part before the first dot.
  private var byShortName: [String: Set<String>] = [:]
  /// Machines of a pool or cluster by its name.
  private var members: [String: Set<String>] = [:]

  init(_ plan: Plan) {
    for component in plan.components {
      guard let fqdn = component.fqdn?.lowercased() else { continue }
      let servers = component.servers.map { $0.lowercased() }
      members[fqdn, default: []].formUnion(servers)
      for name in servers + [fqdn] { byShortName[Self.shortName(name), default: []].insert(name) }
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

  /// The names among `names` that `host` can be: itself, or, where it is written without domain, every machine of the
  /// plan that is called so.
  func named(_ host: String, among names: Set<String>) -> Set<String> {
    if names.contains(host) { return [host] }
    return host.contains(".") ? [] : (byShortName[host] ?? []).intersection(names)
  }

  /// The sites at which a machine called `host` can be; none where the plan does not know.
  func sites(of host: String) -> [String] {
    if let site = sites[host] { return [site] }
    return host.contains(".") ? [] : (byShortName[host] ?? []).sorted().compactMap { sites[$0] }
  }

  private static func shortName(_ name: String) -> String { String(name.prefix { $0 != "." }) }
}
