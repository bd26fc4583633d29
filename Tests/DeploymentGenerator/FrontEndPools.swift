/// A Front End pool of the deployment being built, with what other pools connect to.
public struct FrontEndPool: Sendable {
  public var cluster: Int
  public var kind: ComponentKind
  public var version: Int
  public var backEnd: BackEnd
  public var userServices: Int
  public var registrar: Int
  public var conferencing: Int
  /// Collocated Mediation Server.
  public var mediation: Int?
  public var fileStore: Int
}

/// The SQL Server instances behind a pool.
public struct BackEnd: Sendable {
  public var principal: Int
  public var mirror: Int?
  public var witness: Int?

  public init(principal: Int, mirror: Int? = nil, witness: Int? = nil) {
    self.principal = principal
    self.mirror = mirror
    self.witness = witness
  }
}

/// What a Front End pool has besides its core.
public struct PoolOptions: Sendable {
  public var version = 6
  public var applications: Applications = []
  public var hasMediation = true
  public var externalWebFQDN: String?
  /// Services.
  public var archivingStore: Int?
  public var monitoringStore: Int?
  public var officeWebApps: Int?

  public init() {}
}

extension DeploymentMaker {
  /// Enterprise Edition: servers by the name of the pool, database and share on other servers.
  public mutating func addEnterprisePool(
    _ fqdn: String, machines: [String], site: Int, backEnd: BackEnd, fileStore: Int, options: PoolOptions = .init()
  ) -> FrontEndPool {
    let cluster = addCluster(fqdn, machines: machines, site: site, isLyncServer: true, interfaces: .frontEnd)
    if let mirror = backEnd.mirror {
      deployment.mirrors.append(.init(principal: backEnd.principal, mirror: mirror, witness: backEnd.witness))
    }
    return addFrontEndPool(
      cluster: cluster, kind: .frontEndPool, backEnd: backEnd, fileStore: fileStore, options: options)
  }

  /// Standard Edition: one server with its own SQL Server Express instance, and its own share unless another is named.
  public mutating func addStandardEditionServer(
    _ fqdn: String, site: Int, shareName: String, fileStore other: Int? = nil, options: PoolOptions = .init()
  ) -> FrontEndPool {
    let cluster = addCluster(fqdn, site: site, isLyncServer: true, interfaces: .frontEnd)
    let instance = addInstance("rtc", on: cluster)
    return addFrontEndPool(
      cluster: cluster, kind: .standardEditionServer, backEnd: BackEnd(principal: instance), fileStore: other,
      shareName: shareName, options: options)
  }

  private mutating func addFrontEndPool(
    cluster: Int, kind: ComponentKind, backEnd: BackEnd, fileStore other: Int?, shareName: String = "",
    options: PoolOptions
  ) -> FrontEndPool {
    let version = options.version
    let here = GeneratedDeployment.Service.Place.cluster(cluster)
    let userServices = addService("UserServices", at: here, kind: kind, version: version)
    let registrar = addService("Registrar", at: here, kind: kind, version: version)
    let userStores = addStores("UserStore", on: backEnd, kind: kind, version: version)
    let witness = backEnd.witness.map { addStore("WitnessStore", on: $0, version: version) }
    let fileStore = other ?? addService("FileStore", at: here, kind: kind, version: version)
    if other == nil { change(fileStore) { $0.shareName = shareName } }
    let webServices = addService("WebServices", at: here, kind: kind, version: version)
    let conferencing = addService("ConfServices", at: here, kind: kind, version: version)
    let mediation = options.hasMediation ? addService("MediationServer", at: here, kind: kind, version: version) : nil
    let applicationServer = addService("ApplicationServer", at: here, kind: kind, version: version)
    let applicationStores = addStores("ApplicationStore", on: backEnd, kind: kind, version: version)
    change(webServices) { $0.externalFQDN = options.externalWebFQDN }
    change(applicationServer) { $0.applications = options.applications }

    dependOnStores(userServices, userStores)
    depend(userServices, on: witness, usage: "Witness")
    depend(userServices, on: fileStore)
    depend(userServices, on: conferencing)
    depend(registrar, on: userServices)
    depend(registrar, on: webServices)
    depend(registrar, on: options.archivingStore)
    depend(registrar, on: options.monitoringStore)
    depend(webServices, on: fileStore)
    depend(webServices, on: userServices)
    for service in [fileStore, webServices, userServices] { depend(conferencing, on: service) }
    depend(conferencing, on: options.officeWebApps)
    if let mediation { depend(mediation, on: registrar) }
    depend(applicationServer, on: registrar)
    depend(applicationServer, on: fileStore)
    dependOnStores(applicationServer, applicationStores)
    return FrontEndPool(
      cluster: cluster, kind: kind, version: version, backEnd: backEnd, userServices: userServices,
      registrar: registrar, conferencing: conferencing, mediation: mediation, fileStore: fileStore)
  }

  /// A store on the principal, and another of the same role on the mirror.
  private mutating func addStores(
    _ role: String, on backEnd: BackEnd, kind: ComponentKind, version: Int
  ) -> (principal: Int, mirror: Int?) {
    let kind = kind == .frontEndPool ? .backEndServer : kind
    return (
      addService(role, at: .sqlInstance(backEnd.principal), kind: kind, version: version),
      backEnd.mirror.map { addStore(role, on: $0, version: version) }
    )
  }

  private mutating func dependOnStores(_ service: Int, _ stores: (principal: Int, mirror: Int?)) {
    depend(service, on: stores.principal)
    depend(service, on: stores.mirror, usage: "Mirror")
  }

  /// The Central Management Server on a pool, its store in the pool's back end.
  public mutating func addCentralManagement(on pool: FrontEndPool, isActive: Bool) {
    let service = addService(
      "CentralMgmt", at: .cluster(pool.cluster), kind: pool.kind, version: pool.version)
    change(service) { $0.isActive = isActive }
    let stores = addStores("CentralMgmtStore", on: pool.backEnd, kind: pool.kind, version: pool.version)
    dependOnStores(service, stores)
    depend(service, on: pool.fileStore)
  }

  /// Two pools that back each other up: a Backup Service on each, and each registrar the other's backup.
  public mutating func pair(_ first: FrontEndPool, _ second: FrontEndPool) {
    let firstBackup = addBackupService(on: first)
    let secondBackup = addBackupService(on: second)
    depend(firstBackup, on: secondBackup)
    depend(firstBackup, on: first.fileStore)
    depend(secondBackup, on: firstBackup)
    depend(secondBackup, on: second.fileStore)
    setBackupRegistrar(of: first, to: second)
    setBackupRegistrar(of: second, to: first)
    deployment.pairs.append(.init(first: first.cluster, second: second.cluster))
  }

  private mutating func addBackupService(on pool: FrontEndPool) -> Int {
    addService("BackupService", at: .cluster(pool.cluster), kind: pool.kind, version: pool.version)
  }

  /// The registrar of `other` takes over for `pool`, without a Backup Service: no pair.
  public mutating func setBackupRegistrar(of pool: FrontEndPool, to other: FrontEndPool) {
    change(pool.registrar) { $0.backupRegistrar = other.registrar }
  }
}
