extension GeneratedDeployment {
  /// A. Datum's deployment, with every kind of component: `docs/examples/published.xml`.
  public static var publishedExample: GeneratedDeployment {
    var company = Adatum()
    company.addZurich()
    company.addLyon()
    company.connectPools()
    company.addServersOfZurich()
    company.addBranch()
    company.addLegacyPool()
    return company.maker.deployment
  }
}

/// A. Datum, part by part.
private struct Adatum {
  var maker = DeploymentMaker(seed: 1815, sipDomains: ["adatum.com", "adatum.ch"], isPublished: true)
  let zurich: Int
  let lyon: Int
  let geneva: Int
  private var options = PoolOptions()
  private var share = 0
  private var edge: Int?
  private var pools: [FrontEndPool] = []

  init() {
    zurich = maker.addSite(
      id: "1", name: "Zürich", description: "Hauptsitz & Rechenzentrum",
      location: .init(city: "Zürich", state: "ZH", countryCode: "CH"))
    lyon = maker.addSite(
      id: "2", name: "Lyon", description: "Deuxième centre de données",
      location: .init(city: "Lyon", state: "ARA", countryCode: "FR"))
    geneva = maker.addSite(
      id: "4", name: "Genève", location: .init(city: "Genève", state: "GE", countryCode: "CH"), branchOf: zurich)
  }

  private func machines(_ stem: String, _ count: Int) -> [String] {
    (1...count).map { "\(stem)-0\($0).adatum.com" }
  }

  private mutating func addInstance(_ name: String, on server: String, site: Int) -> Int {
    maker.addInstance(name, on: maker.addServer(server, site: site))
  }

  /// The pool with the active Central Management Server, mirrored, with a witness.
  mutating func addZurich() {
    let principal = addInstance("LYNC", on: "sql-zrh-01.adatum.com", site: zurich)
    let mirror = addInstance("LYNC", on: "sql-zrh-02.adatum.com", site: zurich)
    let witness = addInstance("", on: "sqlwit-zrh.adatum.com", site: zurich)
    let reports = maker.addServer("sql-zrh-03.adatum.com", site: zurich)
    let monitoring = maker.addInstance("", on: reports)
    let archive = maker.addInstance("ARCHIVE", on: reports)
    share = maker.addFileStore("LyncShare", on: maker.addServer("nas-zrh.adatum.com", site: zurich))
    options.monitoringStore = maker.addStore("MonitoringStore", on: monitoring)
    options.archivingStore = maker.addStore("ArchivingStore", on: archive)
    options.officeWebApps = maker.addOfficeWebApps("OWA-ZRH.adatum.com", site: zurich)

    var options = options
    options.applications = [.responseGroup, .callPark, .conferencingAttendant]
    options.externalWebFQDN = "webext-zrh.adatum.com"
    options.hasMediation = false
    let pool = maker.addEnterprisePool(
      "pool-zrh.adatum.com", machines: machines("fe-zrh", 3), site: zurich,
      backEnd: BackEnd(principal: principal, mirror: mirror, witness: witness), fileStore: share, options: options)
    maker.addCentralManagement(on: pool, isActive: true)
    pools.append(pool)
  }

  /// The other half of the pair, its share on a SQL Server, and a Standard Edition server.
  mutating func addLyon() {
    maker.skipClusterNumber(site: lyon)
    let principal = addInstance("LYNC", on: "sql-lyo-01.adatum.com", site: lyon)
    let mirror = addInstance("LYNC", on: "sql-lyo-02.adatum.com", site: lyon)
    let reports = maker.addServer("sql-lyo-03.adatum.com", site: lyon)
    let monitoringStore = maker.addStore("MonitoringStore", on: maker.addInstance("", on: reports))
    let share = maker.addFileStore("LyncShare", on: reports)

    var poolOptions = PoolOptions()
    poolOptions.applications = [.responseGroup]
    poolOptions.externalWebFQDN = "webext-lyo.adatum.com"
    poolOptions.archivingStore = options.archivingStore
    poolOptions.monitoringStore = monitoringStore
    let pool = maker.addEnterprisePool(
      "Pool-Lyo.adatum.com", machines: ["FE-LYO-01.adatum.com", "fe-lyo-02.adatum.com"], site: lyon,
      backEnd: BackEnd(principal: principal, mirror: mirror), fileStore: share, options: poolOptions)
    maker.addCentralManagement(on: pool, isActive: false)
    pools.append(pool)

    var serverOptions = PoolOptions()
    serverOptions.applications = [.callPark]
    serverOptions.monitoringStore = monitoringStore
    pools.append(
      maker.addStandardEditionServer("se-lyo.adatum.com", site: lyon, shareName: "LyncSE", options: serverOptions))
  }

  mutating func connectPools() {
    maker.pair(pools[0], pools[1])
    edge = maker.addEdgePool(
      "edge-zrh.adatum.com", machines: machines("edge-zrh", 2), site: zurich, externalFQDN: "sip.adatum.com",
      nextHop: pools[0], users: [pools[0]])
    _ = maker.addEdgePool(
      "edge-lyo.adatum.com", site: lyon, externalFQDN: "sip-lyo.adatum.com", nextHop: pools[1],
      users: [pools[1], pools[2]])
  }

  mutating func addServersOfZurich() {
    var directorOptions = options
    directorOptions.externalWebFQDN = "webdir-zrh.adatum.com"
    maker.addDirectorPool(
      "dir-zrh.adatum.com", machines: machines("dir-zrh", 2), site: zurich, fileStore: share,
      options: directorOptions)
    let mediation = maker.addMediationPool(
      "med-zrh.adatum.com", machines: machines("med-zrh", 2), site: zurich, nextHop: pools[0], edge: edge)
    maker.addGateway("gw-zrh-01.adatum.com", site: zurich, mediation: mediation)
    maker.addGateway("10.10.40.21", site: zurich, mediation: mediation)
    maker.addGateway("gw-lyo-01.adatum.com", site: lyon, mediation: pools[1].mediation)
    let chat = addInstance("PCHAT", on: "sql-zrh-04.adatum.com", site: zurich)
    maker.addPersistentChatPool(
      "chat-zrh.adatum.com", machines: machines("chat-zrh", 2), site: zurich, store: chat, complianceStore: chat,
      fileStore: share, nextHop: pools[0])
    maker.addTrustedApplicationPool(
      "recorder-zrh.adatum.com", machines: machines("recorder-zrh", 2), site: zurich, nextHop: pools[0])
    // Forgotten when the share was moved.
    _ = maker.addFileStore("LyncArchive$", on: maker.addServer("oldfile-zrh.adatum.com", site: zurich))
  }

  mutating func addBranch() {
    let mediation = maker.addSurvivableBranchAppliance(
      "sba-gva.adatum.com", site: geneva, pool: pools[0], edge: edge)
    maker.addGateway("gw-gva-01.adatum.com", site: geneva, mediation: mediation)
  }

  /// Lync Server 2010, in coexistence.
  mutating func addLegacyPool() {
    maker.skipClusterNumber(site: zurich)
    let backEnd = addInstance("RTC", on: "sql-zrh-2010.adatum.com", site: zurich)
    let share = maker.addFileStore(
      "Lync2010", on: maker.addServer("file-zrh-2010.adatum.com", site: zurich), version: 5)
    var options = PoolOptions()
    options.version = 5
    options.applications = [.responseGroup]
    options.externalWebFQDN = "webext-2010.adatum.com"
    _ = maker.addEnterprisePool(
      "pool-2010.adatum.com", machines: machines("fe-2010", 2), site: zurich,
      backEnd: BackEnd(principal: backEnd), fileStore: share, options: options)
  }
}
