internal import Topology

/// A topology with what the planner looks up again and again: hosts by name, who depends on whom, which stores are
/// mirrors.
struct Deployment {
  let topology: Topology
  private(set) var hosts: [Host] = []
  private var hostOfCluster: [HostIndex] = []
  private var hostByName: [CaselessName: HostIndex] = [:]
  /// For each service, who depends on it, and how.
  private var dependents: [[(service: Reference<Service>, usage: String)]]
  /// Services whose place dangles.
  private(set) var homelessServices: [Reference<Service>] = []

  init(_ topology: Topology) {
    self.topology = topology
    dependents = Array(repeating: [], count: topology.services.count)
    gatherHosts()
    gatherServices()
  }

  subscript(host: HostIndex) -> Host { hosts[host.position] }

  var hostIndices: [HostIndex] { hosts.indices.map(HostIndex.init) }

  func host(named name: CaselessName) -> HostIndex? { hostByName[name] }

  func host(of service: Service) -> HostIndex? {
    topology.cluster(of: service).map { hostOfCluster[$0.position] }
  }

  func host(of service: Reference<Service>) -> HostIndex? { host(of: topology[service]) }

  /// The services that depend on `service` otherwise than as on a mirror or witness.
  func users(of service: Reference<Service>) -> [Reference<Service>] {
    dependents[service.position].filter { DependencyUsage($0.usage) == .ordinary }.map(\.service)
  }

  /// Whether `service` is nothing but the mirror or the witness of a principal: never an item of its own.
  func isStandby(_ service: Reference<Service>) -> Bool {
    if topology[service].role == .witnessStore { return true }
    let usages = dependents[service.position].map { DependencyUsage($0.usage) }
    return !usages.isEmpty && !usages.contains(.ordinary)
  }

  /// The services of `role` on which `service` depends as on a principal, in the order of the file.
  func dependencies(of service: Reference<Service>, on role: Role) -> [Reference<Service>] {
    dependencies(of: service, on: role, as: .ordinary)
  }

  /// The mirrors of the store `principal`: the stores of its role that its users depend on as a mirror.
  func mirrors(of principal: Reference<Service>) -> [Reference<Service>] {
    let role = topology[principal].role
    return users(of: principal).flatMap { dependencies(of: $0, on: role, as: .mirror) }.removingDuplicates()
  }

  private func dependencies(
    of service: Reference<Service>, on role: Role, as usage: DependencyUsage
  ) -> [Reference<Service>] {
    topology[service].dependencies
      .filter { topology[$0.service].role == role && DependencyUsage($0.usage) == usage }
      .map(\.service)
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
      for dependency in service.dependencies {
        dependents[dependency.service.position].append((Reference(position), dependency.usage))
      }
      guard let host = host(of: service) else {
        homelessServices.append(Reference(position))
        continue
      }
      if case .sqlInstance = service.installation {
        hosts[host.position].databaseServices.append(Reference(position))
      } else {
        hosts[host.position].services.append(Reference(position))
      }
    }
  }
}

/// How one service uses another, by what the file says.
enum DependencyUsage {
  case ordinary
  case mirror
  case witness

  init(_ text: String) {
    let folded = text.lowercased()
    self = folded.contains("mirror") ? .mirror : folded.contains("witness") ? .witness : .ordinary
  }
}

extension Array where Element: Hashable {
  /// The first of each, in order.
  func removingDuplicates() -> [Element] {
    guard count > 1 else { return self }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
