/// Writes the form of `Get-CsTopology -AsXml`: everything by numbers within its site.
struct PublishedWriter {
  let deployment: GeneratedDeployment
  private(set) var buffer = XMLBuffer()
  private var body = ServiceBody(namespaceFirst: true)

  init(_ deployment: GeneratedDeployment) { self.deployment = deployment }

  mutating func writeAll() {
    buffer.begin(0, "Topology")
    buffer.attribute("xmlns", Namespace.topology)
    buffer.attribute("Signature", deployment.guid(Identity.signature, 0))
    buffer.endOpen()
    buffer.internalDomains(deployment.sipDomains, namespace: nil, depth: 1)
    buffer.open(1, "Sites")
    for site in deployment.sites { write(site) }
    buffer.close(1, "Sites")
    buffer.open(1, "Clusters")
    for (position, cluster) in deployment.clusters.enumerated() { write(cluster, at: position) }
    buffer.close(1, "Clusters")
    buffer.open(1, "SqlInstances")
    for instance in deployment.sqlInstances { write(instance) }
    buffer.close(1, "SqlInstances")
    buffer.open(1, "Services")
    for (position, service) in deployment.services.enumerated() { write(service, at: position) }
    buffer.close(1, "Services")
    buffer.close(0, "Topology")
  }

  private mutating func write(_ site: GeneratedDeployment.Site) {
    let name = site.isBranch ? "RemoteSite" : "CentralSite"
    buffer.begin(2, name)
    buffer.attribute("SiteId", site.id)
    if let central = site.centralSite { buffer.attribute("CentralSiteId", deployment.sites[central].id) }
    buffer.endOpen()
    buffer.siteText(site, namespace: nil, depth: 3)
    buffer.close(2, name)
  }

  private mutating func write(_ cluster: GeneratedDeployment.Cluster, at position: Int) {
    buffer.begin(2, "Cluster")
    buffer.attribute("RequiresReplication", cluster.isLyncServer)
    buffer.attribute("RequiresSetup", cluster.isLyncServer)
    buffer.attribute("Fqdn", cluster.fqdn)
    buffer.endOpen()
    writeID(ofCluster: position, depth: 3)
    for (ordinal, machine) in cluster.machines.enumerated() {
      buffer.begin(3, "Machine")
      buffer.attribute("OrdinalInCluster", ordinal + 1)
      buffer.attribute("Fqdn", machine)
      buffer.faultDomain(of: cluster, machine: machine, ordinal: ordinal)
      guard cluster.interfaces != .none else {
        buffer.endEmpty()
        continue
      }
      buffer.endOpen()
      buffer.networkInterfaces(cluster.interfaces, cluster: position, position: ordinal, namespace: nil, depth: 4)
      buffer.close(3, "Machine")
    }
    buffer.close(2, "Cluster")
  }

  private mutating func write(_ instance: GeneratedDeployment.SQLInstance) {
    buffer.begin(2, "SqlInstance")
    if let node = instance.alwaysOnPrimaryNode { buffer.attribute("AlwaysOnPrimaryNodeFqdn", node) }
    buffer.endOpen()
    writeID(of: instance, depth: 3)
    buffer.close(2, "SqlInstance")
  }

  private mutating func write(_ service: GeneratedDeployment.Service, at position: Int) {
    let traits = RoleTraits.table[service.role] ?? RoleTraits()
    buffer.begin(2, "Service")
    buffer.attribute("RoleVersion", traits.roleVersion(inVersion: service.version))
    buffer.attribute("ServiceVersion", service.version)
    if let type = traits.type {
      buffer.attribute("Type", "Microsoft.Rtc.Management.Deploy.Internal.ServiceRoles.\(type)")
    }
    buffer.endOpen()
    writeID(ofService: position, depth: 3)
    if service.dependencies.isEmpty {
      buffer.empty(3, "DependsOn")
    } else {
      buffer.open(3, "DependsOn")
      for dependency in service.dependencies {
        buffer.begin(4, "Dependency")
        buffer.attribute("Usage", dependency.usage)
        buffer.endOpen()
        writeID(ofService: dependency.service, depth: 5)
        buffer.close(4, "Dependency")
      }
      buffer.close(3, "DependsOn")
    }
    buffer.open(3, "InstalledOn")
    switch service.place {
    case .cluster(let cluster): writeID(ofCluster: cluster, depth: 4)
    case .sqlInstance(let instance): writeID(of: deployment.sqlInstances[instance], depth: 4)
    }
    buffer.close(3, "InstalledOn")
    if let registrar = service.backupRegistrar {
      buffer.begin(3, "Backup")
      buffer.attribute("EnableAutomaticFailover", true)
      buffer.attribute("FailbackDetectionInterval", "P0Y0M0DT0H10M0S")
      buffer.attribute("FailureDetectionInterval", "P0Y0M0DT0H5M0S")
      buffer.endOpen()
      writeID(ofService: registrar, depth: 4)
      buffer.close(3, "Backup")
    }
    body.writePorts(of: service, depth: 3, to: &buffer)
    body.writeRoleElement(
      of: service, clusterFQDN: deployment.clusters[deployment.cluster(of: service)].fqdn,
      bypassID: deployment.guid(Identity.bypass, position), depth: 3, to: &buffer)
    buffer.close(2, "Service")
  }

  private mutating func writeID(ofCluster position: Int, depth: Int) {
    let cluster = deployment.clusters[position]
    buffer.begin(depth, "ClusterId")
    buffer.attribute("SiteId", deployment.sites[cluster.site].id)
    buffer.attribute("Number", cluster.number)
    buffer.endEmpty()
  }

  private mutating func writeID(of instance: GeneratedDeployment.SQLInstance, depth: Int) {
    buffer.begin(depth, "SqlInstanceId")
    buffer.attribute("Name", instance.name)
    buffer.endOpen()
    writeID(ofCluster: instance.cluster, depth: depth + 1)
    buffer.close(depth, "SqlInstanceId")
  }

  private mutating func writeID(ofService position: Int, depth: Int) {
    let service = deployment.services[position]
    let site = deployment.clusters[deployment.cluster(of: service)].site
    buffer.begin(depth, "ServiceId")
    buffer.attribute("SiteId", deployment.sites[site].id)
    buffer.attribute("RoleName", service.role)
    buffer.attribute("Instance", service.instance)
    buffer.endEmpty()
  }
}
