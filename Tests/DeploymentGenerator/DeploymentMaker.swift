/// Puts a deployment together, piece by piece: sites, servers, instances and single services. Whole pools are in the
/// extensions.
public struct DeploymentMaker: Sendable {
  public internal(set) var deployment: GeneratedDeployment
  /// Highest instance number of each role, by site. The product numbers what is added together alike, which leaves
  /// gaps.
  private var lastInstances: [[String: Int]] = []
  private var batches: [Int] = []
  private var lastClusterNumbers: [Int] = []

  /// - Parameter sipDomains: The first one is the default.
  public init(seed: UInt64, sipDomains: [String], isPublished: Bool) {
    deployment = GeneratedDeployment(seed: seed, isPublished: isPublished, sipDomains: sipDomains, simpleURLs: [])
  }

  public mutating func addSimpleURL(_ component: String, domain: String, url: String) {
    deployment.simpleURLs.append(.init(component: component, domain: domain, activeURL: url))
  }

  public mutating func addSite(
    id: String, name: String, description: String? = nil, location: GeneratedDeployment.Location,
    branchOf centralSite: Int? = nil
  ) -> Int {
    deployment.sites.append(
      .init(id: id, name: name, description: description, location: location, centralSite: centralSite))
    lastInstances.append([:])
    batches.append(0)
    lastClusterNumbers.append(0)
    return deployment.sites.count - 1
  }

  /// Several machines under one name, or one machine by that name where `machines` is empty.
  public mutating func addCluster(
    _ fqdn: String, machines: [String] = [], site: Int, isLyncServer: Bool,
    interfaces: GeneratedDeployment.Cluster.Interfaces
  ) -> Int {
    lastClusterNumbers[site] += 1
    batches[site] += 1
    deployment.clusters.append(
      .init(
        site: site, number: lastClusterNumbers[site], fqdn: fqdn, machines: machines.isEmpty ? [fqdn] : machines,
        isLyncServer: isLyncServer, interfaces: interfaces))
    return deployment.clusters.count - 1
  }

  /// A SQL Server, file server, gateway or the like.
  public mutating func addServer(_ fqdn: String, site: Int, machines: [String] = []) -> Int {
    addCluster(fqdn, machines: machines, site: site, isLyncServer: false, interfaces: .none)
  }

  /// Leaves out the next cluster number of a site, as removing a pool does.
  public mutating func skipClusterNumber(site: Int) { lastClusterNumbers[site] += 1 }

  /// - Parameter name: Empty for the default instance.
  public mutating func addInstance(_ name: String, on cluster: Int, alwaysOnPrimaryNode: String? = nil) -> Int {
    deployment.sqlInstances.append(.init(cluster: cluster, name: name, alwaysOnPrimaryNode: alwaysOnPrimaryNode))
    return deployment.sqlInstances.count - 1
  }

  public mutating func addService(
    _ role: String, at place: GeneratedDeployment.Service.Place, kind: ComponentKind, version: Int = 6
  ) -> Int {
    var service = GeneratedDeployment.Service(role: role, instance: 0, version: version, place: place, kind: kind)
    let site = deployment.clusters[deployment.cluster(of: service)].site
    service.instance = max(batches[site], (lastInstances[site][role] ?? 0) + 1)
    lastInstances[site][role] = service.instance
    deployment.services.append(service)
    return deployment.services.count - 1
  }

  /// A store on an instance of a SQL Server that is no Standard Edition server.
  public mutating func addStore(_ role: String, on instance: Int, version: Int = 6) -> Int {
    addService(role, at: .sqlInstance(instance), kind: .backEndServer, version: version)
  }

  /// A share on a server that is no Standard Edition server.
  public mutating func addFileStore(_ shareName: String, on cluster: Int, version: Int = 6) -> Int {
    let store = addService("FileStore", at: .cluster(cluster), kind: .fileServer, version: version)
    deployment.services[store].shareName = shareName
    return store
  }

  public mutating func depend(_ service: Int, on other: Int?, usage: String = "Default") {
    guard let other else { return }
    deployment.services[service].dependencies.append(.init(service: other, usage: usage))
  }

  mutating func change(_ service: Int, _ changes: (inout GeneratedDeployment.Service) -> Void) {
    changes(&deployment.services[service])
  }
}
