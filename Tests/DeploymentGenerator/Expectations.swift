/// What was put in, in the words of a plan, so that a test can count it again at the other end.
extension GeneratedDeployment {
  public struct ExpectedService: Sendable, Hashable {
    public var role: String
    public var clusterFQDN: String
    public var kind: ComponentKind
  }

  public struct ExpectedComponent: Sendable, Hashable {
    public var kind: ComponentKind
    /// As first written.
    public var fqdn: String
    /// Of all clusters of that name, each once.
    public var machines: [String]

    /// The component's id in `plan.json`.
    public var id: String { "\(kind.rawValue):\(fqdn.lowercased())" }
  }

  public func cluster(of service: Service) -> Int {
    switch service.place {
    case .cluster(let cluster): cluster
    case .sqlInstance(let instance): sqlInstances[instance].cluster
    }
  }

  /// What a shape carries of ``services``: a draft in Topology Builder form has no Central Management services.
  public func isWritten(_ service: Service, in shape: Shape) -> Bool {
    shape == .published || isPublished || !service.role.hasPrefix("CentralMgmt")
  }

  public func expectedServices(in shape: Shape) -> [ExpectedService] {
    services.filter { isWritten($0, in: shape) }.map {
      ExpectedService(role: $0.role, clusterFQDN: clusters[cluster(of: $0)].fqdn, kind: $0.kind)
    }
  }

  /// One per kind and name (compared without case), in the order of first appearance. A SQL Server instance without
  /// a store is a back end server too.
  public var expectedComponents: [ExpectedComponent] {
    var components: [ExpectedComponent] = []
    var positions: [String: Int] = [:]
    func note(_ kind: ComponentKind, _ cluster: Cluster) {
      let component = ExpectedComponent(kind: kind, fqdn: cluster.fqdn, machines: cluster.machines)
      guard let position = positions[component.id] else {
        positions[component.id] = components.count
        components.append(component)
        return
      }
      for machine in cluster.machines
      where !components[position].machines.contains(where: { $0.lowercased() == machine.lowercased() }) {
        components[position].machines.append(machine)
      }
    }
    var standardEdition: Set<Int> = []
    for service in services {
      note(service.kind, clusters[cluster(of: service)])
      if service.kind == .standardEditionServer { standardEdition.insert(cluster(of: service)) }
    }
    for instance in sqlInstances where !standardEdition.contains(instance.cluster) {
      note(.backEndServer, clusters[instance.cluster])
    }
    return components
  }

  /// Every machine of every cluster, in order; a name may come twice where it has two jobs.
  public var machines: [String] { clusters.flatMap(\.machines) }

  /// `server`, or `server\instance`.
  public func name(ofInstance position: Int) -> String {
    let instance = sqlInstances[position]
    let server = clusters[instance.cluster].fqdn
    return instance.name.isEmpty ? server : "\(server)\\\(instance.name)"
  }

  /// The UNC paths of all file stores, in order.
  public var fileShares: [String] {
    services.filter { $0.role == "FileStore" }.map { "\\\\\(clusters[cluster(of: $0)].fqdn)\\\($0.shareName)" }
  }

  /// The instances that hold a store of `role`, in order, mirrors included.
  public func instances(ofStore role: String) -> [String] {
    services.compactMap { service in
      guard service.role == role, case .sqlInstance(let instance) = service.place else { return nil }
      return name(ofInstance: instance)
    }
  }

  /// The FQDNs of paired pools.
  public var pairedPools: [(first: String, second: String)] {
    pairs.map { (clusters[$0.first].fqdn, clusters[$0.second].fqdn) }
  }
}
