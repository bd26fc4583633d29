public import Diagnostics
internal import Topology

/// Restorations of servers and pools.
struct ServerRestorations {
  let context: PlanningContext
  let items: BackupItemIndex

  var drafts: [RestorationDraft] {
    let hosts = context.deployment.hostIndices
    let stores = hosts.compactMap(storeHolder)
    let mirrors = hosts.flatMap { MirrorRestorations(context: context, host: $0).drafts }
    return stores + mirrors + memberPools.flatMap(poolDrafts)
  }

  // MARK: Ids that others refer to

  /// The restoration of a server that holds the stores of pools: the Central Management store's, a Standard Edition
  /// server's, a back end's. Nil for every other server.
  func serverRestoration(_ host: HostIndex) -> String? {
    procedure(of: host).map { RestorationDraft.id($0, context.deployment[host].fqdn.text) }
  }

  /// The restoration of a pool as a whole: of a Standard Edition server, the server's.
  func poolRestoration(_ host: HostIndex) -> String? {
    guard let pool = context.pool(of: host), pool.isPlanned else { return nil }
    if pool.kind == .standardEditionServer { return serverRestoration(host) }
    return pool.kind == .survivableBranchAppliance ? nil : RestorationDraft.id(.pool, pool.fqdn.text)
  }

  /// The Central Management store's restoration, which comes before every other but the file stores'.
  var centralManagement: [String] {
    context.centralManagementStore.store.flatMap { serverRestoration($0.host) }.map { [$0] } ?? []
  }

  /// The restorations of the servers that hold a pool's stores.
  func storeServers(of pool: Pool) -> [String] {
    let stores =
      [pool.userStore, pool.applicationStore].compactMap(\.self) + pool.persistentChatStores + pool.complianceStores
    return stores.compactMap(context.deployment.host).removingDuplicates().compactMap(serverRestoration)
  }

  /// The restorations of the databases of a Persistent Chat pool.
  private func chatDatabases(of pool: Pool) -> [String] {
    pool.persistentChatStores.compactMap(context.deployment.store)
      .map { RestorationDraft.id(.persistentChatDatabase, $0.name) }
  }

  func fileStores(of pool: Pool) -> [String] {
    pool.fileStores.compactMap(context.sharePath).map { RestorationDraft.id(.fileStore, $0) }
  }

  private func procedure(of host: HostIndex) -> RestorationProcedure? {
    if context.centralManagementStore.store?.host == host { return .centralManagementStore }
    if let pool = context.pool(of: host), pool.kind == .standardEditionServer {
      return pool.isPlanned ? .standardEditionServer : nil
    }
    let holdsUserStore = context.deployment[host].databaseServices.contains { service in
      context.deployment.role(of: service) == .userStore && !context.deployment.isStandby(service)
        && isPlanned(service)
    }
    return holdsUserStore ? .backEndServer : nil
  }

  private func isPlanned(_ service: Reference<Service>) -> Bool {
    Product.isPlanned(context.topology[service].serviceVersion)
  }

  // MARK: Servers that hold stores

  private func storeHolder(_ index: HostIndex) -> RestorationDraft? {
    guard let procedure = procedure(of: index) else { return nil }
    let host = context.deployment[index]
    let isStandardEdition = context.pool(of: index)?.kind == .standardEditionServer
    var draft = RestorationDraft(procedure, host.fqdn.text)
    draft.site = context.siteName(of: index)
    draft.conditions.formUnion(isStandardEdition ? [.standardEdition] : [.enterprise, .needsSQLServer])
    draft.names = Names([
      .machine: host.fqdn.text, .server: host.fqdn.text, .chosen: Self.chosenShare,
    ])
    draft.names.say(context.instanceNames(of: index), for: .instances)
    if procedure == .centralManagementStore { addCentralManagementStore(to: &draft) }
    addMirror(of: index, to: &draft)
    addAvailabilityGroup(of: index, to: &draft)
    addItems(on: index, to: &draft)
    draft.after =
      procedure == .centralManagementStore
      ? [] : centralManagement + servedPools(index).flatMap(fileStores).filter { !draft.restoresFileStore($0) }
    return draft
  }

  /// What stands in a command where only the administrator can choose.
  static let chosenShare = "\\\\<server>\\<share>"

  private func addCentralManagementStore(to draft: inout RestorationDraft) {
    guard let store = context.centralManagementStore.store else { return }
    draft.names[.instance] = store.instance
    draft.names[.sqlInstance] = store.name
    if let item = items.item(.topologyConfiguration, PlanningContext.wholeDeployment) {
      draft.use(item, for: .topologyConfiguration)
    }
    if let item = items.item(.locationInformation, PlanningContext.wholeDeployment) {
      draft.use(item, for: .locationInformation)
    }
  }

  private func addAvailabilityGroup(of host: HostIndex, to draft: inout RestorationDraft) {
    let primaries = context.deployment[host].sqlInstances.compactMap { context.topology[$0].alwaysOnPrimaryNode?.text }
    guard !primaries.isEmpty else { return }
    draft.conditions.insert(.alwaysOn)
    let machines = context.deployment[host].machines.map(\.text) + primaries
    draft.names[.machines] = machines.removingDuplicates().joined(separator: ", ")
  }

  private func addMirror(of host: HostIndex, to draft: inout RestorationDraft) {
    guard let mirrored = MirrorRestorations(context: context, host: host).firstMirror else { return }
    draft.conditions.insert(.mirrored)
    draft.names[.mirrorSQLInstance] = mirrored.name
    guard let store = context.centralManagementStore.store, store.host == host,
      let mirror = context.deployment.mirrors(of: store.service).first.flatMap(context.deployment.store)
    else { return }
    draft.names[.mirrorServer] = mirror.server
    draft.names[.mirrorInstance] = mirror.instance
  }

  private func addItems(on host: HostIndex, to draft: inout RestorationDraft) {
    for item in items.items(on: context.deployment[host].fqdn.text) {
      switch item.data {
      case .fileStore:
        draft.use(item, for: .fileStore)
        draft.conditions.insert(.holdsFileStore)
      case .userData:
        draft.use(item, for: .userData)
        draft.conditions.insert(.restoresUserData)
      case .responseGroupConfiguration: draft.use(item, for: .responseGroups)
      case .archiving, .callDetailRecords, .qualityOfExperience: draft.use(item, for: .sqlBackup)
      case .persistentChat: draft.use(item, for: context.chatRepetition)
      case .topologyConfiguration, .locationInformation, .responseGroupAudio, .callParkMusicOnHold,
        .announcementAudio:
        break
      }
    }
    draft.elements[.frontEndServer] = servedPools(host).flatMap(context.frontEndServers)
  }

  /// The pools whose user data is on a server.
  private func servedPools(_ host: HostIndex) -> [Pool] {
    let stores = context.deployment[host].databaseServices.filter { context.deployment.role(of: $0) == .userStore }
    let hosts = stores.flatMap(context.deployment.users).compactMap { context.deployment.host(of: $0) }
    return hosts.removingDuplicates().compactMap(context.pool).filter { $0.isPlanned && $0.hasUserServices }
  }

  // MARK: Pools and their servers

  /// Pools whose servers are restored one by one. A Standard Edition server has its own procedure, a Survivable Branch
  /// Appliance its vendor's.
  private var memberPools: [Pool] {
    context.pools.filter { pool in
      pool.isPlanned && pool.kind != .standardEditionServer && pool.kind != .survivableBranchAppliance
    }
  }

  private func poolDrafts(_ pool: Pool) -> [RestorationDraft] {
    let machines = context.deployment[pool.host].machines.map(\.text)
    let before =
      centralManagement + fileStores(of: pool) + storeServers(of: pool) + chatDatabases(of: pool) + nextHops(of: pool)
    let role = Phrase.Value.phrase(pool.kind.name)
    var members: [RestorationDraft] = []
    for machine in machines {
      var member = RestorationDraft(.memberServer, machine)
      member.kind = pool.kind
      member.site = context.siteName(of: pool.host)
      member.names = Names([
        .machine: machine, .pool: pool.fqdn.text, .transfer: "EdgeConfiguration.zip",
      ])
      member.names.say(role, for: .role)
      if pool.kind == .edgePool {
        member.conditions.insert(.edge)
        member.conditions.remove(.notEdge)
      }
      if machines.count == 1 { member.conditions.insert(.singleServer) }
      member.after = before
      members.append(member)
    }
    var whole = RestorationDraft(.pool, pool.fqdn.text)
    whole.kind = pool.kind
    whole.site = context.siteName(of: pool.host)
    let storeServers = storeServers(of: pool)
    whole.names = Names([
      .pool: pool.fqdn.text, .machines: machines.joined(separator: ", "),
      .procedures: storeServers.joined(separator: ", "),
    ])
    whole.names.say(role, for: .role)
    if !storeServers.isEmpty { whole.conditions.insert(.hasBackEnd) }
    whole.after = before + members.map(\.id)
    return members + [whole]
  }

  /// The pools that a pool's services hand over to.
  private func nextHops(of pool: Pool) -> [String] {
    let services = context.deployment[pool.host].services
    let registrars = services.flatMap { context.deployment.dependencies(of: $0, on: .registrar) }
    return registrars.compactMap { context.deployment.host(of: $0) }.filter { $0 != pool.host }.removingDuplicates()
      .compactMap(poolRestoration)
  }
}

extension PlanningContext {
  /// The names of a server's SQL Server instances, for people.
  func instanceNames(of host: HostIndex) -> Phrase.Value {
    let names = deployment[host].sqlInstances.map { instance -> Phrase.Value in
      topology[instance].name.map { .text($0.text) }
        ?? .phrase(Phrase(Terms.defaultInstance, ["name": .text("MSSQLSERVER")]))
    }
    return .list(names.removingDuplicates())
  }

  /// Every Front End Server of a pool, as the names of steps.
  func frontEndServers(of pool: Pool) -> [Names] {
    deployment[pool.host].machines.map { Names([.machine: $0.text]) }
  }

  /// How Persistent Chat is brought back: by the counterpart of the tool that the policy chooses.
  var chatRepetition: StepRepetition {
    policy.answers.persistentChatBackup == .exportCsPersistentChatData ? .chatExport : .sqlBackup
  }
}

extension Component.Kind {
  /// What people call it, in no language yet.
  public var name: Phrase { Self.names[self] ?? .verbatim(title) }

  private static let names = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, Phrase("kind.\($0.rawValue)", $0.title)) })

  /// What people call it.
  public var title: String {
    switch self {
    case .frontEndPool: "Front End pool"
    case .standardEditionServer: "Standard Edition server"
    case .directorPool: "Director pool"
    case .edgePool: "Edge pool"
    case .mediationPool: "Mediation pool"
    case .persistentChatPool: "Persistent Chat pool"
    case .survivableBranchAppliance: "Survivable Branch Appliance"
    case .backEndServer: "Back End Server (SQL Server)"
    case .fileServer: "File server"
    case .officeWebAppsServer: "Office Web Apps Server"
    case .pstnGateway: "PSTN gateway"
    case .trustedApplicationPool: "Trusted application pool"
    case .other: "Other"
    }
  }
}
