internal import Diagnostics
internal import Topology

/// The index for the night: what stops when one thing is lost, and which procedures restore it.
struct LostComponentPlanner {
  let context: PlanningContext
  private let restorations: [String: Int]

  init(context: PlanningContext, restorations: [Restoration]) {
    self.context = context
    self.restorations = Dictionary(restorations.map { ($0.id, $0.priority) }) { first, _ in first }
  }

  /// Every server, SQL Server instance and share, by name.
  func plan() -> [LostComponent] {
    let hosts = context.deployment.hostIndices
    return united(hosts.flatMap(servers) + hosts.flatMap(instances) + shares)
      .sortedByKey { [$0.name, $0.kind.rawValue] }
  }

  /// A machine of two clusters, or a share that is written twice, is lost once.
  private func united(_ components: [LostComponent]) -> [LostComponent] {
    var united: [LostComponent] = []
    var positions: [String: Int] = [:]
    for component in components {
      let key = "\(component.kind.rawValue):\(component.name.lowercased())"
      if let position = positions[key] {
        united[position].site = united[position].site ?? component.site
        united[position].impact = (united[position].impact + component.impact).removingDuplicates()
        united[position].restorations = existing(united[position].restorations + component.restorations)
      } else {
        positions[key] = united.count
        united.append(component)
      }
    }
    return united
  }

  // MARK: Servers

  private func servers(of host: HostIndex) -> [LostComponent] {
    let name = context.deployment[host].fqdn.text
    let kinds = context.kinds[host.position]
    let machines = context.deployment[host].machines.map(\.text)
    let isAlone = machines.count <= 1
    let own = context.pool(of: host) == nil ? wholeServer(host) : []
    return (machines.isEmpty ? [name] : machines).map { machine in
      var ids = [RestorationDraft.id(.memberServer, machine)] + own
      if context.pool(of: host)?.kind == .standardEditionServer { ids += wholeServer(host) }
      if isAlone { ids += [.pool, .poolFailover, .abcFailover].map { RestorationDraft.id($0, name) } }
      let ownVersion = context.pool(of: host).map { !$0.isPlanned } ?? false
      let impact = kinds.flatMap { self.impact(of: $0, host: host, isAlone: isAlone) }.removingDuplicates()
      return LostComponent(
        name: machine, kind: .server, site: context.siteName(of: host),
        impact: impact + (ownVersion ? [Impact.earlierVersion.phrase("")] : []),
        restorations: existing(ids))
    }
  }

  /// Everything that restores what a server holds.
  private func wholeServer(_ host: HostIndex) -> [String] {
    let name = context.deployment[host].fqdn.text
    let shares = context.deployment[host].services.filter { context.deployment.role(of: $0) == .fileStore }
      .compactMap(context.sharePath)
    return RestorationProcedure.serverProcedures.map { RestorationDraft.id($0, name) }
      + shares.map { RestorationDraft.id(.fileStore, $0) }
      + procedures(of: context.deployment[host].databaseServices)
  }

  /// What brings the data of stores back, and what keeps their pools up meanwhile.
  private func procedures(of stores: [Reference<Service>]) -> [String] {
    stores.flatMap { store -> [String] in
      let pools = context.pools(using: store).map(\.fqdn.text)
      switch context.deployment.role(of: store) {
      case .userStore: return pools.map { RestorationDraft.id(.poolFailover, $0) }
      case .applicationStore: return pools.map { RestorationDraft.id(.responseGroupSettings, $0) }
      case .archivingStore: return databases(.archivingDatabase, store)
      case .monitoringStore: return databases(.monitoringDatabase, store)
      case .persistentChatStore: return databases(.persistentChatDatabase, store)
      default: return []
      }
    }
  }

  /// A mirror is made again by the procedure of its principal.
  private func databases(_ procedure: RestorationProcedure, _ store: Reference<Service>) -> [String] {
    ([store] + context.deployment.principals(of: store)).compactMap(context.deployment.instanceName)
      .map { RestorationDraft.id(procedure, $0) }
  }

  private func impact(of kind: Component.Kind, host: HostIndex, isAlone: Bool) -> [Phrase] {
    let pool = context.deployment[host].fqdn.text
    switch kind {
    case .backEndServer:
      return context.deployment[host].databaseServices.flatMap(impact(ofStore:))
    case .standardEditionServer:
      let others = context.deployment[host].databaseServices.filter { context.deployment.role(of: $0) != .userStore }
      return [Impact.poolStops.phrase(pool)] + others.flatMap(impact(ofStore:))
    case .fileServer:
      // Its shares say the rest, each in its own row.
      return [Impact.fileStore.phrase(pool)]
    case .frontEndPool, .directorPool, .edgePool, .mediationPool, .persistentChatPool:
      return [(isAlone ? Impact.alone[kind] : Impact.member[kind])?.phrase(pool)].compactMap(\.self)
    case .survivableBranchAppliance, .pstnGateway, .officeWebAppsServer, .trustedApplicationPool, .other:
      return [Impact.alone[kind]?.phrase(pool)].compactMap(\.self)
    }
  }

  // MARK: Instances and shares

  private func instances(of host: HostIndex) -> [LostComponent] {
    context.deployment[host].sqlInstances.map { reference in
      let name = Store.name(
        server: context.deployment[host].fqdn.text, instance: context.topology[reference].name?.text)
      let stores = context.deployment[host].databaseServices.filter { service in
        context.topology[service].installation == .sqlInstance(reference)
      }
      let server = context.deployment[host].fqdn.text
      let ids = RestorationProcedure.serverProcedures.map { RestorationDraft.id($0, server) }
      let holdsUsers = stores.contains {
        [.userStore, .centralManagementStore].contains(context.deployment.role(of: $0))
      }
      return LostComponent(
        name: name, kind: .sqlInstance, site: context.siteName(of: host),
        impact: stores.flatMap(impact(ofStore:)).removingDuplicates(),
        restorations: existing((holdsUsers ? ids : []) + procedures(of: stores)))
    }
  }

  private var shares: [LostComponent] {
    context.principals(.fileStore).compactMap { store in
      guard let host = context.deployment.host(of: store), let path = context.sharePath(of: store) else { return nil }
      let pools = context.pools(sharing: store).map(\.fqdn.text).joined(separator: ", ")
      return LostComponent(
        name: path, kind: .fileShare, site: context.siteName(of: host),
        impact: [pools.isEmpty ? Impact.unusedFileStore.phrase(path) : Impact.fileStoreOf.phrase(pools)],
        restorations: existing([RestorationDraft.id(.fileStore, path)]))
    }
  }

  private func impact(ofStore service: Reference<Service>) -> [Phrase] {
    let role = context.deployment.role(of: service)
    if context.deployment.isStandby(service) { return [Impact.standby.phrase("")] }
    let pools = context.pools(using: service).map(\.fqdn.text).sorted().joined(separator: ", ")
    if role == .centralManagementStore {
      let isActive = context.centralManagementStore.store?.host == context.deployment.host(of: service)
      return [(isActive ? Impact.centralManagement : Impact.standby).phrase("")]
    }
    return [Impact.stores[role]?.phrase(pools.isEmpty ? "?" : pools)].compactMap(\.self)
  }

  private func existing(_ ids: [String]) -> [String] {
    ids.removingDuplicates().filter { restorations[$0] != nil }
      .sorted { (restorations[$0] ?? 0, $0) < (restorations[$1] ?? 0, $1) }
  }
}

extension RestorationProcedure {
  fileprivate static let serverProcedures: [RestorationProcedure] = [
    .centralManagementStore, .standardEditionServer, .backEndServer, .mirroredBackEndPrimary, .mirroredBackEndMirror,
  ]
}

/// What stops, in a sentence with the names of the pools.
struct Impact {
  let template: PhraseTemplate
  private let namesPools: Bool

  init(_ key: String, _ text: String) {
    template = PhraseTemplate("impact.\(key)", text)
    namesPools = !template.placeholders.isEmpty
  }

  /// Two that read the same are the same.
  func phrase(_ pools: String) -> Phrase { namesPools ? Phrase(template, ["pools": .text(pools)]) : Phrase(template) }

  static var all: [Impact] {
    [poolStops, centralManagement, standby, fileStore, fileStoreOf, earlierVersion, unusedFileStore]
      + [member, alone].flatMap(\.values) + stores.values
  }

  static let poolStops = Impact("poolStops", "All users of {pools} are without service.")
  static let centralManagement = Impact(
    "centralManagement", "Service goes on, but nothing can be configured anywhere in the deployment.")
  static let standby = Impact("standby", "A stand-in is missing until it is restored.")
  static let fileStore = Impact(
    "fileStore", "The file stores on it are unavailable: see their own rows.")
  static let fileStoreOf = Impact(
    "fileStoreOf",
    "Meeting content, address book files and files of the applications of {pools} are unavailable.")
  static let earlierVersion = Impact(
    "earlierVersion", "Restore it by the procedures of Lync Server 2010.")
  static let unusedFileStore = Impact("unusedFileStore", "No pool uses it.")

  static let member: [Component.Kind: Impact] = [
    .frontEndPool: Impact(
      "member.frontEnd", "The other Front End Servers of {pools} take its users over while enough of them run."),
    .directorPool: Impact("member.director", "The other Directors of {pools} go on."),
    .edgePool: Impact("member.edge", "The other Edge Servers of {pools} go on; its sessions are cut."),
    .mediationPool: Impact("member.mediation", "The other Mediation Servers of {pools} go on; its calls are cut."),
    .persistentChatPool: Impact("member.chat", "The other servers of {pools} take over its chat rooms."),
  ]

  static let alone: [Component.Kind: Impact] = [
    .frontEndPool: poolStops,
    .directorPool: Impact("alone.director", "Sign-in through {pools} stops; users reach their pool directly or not."),
    .edgePool: Impact("alone.edge", "Users outside, federation and conferences with guests are cut off."),
    .mediationPool: Impact("alone.mediation", "Telephone calls through {pools} stop."),
    .persistentChatPool: Impact("alone.chat", "Chat rooms stop."),
    .survivableBranchAppliance: Impact(
      "alone.appliance",
      "The branch's users fall back to the central pool; its gateway's calls stop. Restore it by "
        + "its vendor's means."),
    .pstnGateway: Impact(
      "alone.gateway", "Telephone calls through this gateway stop. Restore it by its vendor's means."),
    .officeWebAppsServer: Impact("alone.officeWebApps", "Presentations cannot be shown in meetings."),
    .trustedApplicationPool: Impact(
      "alone.trustedApplication", "The application stops. Restore it by its owner's means."),
    .other: Impact("alone.other", "Not known to this product: find out what it does."),
  ]

  static let stores: [Role: Impact] = [
    .userStore: Impact("store.users", "All users of {pools} are without full service."),
    .applicationStore: Impact("store.applications", "Response Groups and Call Park of {pools} stop."),
    .archivingStore: Impact(
      "store.archiving", "Archiving of {pools} stops; where it is set to be critical, so do messages and meetings."),
    .monitoringStore: Impact("store.monitoring", "Call records and quality data of {pools} are no longer written."),
    .persistentChatStore: Impact("store.chat", "Chat rooms of {pools} stop."),
    .persistentChatComplianceStore: Impact("store.compliance", "Compliance records of {pools} are no longer written."),
  ]
}
