extension GeneratedDeployment {
  /// A small random deployment: one to three central sites, any kind of component, all references good.
  ///
  /// - Parameter awkward: Adds what is legal but unkind: hostile text in sites and shares, one server as two clusters,
  ///   stores of several pools on one SQL instance, two Central Management Servers of which none is active.
  public init(seed: UInt64, awkward: Bool = false) {
    var composer = RandomComposer(seed: seed, awkward: awkward)
    composer.compose()
    self = composer.maker.deployment
  }
}

/// Draws a small deployment, site by site.
struct RandomComposer {
  private(set) var maker: DeploymentMaker
  private var random: SeededRandom
  private var names: RandomNames
  private let isAwkward: Bool
  /// Of most pools: 6, or a later product that the same rules hold for.
  private let version: Int
  private var pools: [FrontEndPool] = []
  private var sqlServers: [Int] = []
  private var instances: [Int] = []
  private var fileStores: [Int] = []
  private var archivingStores: [Int] = []
  private var monitoringStores: [Int] = []
  private var officeWebApps: [Int] = []

  init(seed: UInt64, awkward: Bool) {
    var random = SeededRandom(seed: seed)
    let domain = random.pick(["litware.com", "corp.litware.com", "proseware.net"])
    version = random.pick([6, 6, 6, 6, 7, 8])
    maker = DeploymentMaker(
      seed: seed, sipDomains: random.chance(30) ? [domain, "sip.\(domain)"] : [domain], isPublished: random.chance(60))
    names = RandomNames(domain: domain, isAwkward: awkward)
    isAwkward = awkward
    self.random = random
    maker.addSimpleURL("Meet", domain: domain, url: "https://meet.\(domain)")
    maker.addSimpleURL("Dialin", domain: "*", url: "https://dialin.\(domain)")
  }

  mutating func compose() {
    var siteID = 0
    for position in 0..<random.number(in: 1...3) {
      siteID += random.chance(20) ? 2 : 1
      let site = addSite(id: siteID)
      addSharedStores(site: site)
      for _ in 0..<random.number(in: position == 0 ? 1...2 : 0...2) { addPool(site: site) }
      addOtherPools(site: site)
      for _ in 0..<random.number(in: 0...1) {
        siteID += 1
        addBranch(id: siteID, of: site)
      }
    }
    addPairs()
    addCentralManagement()
    addStrays()
  }

  private mutating func addSite(id: Int, branchOf central: Int? = nil) -> Int {
    maker.addSite(
      id: String(id), name: names.text(central == nil ? "Site" : "Branch", &random),
      description: random.chance(50) ? names.text("Description", &random) : nil,
      location: .init(city: names.text("City", &random), state: "", countryCode: "US"), branchOf: central)
  }

  /// A new SQL Server instance: on a server of its own, or beside another instance.
  private mutating func addInstance(site: Int, alone: Bool = false) -> Int {
    let server: Int
    if !alone, !sqlServers.isEmpty, random.chance(30) {
      server = random.pick(sqlServers)
    } else {
      let name = names.fqdn("sql", &random)
      let nodes = version >= 7 && random.chance(20) ? names.machines("sqlnode", count: 2, &random) : []
      server = maker.addServer(name, site: site, machines: nodes)
      sqlServers.append(server)
    }
    let used = maker.deployment.sqlInstances.filter { $0.cluster == server }.map(\.name)
    let free = ["", "RTC", "Lync", "instance2", "I3", "I4", "I5", "I6", "I7", "I8"].filter { !used.contains($0) }
    let cluster = maker.deployment.clusters[server]
    let instance = maker.addInstance(
      random.pick(free.isEmpty ? ["I\(used.count + 1)"] : Array(free.prefix(3))), on: server,
      alwaysOnPrimaryNode: cluster.machines.count > 1 ? cluster.machines.first : nil)
    instances.append(instance)
    return instance
  }

  private mutating func addSharedStores(site: Int) {
    if random.chance(50) { archivingStores.append(addStore("ArchivingStore", site: site)) }
    if random.chance(50) { monitoringStores.append(addStore("MonitoringStore", site: site)) }
    if random.chance(40) {
      let name = random.chance(25) ? names.short("owa") : names.fqdn("owa", &random)
      officeWebApps.append(maker.addOfficeWebApps(name, site: site, version: version))
    }
  }

  private mutating func addStore(_ role: String, site: Int) -> Int {
    maker.addStore(role, on: addInstance(site: site), version: version)
  }

  private mutating func addFileStore(site: Int, version: Int? = nil) -> Int {
    let version = version ?? self.version
    let server: Int
    if let sqlServer = sqlServers.last, random.chance(20) {
      if isAwkward, random.chance(50) {
        // The same server once more, as a cluster of its own and in other letters.
        let name = maker.deployment.clusters[sqlServer].fqdn.uppercased()
        server = maker.addServer(name, site: site)
      } else {
        server = sqlServer
      }
    } else {
      server = maker.addServer(names.fqdn("file", &random), site: site)
    }
    let store = maker.addFileStore(names.share(&random), on: server, version: version)
    if version >= 6 { fileStores.append(store) }
    return store
  }

  private mutating func addPool(site: Int) {
    var options = PoolOptions()
    options.version = random.chance(10) ? 5 : version
    for application in [Applications.responseGroup, .callPark, .conferencingAttendant] where random.chance(60) {
      options.applications.insert(application)
    }
    options.hasMediation = random.chance(60)
    options.externalWebFQDN = random.chance(50) ? names.fqdn("webext", &random) : nil
    if options.version >= 6 {
      options.archivingStore = pickAny(archivingStores)
      options.monitoringStore = pickAny(monitoringStores)
      options.officeWebApps = pickAny(officeWebApps)
    }
    if random.chance(40) {
      let shared = random.chance(20) && options.version >= 6 ? pickAny(fileStores) : nil
      let server = names.fqdn("se", &random)
      let share = names.share(&random)
      pools.append(
        maker.addStandardEditionServer(
          server, site: site, shareName: share, fileStore: shared, options: options))
      if let server = pools.last, (6...7).contains(server.version), random.chance(15) {
        maker.addPersistentChat(on: server)
      }
      return
    }
    let isLegacy = options.version == 5
    let shared = !isLegacy && !fileStores.isEmpty && random.chance(40) ? random.pick(fileStores) : nil
    let backEnd = makeBackEnd(site: site, canMirror: (6...7).contains(options.version))
    let fileStore = shared ?? addFileStore(site: site, version: options.version)
    let machines = names.machines("fe", count: random.number(in: 1...4), &random)
    pools.append(
      maker.addEnterprisePool(
        names.fqdn("pool", &random), machines: machines, site: site, backEnd: backEnd, fileStore: fileStore,
        options: options))
  }

  private mutating func makeBackEnd(site: Int, canMirror: Bool) -> BackEnd {
    if isAwkward, !instances.isEmpty, random.chance(25) { return BackEnd(principal: random.pick(instances)) }
    let principal = addInstance(site: site)
    guard canMirror, random.chance(35), maker.deployment.sqlInstances[principal].alwaysOnPrimaryNode == nil else {
      return BackEnd(principal: principal)
    }
    let mirror = addInstance(site: site, alone: true)
    return BackEnd(
      principal: principal, mirror: mirror, witness: random.chance(50) ? addInstance(site: site, alone: true) : nil)
  }

  private mutating func addOtherPools(site: Int) {
    guard let pool = pools.last else { return }
    var edge: Int?
    if random.chance(50) {
      let machines = random.chance(50) ? names.machines("edgenode", count: random.number(in: 2...3), &random) : []
      edge = maker.addEdgePool(
        names.fqdn("edge", &random), machines: machines, site: site, externalFQDN: names.fqdn("sip", &random),
        nextHop: pool, users: [pool], version: version)
    }
    if random.chance(30) {
      var options = PoolOptions()
      options.version = version
      options.monitoringStore = monitoringStores.last
      let fileStore = fileStores.last ?? addFileStore(site: site)
      let machines = random.chance(50) ? names.machines("dirnode", count: 2, &random) : []
      maker.addDirectorPool(
        names.fqdn("dir", &random), machines: machines, site: site, fileStore: fileStore, options: options)
    }
    var mediation = pool.mediation
    if random.chance(30) {
      let machines = random.chance(50) ? names.machines("mednode", count: 2, &random) : []
      mediation = maker.addMediationPool(
        names.fqdn("med", &random), machines: machines, site: site, nextHop: pool, edge: edge, version: version)
    }
    if let mediation {
      for _ in 0..<random.number(in: 0...2) {
        let name = random.chance(30) ? names.address() : names.fqdn("gw", &random)
        maker.addGateway(name, site: site, mediation: mediation, version: version)
      }
    }
    if version < 8, random.chance(30) {
      let store = addInstance(site: site)
      let compliance = random.chance(60) ? (random.chance(50) ? store : addInstance(site: site)) : nil
      let fileStore = fileStores.last ?? addFileStore(site: site)
      let machines = names.machines("chatnode", count: random.number(in: 1...3), &random)
      maker.addPersistentChatPool(
        names.fqdn("chat", &random), machines: machines, site: site, store: store, complianceStore: compliance,
        fileStore: fileStore, nextHop: pool, version: version)
    }
    if random.chance(25) {
      let machines = random.chance(50) ? names.machines("appnode", count: 2, &random) : []
      maker.addTrustedApplicationPool(
        names.fqdn("app", &random), machines: machines, site: site, nextHop: pool, version: version)
    }
  }

  private mutating func addBranch(id: Int, of central: Int) {
    guard let pool = pools.first(where: { $0.version >= 6 }) else { return }
    let branch = addSite(id: id, branchOf: central)
    let mediation = maker.addSurvivableBranchAppliance(
      names.fqdn("sba", &random), site: branch, pool: pool, version: version)
    if random.chance(70) { maker.addGateway(names.fqdn("gw", &random), site: branch, mediation: mediation) }
  }

  /// Pairs that keep the rules: same edition, same version, same high availability.
  private mutating func addPairs() {
    var free = pools.indices.filter { pools[$0].version >= 6 }
    while let first = free.popLast() {
      let match = free.firstIndex { candidate in
        pools[candidate].kind == pools[first].kind
          && (pools[candidate].backEnd.mirror == nil) == (pools[first].backEnd.mirror == nil)
      }
      guard let match, random.chance(60) else { continue }
      let second = free.remove(at: match)
      maker.pair(pools[first], pools[second])
    }
  }

  private mutating func addCentralManagement() {
    let current = pools.filter { $0.version >= 6 }
    guard !current.isEmpty, random.chance(80) else { return }
    let active = random.pick(current)
    let hasNoneActive = isAwkward && random.chance(30)
    maker.addCentralManagement(on: active, isActive: !hasNoneActive)
    for pair in maker.deployment.pairs where pair.first == active.cluster || pair.second == active.cluster {
      let other = pair.first == active.cluster ? pair.second : pair.first
      if let pool = current.first(where: { $0.cluster == other }) {
        maker.addCentralManagement(on: pool, isActive: false)
      }
    }
  }

  /// What no pool uses, and what nobody knows.
  private mutating func addStrays() {
    if random.chance(30) { _ = addFileStore(site: 0) }
    if random.chance(20) { _ = addInstance(site: 0) }
    if random.chance(20) {
      let role = random.pick(["VoiceRecorder", "TranscriptionService", "X-Role"])
      let cluster =
        random.chance(50)
        ? random.pick(pools).cluster
        : maker.addServer(
          names.fqdn("other", &random), site: 0)
      maker.addUnknownRole(role, on: cluster, version: version)
    }
  }

  private mutating func pickAny(_ services: [Int]) -> Int? {
    services.isEmpty || random.chance(20) ? nil : random.pick(services)
  }
}
