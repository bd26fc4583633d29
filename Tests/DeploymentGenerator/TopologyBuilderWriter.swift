/// Writes the form that Topology Builder saves: clusters inside their sites, references by unique id.
struct TopologyBuilderWriter {
  let deployment: GeneratedDeployment
  private(set) var buffer = XMLBuffer()
  private var body = ServiceBody(namespaceFirst: false)
  private let clustersOfSite: [[Int]]
  private let instancesOfCluster: [[Int]]

  init(_ deployment: GeneratedDeployment) {
    self.deployment = deployment
    clustersOfSite = Self.grouped(deployment.clusters.map(\.site), into: deployment.sites.count)
    instancesOfCluster = Self.grouped(deployment.sqlInstances.map(\.cluster), into: deployment.clusters.count)
  }

  private static func grouped(_ owners: [Int], into count: Int) -> [[Int]] {
    var groups: [[Int]] = Array(repeating: [], count: count)
    for (position, owner) in owners.enumerated() { groups[owner].append(position) }
    return groups
  }

  mutating func writeAll(repeatingOriginal: Bool) {
    buffer.append([0xEF, 0xBB, 0xBF])
    buffer.verbatim("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    buffer.begin(0, "TopologyBuilder")
    buffer.attribute("IsFreeFromChanges", true)
    buffer.attribute("FileName", #"C:\Users\lyncadmin\Documents\Topology.tbxml"#)
    buffer.attribute("xmlns", Namespace.builder)
    buffer.endOpen()
    if repeatingOriginal {
      buffer.open(1, "OriginalTopology")
      writePartialTopology()
      buffer.close(1, "OriginalTopology")
    }
    buffer.open(1, "NewTopology")
    writePartialTopology()
    buffer.close(1, "NewTopology")
    buffer.verbatim("</TopologyBuilder>")
  }

  private mutating func writePartialTopology() {
    buffer.begin(2, "PartialTopology")
    buffer.attribute("IsPublished", deployment.isPublished)
    buffer.attribute(
      "Signature",
      deployment.isPublished
        ? deployment.guid(Identity.signature, 0) : "00000000-0000-0000-0000-000000000000")
    buffer.attribute("xmlns", Namespace.writable)
    buffer.endOpen()
    buffer.internalDomains(deployment.sipDomains, namespace: Namespace.topology, depth: 3)
    buffer.simpleURLs(deployment.simpleURLs, depth: 3)
    buffer.open(3, "CentralSites")
    for (position, site) in deployment.sites.enumerated() where !site.isBranch { write(site, at: position, depth: 4) }
    buffer.close(3, "CentralSites")
    buffer.open(3, "Services")
    for (position, service) in deployment.services.enumerated()
    where deployment.isWritten(service, in: .topologyBuilder) {
      write(service, at: position)
    }
    buffer.close(3, "Services")
    buffer.close(2, "PartialTopology")
  }

  private mutating func write(_ site: GeneratedDeployment.Site, at position: Int, depth: Int) {
    let name = site.isBranch ? "RemoteSite" : "CentralSite"
    buffer.begin(depth, name)
    if deployment.isPublished { buffer.attribute("OriginalSiteId", site.id) }
    buffer.attribute("SiteId", site.id)
    buffer.endOpen()
    buffer.siteText(site, namespace: Namespace.topology, depth: depth + 1)
    let clusters = clustersOfSite[position]
    if clusters.isEmpty {
      buffer.empty(depth + 1, "Clusters")
    } else {
      buffer.open(depth + 1, "Clusters")
      for cluster in clusters { write(deployment.clusters[cluster], at: cluster, depth: depth + 2) }
      buffer.close(depth + 1, "Clusters")
    }
    if !site.isBranch { writeBranches(of: position, depth: depth + 1) }
    buffer.close(depth, name)
  }

  private mutating func writeBranches(of central: Int, depth: Int) {
    let branches = deployment.sites.indices.filter { deployment.sites[$0].centralSite == central }
    guard !branches.isEmpty else {
      buffer.empty(depth, "RemoteSites")
      return
    }
    buffer.open(depth, "RemoteSites")
    for branch in branches { write(deployment.sites[branch], at: branch, depth: depth + 1) }
    buffer.close(depth, "RemoteSites")
  }

  private mutating func write(_ cluster: GeneratedDeployment.Cluster, at position: Int, depth: Int) {
    // A single machine has its cluster's name, and none of its own.
    let isSingle = cluster.machines == [cluster.fqdn]
    buffer.begin(depth, "Cluster")
    buffer.attribute("IsSingleMachineOnly", isSingle)
    buffer.attribute("UniqueId", deployment.guid(Identity.cluster, position))
    buffer.attribute("RequiresReplication", cluster.isLyncServer)
    buffer.attribute("RequiresSetup", cluster.isLyncServer)
    buffer.attribute("Fqdn", cluster.fqdn)
    if deployment.isPublished {
      buffer.attribute("OriginalSiteId", deployment.sites[cluster.site].id)
      buffer.attribute("OriginalNumber", cluster.number)
    }
    buffer.endOpen()
    buffer.open(depth + 1, "Machines")
    for (ordinal, machine) in cluster.machines.enumerated() {
      buffer.begin(depth + 2, "Machine")
      if !isSingle { buffer.attribute("Fqdn", machine) }
      buffer.faultDomain(of: cluster, machine: machine, ordinal: ordinal)
      guard cluster.interfaces != .none else {
        buffer.endEmpty()
        continue
      }
      buffer.endOpen()
      buffer.networkInterfaces(
        cluster.interfaces, cluster: position, position: ordinal, namespace: Namespace.topology, depth: depth + 3)
      buffer.close(depth + 2, "Machine")
    }
    buffer.close(depth + 1, "Machines")
    writeInstances(of: position, depth: depth + 1)
    buffer.close(depth, "Cluster")
  }

  private mutating func writeInstances(of cluster: Int, depth: Int) {
    let instances = instancesOfCluster[cluster]
    guard !instances.isEmpty else {
      buffer.empty(depth, "SqlInstances")
      return
    }
    buffer.open(depth, "SqlInstances")
    for position in instances {
      buffer.begin(depth + 1, "SqlInstance")
      buffer.attribute("UniqueId", deployment.guid(Identity.sqlInstance, position))
      buffer.attribute("Name", deployment.sqlInstances[position].name)
      if let node = deployment.sqlInstances[position].alwaysOnPrimaryNode {
        buffer.attribute("AlwaysOnPrimaryNodeFqdn", node)
      }
      buffer.endEmpty()
    }
    buffer.close(depth, "SqlInstances")
  }

  private mutating func write(_ service: GeneratedDeployment.Service, at position: Int) {
    let traits = RoleTraits.table[service.role] ?? RoleTraits()
    let cluster = deployment.clusters[deployment.cluster(of: service)]
    buffer.begin(4, "Service")
    buffer.attribute("UniqueId", deployment.guid(Identity.service, position))
    buffer.attribute("RoleName", service.role)
    buffer.attribute("RoleVersion", traits.roleVersion(inVersion: service.version))
    switch service.place {
    case .cluster(let cluster): buffer.attribute("InstalledOn", deployment.guid(Identity.cluster, cluster))
    case .sqlInstance(let instance):
      buffer.attribute("InstalledOn", deployment.guid(Identity.sqlInstance, instance))
    }
    buffer.attribute("ServiceVersion", service.version)
    if let type = traits.type {
      buffer.attribute("Type", "Microsoft.Rtc.Management.Deploy.Internal.ServiceRoles.\(type)")
    }
    if deployment.isPublished {
      buffer.attribute("OriginalSiteId", deployment.sites[cluster.site].id)
      buffer.attribute("OriginalInstance", service.instance)
    }
    buffer.endOpen()
    let dependencies = service.dependencies.filter {
      deployment.isWritten(deployment.services[$0.service], in: .topologyBuilder)
    }
    if dependencies.isEmpty {
      buffer.empty(5, "DependsOn")
    } else {
      buffer.open(5, "DependsOn")
      for dependency in dependencies {
        buffer.begin(6, "Dependency")
        buffer.attribute("ServiceUniqueId", deployment.guid(Identity.service, dependency.service))
        buffer.attribute("Usage", dependency.usage)
        buffer.endEmpty()
      }
      buffer.close(5, "DependsOn")
    }
    body.writePorts(of: service, depth: 5, to: &buffer)
    body.writeRoleElement(
      of: service, clusterFQDN: cluster.fqdn, bypassID: deployment.guid(Identity.bypass, position), depth: 5,
      to: &buffer)
    buffer.close(4, "Service")
  }
}
