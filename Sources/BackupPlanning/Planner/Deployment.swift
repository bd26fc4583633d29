internal import Topology

/// A topology with what the planner looks up again and again: hosts by name, who depends on whom, which stores are
/// mirrors.
struct Deployment {
  let topology: Topology
  private(set) var hosts: [Host] = []
  private var hostOfCluster: [HostIndex] = []
  private var hostByName: [CaselessName: HostIndex] = [:]
  private let graph: ServiceGraph
  private var hostOfService: [HostIndex?]
  /// Services whose place dangles.
  private(set) var homelessServices: [Reference<Service>] = []

  init(_ topology: Topology) {
    self.topology = topology
    graph = ServiceGraph(topology)
    hostOfService = Array(repeating: nil, count: topology.services.count)
    gatherHosts()
    gatherServices()
  }

  subscript(host: HostIndex) -> Host { hosts[host.position] }

  var hostIndices: [HostIndex] { hosts.indices.map(HostIndex.init) }

  func host(named name: CaselessName) -> HostIndex? { hostByName[name] }

  func host(of service: Reference<Service>) -> HostIndex? { hostOfService[service.position] }

  func role(of service: Reference<Service>) -> Role { graph.roles[service.position] }

  /// All services of a role, in the order of the file.
  func services(_ role: Role) -> [Reference<Service>] { graph.byRole[role] ?? [] }

  /// The services that depend on `service` otherwise than as on a mirror or witness.
  func users(of service: Reference<Service>) -> [Reference<Service>] {
    graph.users[service.position].filter { $0.usage == .ordinary }.map(\.service)
  }

  /// Whether `service` is nothing but the mirror or the witness of a principal: never an item of its own.
  func isStandby(_ service: Reference<Service>) -> Bool {
    if role(of: service) == .witnessStore { return true }
    let users = graph.users[service.position]
    return !users.isEmpty && users.allSatisfy { $0.usage != .ordinary }
  }

  /// The services of `role` on which `service` depends as on a principal, in the order of the file.
  func dependencies(of service: Reference<Service>, on role: Role) -> [Reference<Service>] {
    dependencies(of: service, on: role, as: .ordinary)
  }

  /// The mirrors of the store `principal`: the stores of its role that its users depend on as a mirror.
  func mirrors(of principal: Reference<Service>) -> [Reference<Service>] {
    users(of: principal).flatMap { dependencies(of: $0, on: role(of: principal), as: .mirror) }.removingDuplicates()
  }

  /// The stores that `mirror` is a mirror of.
  func principals(of mirror: Reference<Service>) -> [Reference<Service>] {
    graph.users[mirror.position].filter { $0.usage == .mirror }
      .flatMap { dependencies(of: $0.service, on: role(of: mirror)) }.removingDuplicates()
  }

  /// The witnesses that `service` names for its mirrored stores.
  func witnesses(of service: Reference<Service>) -> [Reference<Service>] {
    graph.uses[service.position].filter { $0.usage == .witness || $0.role == .witnessStore }.map(\.service)
  }

  private func dependencies(
    of service: Reference<Service>, on role: Role, as usage: DependencyUsage
  ) -> [Reference<Service>] {
    graph.uses[service.position].filter { $0.usage == usage && $0.role == role }.map(\.service)
  }

  private mutating func gatherHosts() {
    for cluster in topology.clusters {
      if let host = hostByName[cluster.fqdn] {
        let known = Set(hosts[host.position].machines)
        hosts[host.position].machines += cluster.machines.filter { !known.contains($0) }
        hosts[host.position].requiresReplication =
          hosts[host.position].requiresReplication || cluster.requiresReplication
        hostOfCluster.append(host)
      } else {
        let host = HostIndex(position: hosts.count)
        hosts.append(
          Host(
            fqdn: cluster.fqdn, site: cluster.site, requiresReplication: cluster.requiresReplication,
            machines: cluster.machines.removingDuplicates(), line: cluster.line))
        hostByName[cluster.fqdn] = host
        hostOfCluster.append(host)
      }
    }
  }

  private mutating func gatherServices() {
    for (position, instance) in topology.sqlInstances.enumerated() {
      guard let cluster = instance.cluster else { continue }
      hosts[hostOfCluster[cluster.position].position].sqlInstances.append(Reference(position))
    }
    for (position, service) in topology.services.enumerated() {
      guard let cluster = topology.cluster(of: service) else {
        homelessServices.append(Reference(position))
        continue
      }
      let host = hostOfCluster[cluster.position]
      hostOfService[position] = host
      if case .sqlInstance = service.installation {
        hosts[host.position].databaseServices.append(Reference(position))
      } else {
        hosts[host.position].services.append(Reference(position))
      }
    }
  }
}

extension Array where Element: Hashable {
  /// The first of each, in order.
  func removingDuplicates() -> [Element] {
    guard count > 1 else { return self }
    // Of a few, which they nearly always are, comparing takes less than hashing.
    if count <= 8 {
      var kept: [Element] = []
      for element in self where !kept.contains(element) { kept.append(element) }
      return kept
    }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
