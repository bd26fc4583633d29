extension DeploymentMaker {
  /// Returns the EdgeServer service. The pools in `users` send their media and federation traffic through it.
  public mutating func addEdgePool(
    _ fqdn: String, machines: [String] = [], site: Int, externalFQDN: String, nextHop: FrontEndPool,
    users: [FrontEndPool], version: Int = 6
  ) -> Int {
    let cluster = addCluster(fqdn, machines: machines, site: site, isLyncServer: true, interfaces: .edge)
    let edge = addService("EdgeServer", at: .cluster(cluster), kind: .edgePool, version: version)
    change(edge) { $0.externalFQDN = externalFQDN }
    depend(edge, on: nextHop.registrar)
    _ = addService("ManagementServices", at: .cluster(cluster), kind: .edgePool, version: version)
    for pool in users { connect(pool, toEdge: edge) }
    return edge
  }

  public mutating func connect(_ pool: FrontEndPool, toEdge edge: Int) {
    depend(pool.registrar, on: edge)
    depend(pool.conferencing, on: edge)
    if let mediation = pool.mediation { depend(mediation, on: edge) }
  }

  public mutating func addDirectorPool(
    _ fqdn: String, machines: [String] = [], site: Int, fileStore: Int, options: PoolOptions = .init()
  ) {
    let cluster = addCluster(fqdn, machines: machines, site: site, isLyncServer: true, interfaces: .frontEnd)
    let here = GeneratedDeployment.Service.Place.cluster(cluster)
    let registrar = addService("Registrar", at: here, kind: .directorPool, version: options.version)
    let webServices = addService("WebServices", at: here, kind: .directorPool, version: options.version)
    change(registrar) { $0.isDirector = true }
    change(webServices) { $0.externalFQDN = options.externalWebFQDN }
    depend(registrar, on: webServices)
    depend(registrar, on: options.archivingStore)
    depend(registrar, on: options.monitoringStore)
    depend(webServices, on: fileStore)
  }

  /// Returns the MediationServer service.
  public mutating func addMediationPool(
    _ fqdn: String, machines: [String] = [], site: Int, nextHop: FrontEndPool, edge: Int? = nil, version: Int = 6
  ) -> Int {
    let cluster = addCluster(fqdn, machines: machines, site: site, isLyncServer: true, interfaces: .frontEnd)
    let mediation = addService("MediationServer", at: .cluster(cluster), kind: .mediationPool, version: version)
    depend(mediation, on: nextHop.registrar)
    depend(mediation, on: edge)
    return mediation
  }

  /// `store` and `complianceStore` are SQL Server instances.
  public mutating func addPersistentChatPool(
    _ fqdn: String, machines: [String] = [], site: Int, store: Int, complianceStore: Int? = nil, fileStore: Int,
    nextHop: FrontEndPool, version: Int = 6
  ) {
    let cluster = addCluster(fqdn, machines: machines, site: site, isLyncServer: true, interfaces: .primary)
    let service = addService(
      "PersistentChatService", at: .cluster(cluster), kind: .persistentChatPool, version: version)
    depend(service, on: addStore("PersistentChatStore", on: store, version: version))
    if let complianceStore {
      depend(service, on: addStore("PersistentChatComplianceStore", on: complianceStore, version: version))
    }
    depend(service, on: fileStore)
    depend(service, on: nextHop.registrar)
  }

  /// Persistent Chat on a Standard Edition server itself, its databases in the server's own instance.
  public mutating func addPersistentChat(on server: FrontEndPool) {
    let instance = GeneratedDeployment.Service.Place.sqlInstance(server.backEnd.principal)
    let service = addService(
      "PersistentChatService", at: .cluster(server.cluster), kind: .persistentChatPool, version: server.version)
    for role in ["PersistentChatStore", "PersistentChatComplianceStore"] {
      depend(service, on: addService(role, at: instance, kind: server.kind, version: server.version))
    }
    depend(service, on: server.fileStore)
    depend(service, on: server.registrar)
  }

  /// An appliance in a branch site: a registrar and a Mediation Server; its users are homed on `pool`. Returns the
  /// MediationServer service.
  public mutating func addSurvivableBranchAppliance(
    _ fqdn: String, site: Int, pool: FrontEndPool, edge: Int? = nil, version: Int = 6
  ) -> Int {
    let cluster = addCluster(fqdn, site: site, isLyncServer: true, interfaces: .frontEnd)
    let here = GeneratedDeployment.Service.Place.cluster(cluster)
    let registrar = addService("Registrar", at: here, kind: .survivableBranchAppliance, version: version)
    let mediation = addService("MediationServer", at: here, kind: .survivableBranchAppliance, version: version)
    depend(registrar, on: pool.userServices)
    depend(registrar, on: edge)
    change(registrar) { $0.backupRegistrar = pool.registrar }
    depend(mediation, on: registrar)
    depend(mediation, on: edge)
    return mediation
  }

  /// - Parameter name: An FQDN or an IP address.
  public mutating func addGateway(_ name: String, site: Int, mediation: Int?, version: Int = 6) {
    let cluster = addServer(name, site: site)
    let gateway = addService("PstnGateway", at: .cluster(cluster), kind: .pstnGateway, version: version)
    change(gateway) { $0.externalFQDN = name }
    depend(gateway, on: mediation)
  }

  /// Returns the WacService.
  public mutating func addOfficeWebApps(_ name: String, site: Int, version: Int = 6) -> Int {
    let cluster = addServer(name, site: site)
    return addService("WacService", at: .cluster(cluster), kind: .officeWebAppsServer, version: version)
  }

  public mutating func addTrustedApplicationPool(
    _ fqdn: String, machines: [String] = [], site: Int, nextHop: FrontEndPool, version: Int = 6
  ) {
    let cluster = addServer(fqdn, site: site, machines: machines)
    let service = addService("ExternalServer", at: .cluster(cluster), kind: .trustedApplicationPool, version: version)
    depend(service, on: nextHop.registrar)
  }

  /// A service of a role that this product does not know.
  public mutating func addUnknownRole(_ role: String, on cluster: Int, version: Int = 6) {
    _ = addService(role, at: .cluster(cluster), kind: .other, version: version)
  }
}
