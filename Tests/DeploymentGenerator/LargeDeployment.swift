extension GeneratedDeployment {
  /// A large deployment of `pools` Front End pools, with what goes with them. All names are unique and valid.
  public init(pools: Int, seed: UInt64 = 1) {
    var composer = LargeComposer(seed: seed)
    while composer.frontEndPools < pools { composer.addNext() }
    self = composer.maker.deployment
  }

  /// A large deployment that takes about `targetBytes` in `shape`: the first size at or above it, in steps of a pool.
  public init(targetBytes: Int, shape: Shape = .published, seed: UInt64 = 1) {
    var composer = LargeComposer(seed: seed)
    var batch = 1
    repeat {
      for _ in 0..<batch { composer.addNext() }
      let bytes = composer.maker.deployment.xml(shape).count
      guard bytes < targetBytes else { break }
      // Steps differ in size, so go a little less far than the mean says; the last ones are taken one by one.
      let missing = (targetBytes - bytes) * composer.steps / bytes
      batch = max(1, missing * 9 / 10)
    } while true
    self = composer.maker.deployment
  }
}

/// Grows a deployment like a company does: site after site, each with pools, Edge, Mediation and branches.
struct LargeComposer {
  private(set) var maker: DeploymentMaker
  private(set) var steps = 0
  private(set) var frontEndPools = 0
  private var random: SeededRandom
  private var names: RandomNames
  private var site = 0
  private var siteNumber = 0
  private var pools: [FrontEndPool] = []
  private var fileStore = 0
  private var edge: Int?
  private var options = PoolOptions()

  private enum Step {
    case enterprise, edge, gateways, standard, mediation, director, persistentChat, branch, trustedApplication, pair
  }

  /// The life of a site, in the order things are bought.
  private static let life: [Step] = [
    .enterprise, .edge, .gateways, .standard, .branch, .enterprise, .pair, .mediation, .standard, .director,
    .persistentChat, .branch, .enterprise, .trustedApplication, .branch, .standard, .gateways,
  ]

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    names = RandomNames(domain: "woodgrove.com", isAwkward: false)
    maker = DeploymentMaker(seed: seed, sipDomains: ["woodgrove.com"], isPublished: true)
    maker.addSimpleURL("Meet", domain: "woodgrove.com", url: "https://meet.woodgrove.com")
    maker.addSimpleURL("Dialin", domain: "*", url: "https://dialin.woodgrove.com")
  }

  mutating func addNext() {
    let step = Self.life[steps % Self.life.count]
    if steps % Self.life.count == 0 { beginSite() }
    steps += 1
    switch step {
    case .enterprise: addEnterprisePool()
    case .standard: addStandardEditionServer()
    case .pair: pairEnterprisePools()
    default: if let pool = pools.last { add(step, for: pool) }
    }
  }

  private mutating func beginSite() {
    site = addSite()
    pools = []
    edge = nil
    fileStore = maker.addFileStore(
      names.share(&random), on: maker.addServer(names.fqdn("file", &random), site: site))
    let reports = maker.addInstance("LYNCREPORTS", on: maker.addServer(names.fqdn("sqlrep", &random), site: site))
    options = PoolOptions()
    options.archivingStore = maker.addStore("ArchivingStore", on: reports)
    options.monitoringStore = maker.addStore("MonitoringStore", on: reports)
    options.officeWebApps = maker.addOfficeWebApps(names.fqdn("owa", &random), site: site)
  }

  private mutating func addSite(branchOf central: Int? = nil) -> Int {
    siteNumber += 1
    return maker.addSite(
      id: String(siteNumber), name: names.text(central == nil ? "Site " : "Branch ", &random),
      description: central == nil ? "Regional data centre" : nil,
      location: .init(city: names.text("City ", &random), state: "WA", countryCode: "US"), branchOf: central)
  }

  private mutating func poolOptions() -> PoolOptions {
    var options = options
    for application in [Applications.responseGroup, .callPark, .conferencingAttendant] where random.chance(70) {
      options.applications.insert(application)
    }
    options.externalWebFQDN = names.fqdn("webext", &random)
    return options
  }

  private mutating func addEnterprisePool() {
    let principal = maker.addInstance("LYNC", on: maker.addServer(names.fqdn("sql", &random), site: site))
    let pool = maker.addEnterprisePool(
      names.fqdn("pool", &random), machines: names.machines("fe", count: random.number(in: 2...6), &random),
      site: site, backEnd: BackEnd(principal: principal), fileStore: fileStore, options: poolOptions())
    if frontEndPools == 0 { maker.addCentralManagement(on: pool, isActive: true) }
    add(pool)
  }

  private mutating func addStandardEditionServer() {
    add(
      maker.addStandardEditionServer(
        names.fqdn("se", &random), site: site, shareName: "LyncShare", options: poolOptions()))
  }

  private mutating func add(_ pool: FrontEndPool) {
    frontEndPools += 1
    if let edge { maker.connect(pool, toEdge: edge) }
    pools.append(pool)
  }

  private mutating func pairEnterprisePools() {
    let enterprise = pools.indices.filter { pools[$0].kind == .frontEndPool }
    guard enterprise.count >= 2 else { return }
    maker.pair(pools[enterprise[0]], pools[enterprise[1]])
  }

  private mutating func add(_ step: Step, for pool: FrontEndPool) {
    switch step {
    case .edge:
      edge = maker.addEdgePool(
        names.fqdn("edge", &random), machines: names.machines("edgenode", count: 2, &random), site: site,
        externalFQDN: names.fqdn("sip", &random), nextHop: pool, users: [pool])
    case .gateways:
      for _ in 0..<random.number(in: 1...3) {
        let name = random.chance(20) ? names.address() : names.fqdn("gw", &random)
        maker.addGateway(name, site: site, mediation: pool.mediation)
      }
    case .mediation:
      let mediation = maker.addMediationPool(
        names.fqdn("med", &random), machines: names.machines("mednode", count: 2, &random), site: site,
        nextHop: pool, edge: edge)
      maker.addGateway(names.fqdn("gw", &random), site: site, mediation: mediation)
    case .director:
      maker.addDirectorPool(
        names.fqdn("dir", &random), machines: names.machines("dirnode", count: 2, &random), site: site,
        fileStore: fileStore, options: options)
    case .persistentChat:
      let store = maker.addInstance("PCHAT", on: maker.addServer(names.fqdn("sqlchat", &random), site: site))
      maker.addPersistentChatPool(
        names.fqdn("chat", &random), machines: names.machines("chatnode", count: 2, &random), site: site,
        store: store, complianceStore: store, fileStore: fileStore, nextHop: pool)
    case .branch:
      let branch = addSite(branchOf: site)
      let mediation = maker.addSurvivableBranchAppliance(
        names.fqdn("sba", &random), site: branch, pool: pool, edge: edge)
      maker.addGateway(names.fqdn("gw", &random), site: branch, mediation: mediation)
    case .trustedApplication:
      maker.addTrustedApplicationPool(
        names.fqdn("app", &random), machines: names.machines("appnode", count: 2, &random), site: site,
        nextHop: pool)
    case .enterprise, .standard, .pair: break
    }
  }
}
