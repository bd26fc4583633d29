internal import Topology

/// Restorations of paired pools.
struct PairRestorations {
  let context: PlanningContext
  let items: BackupItemIndex
  let servers: ServerRestorations

  /// What stands for the new pool where the policy does not name it.
  static let unknownReplacement = "<pool C>"

  var drafts: [RestorationDraft] {
    context.pools.flatMap { pool -> [RestorationDraft] in
      guard pool.isPlanned, let partner = context.pairs.partner[pool.host].flatMap(context.pool) else { return [] }
      let failover = draft(.poolFailover, pool, partner)
      var failback = draft(.poolFailback, pool, partner)
      failback.after = [failover.id] + (servers.poolRestoration(pool.host).map { [$0] } ?? [])
      return [failover, failback, rebuilding(pool, partner)]
    }
  }

  private func draft(_ procedure: RestorationProcedure, _ pool: Pool, _ partner: Pool) -> RestorationDraft {
    var draft = RestorationDraft(procedure, pool.fqdn.text)
    draft.site = context.siteName(of: pool.host)
    draft.names = Names([.pool: pool.fqdn.text, .partner: partner.fqdn.text])
    draft.elements[.edgePool] = edgePools(before: pool).map { Names([.edgePool: $0]) }
    if context.centralManagementStore.pool == pool.host {
      draft.conditions.insert(.poolHostsCentralManagement)
      let store = standbyStore(of: partner)
      draft.names[.server] = store?.server
      draft.names[.instance] = store?.instance
      if let mirror = store.flatMap({ context.deployment.mirrors(of: $0.service).first }).flatMap(
        context.deployment.store)
      {
        draft.names[.mirrorServer] = mirror.server
        draft.names[.mirrorInstance] = mirror.instance
      }
    }
    return draft
  }

  /// The standby Central Management store of a pool: where its own service keeps it, else where its users are.
  private func standbyStore(of pool: Pool) -> Store? {
    let managers = context.deployment[pool.host].services.filter {
      context.deployment.role(of: $0) == .centralManagement
    }
    let stores = managers.flatMap { context.deployment.dependencies(of: $0, on: .centralManagementStore) }
    return (stores.first ?? pool.userStore).flatMap(context.deployment.store)
  }

  /// Edge pools whose next hop is the pool.
  private func edgePools(before pool: Pool) -> [String] { hosts(with: .edgeServer, before: pool) }

  /// Persistent Chat pools whose next hop is the pool, the pool itself not included.
  private func chatPools(before pool: Pool) -> [String] { hosts(with: .persistentChatService, before: pool) }

  /// Hosts that run `role` and have the pool's Registrar for their next hop.
  private func hosts(with role: Role, before pool: Pool) -> [String] {
    users(of: [.registrar], on: pool).filter { user in
      context.deployment[user].services.contains { context.deployment.role(of: $0) == role }
    }.map { context.deployment[$0].fqdn.text }
  }

  /// Hosts with services that use those of a pool, of certain roles.
  private func users(of roles: Set<Role>, on pool: Pool) -> [HostIndex] {
    context.deployment[pool.host].services.filter { roles.contains(context.deployment.role(of: $0)) }
      .flatMap(context.deployment.users).compactMap { context.deployment.host(of: $0) }
      .removingDuplicates().filter { $0 != pool.host }
  }

  // MARK: Rebuilding under another name

  private func rebuilding(_ pool: Pool, _ partner: Pool) -> RestorationDraft {
    var draft = draft(.abcFailover, pool, partner)
    let replacement = context.policy.replacementPools[pool.fqdn]?.fqdn
    draft.names[.replacement] = replacement ?? Self.unknownReplacement
    draft.names[.each] = "<name>"
    draft.names[.item] = "RegistrarPool -eq \"\(pool.fqdn.text)\""
    draft.names[.transfer] = "UserData-from-\(BackupSetName.valid(partner.fqdn.text)).zip"
    if replacement == nil { draft.conditions.insert(.replacementUnknown) }
    // On the partner, from the first or once it has been moved there.
    if pool.kind == .standardEditionServer,
      [partner.host, pool.host].contains(where: { context.centralManagementStore.pool == $0 })
    {
      draft.conditions.insert(.replacementIsStandardEdition)
      draft.names[.replacementInstance] = "rtc"
    }
    addItems(of: pool, partner, to: &draft)
    draft.elements[.chatPool] = chatPools(before: pool).map { Names([.chatPool: $0]) }
    draft.elements[.appliance] = appliances(of: pool).map { Names([.appliance: $0]) }
    return draft
  }

  private func addItems(of pool: Pool, _ partner: Pool, to draft: inout RestorationDraft) {
    if let item = items.item(.responseGroupConfiguration, pool.fqdn.text) {
      draft.use(item, for: .responseGroups)
      let name = BackupSetName.valid(pool.fqdn.text)
      draft.elements[.responseGroups] = draft.elements[.responseGroups]?.map { names in
        names.adding(
          Names([.transfer: "RgsConfig-\(name)-moved.zip", .secondTransfer: "RgsConfig-\(name)-removed.zip"]))
      }
    }
    if context.centralManagementStore.pool == pool.host,
      let item = items.item(.locationInformation, PlanningContext.wholeDeployment)
    {
      draft.use(item, for: .locationInformation)
    }
    if let item = items.item(.announcementAudio, pool.fqdn.text) {
      draft.use(item, for: .announcementFolder)
      let last = (draft.elements[.announcementFolder] ?? []).count - 1
      draft.elements[.announcementFolder]?[last][.folder] = announcementFolder(of: partner)
      draft.elements[.announcementFolder]?[last][.share] = nil
    }
    if let item = items.item(.callParkMusicOnHold, pool.fqdn.text) { draft.use(item, for: .callParkFolder) }
    if let item = items.item(.responseGroupAudio, pool.fqdn.text) { draft.needs.append(item.id) }
  }

  private func announcementFolder(of pool: Pool) -> String? {
    guard let share = pool.fileStores.first.flatMap(context.sharePath),
      let folder = pool.applicationServer.flatMap({ context.topology[$0].folder }),
      let path = ApplicationFolder.path(for: .announcementAudio)
    else { return nil }
    return "\(share)\\\(folder)\\\(path)"
  }

  /// Survivable Branch Appliances whose users belong to the pool.
  private func appliances(of pool: Pool) -> [String] {
    users(of: [.userServices, .registrar], on: pool).compactMap(context.pool)
      .filter { $0.kind == .survivableBranchAppliance }.map(\.fqdn.text)
  }
}
