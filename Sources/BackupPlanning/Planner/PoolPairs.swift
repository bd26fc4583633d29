internal import Topology

/// Which pools are paired: those whose Backup Services depend on each other.
struct PoolPairs {
  private(set) var partner: [HostIndex: HostIndex] = [:]
  /// Pools that name a partner which does not name them, with that partner.
  private(set) var oneSided: [(pool: HostIndex, names: HostIndex)] = []
  /// Pools with more than one mutual partner.
  private(set) var ambiguous: [HostIndex] = []

  init(_ deployment: Deployment) {
    var named: [HostIndex: [HostIndex]] = [:]
    var order: [HostIndex] = []
    for service in deployment.services(.backupService) {
      guard let host = deployment.host(of: service) else { continue }
      let partners = deployment.dependencies(of: service, on: .backupService)
        .compactMap { deployment.host(of: $0) }.filter { $0 != host }
      if named[host] == nil { order.append(host) }
      named[host, default: []] += partners
    }
    for host in order {
      let partners = (named[host] ?? []).removingDuplicates()
      let mutual = partners.filter { named[$0]?.contains(host) ?? false }
      oneSided += partners.filter { !mutual.contains($0) }.map { (host, $0) }
      if mutual.count > 1 { ambiguous.append(host) }
      partner[host] = mutual.first
    }
    // One to one: a pool whose partner prefers another has none.
    partner = partner.filter { partner[$0.value] == $0.key }
  }
}
