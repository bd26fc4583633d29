internal import Topology

/// Restorations of one half of a mirrored back end.
struct MirrorRestorations {
  let context: PlanningContext
  /// The server that holds the principals.
  let host: HostIndex

  /// The first mirror of the server's stores, a user store's if there is one.
  var firstMirror: Store? {
    let mirrored = mirroredStores
    let first = mirrored.first { context.deployment.role(of: $0) == .userStore } ?? mirrored.first
    return first.flatMap { context.deployment.mirrors(of: $0).first }.flatMap(context.deployment.store)
  }

  /// Of the primary, and of the mirror; none unless a user store is mirrored.
  var drafts: [RestorationDraft] {
    let stores = mirroredStores
    guard let userStore = stores.first(where: { context.deployment.role(of: $0) == .userStore }),
      let primary = context.deployment.store(userStore), let mirror = firstMirror
    else { return [] }
    var names = Names([
      .server: primary.server, .instance: primary.instance, .sqlInstance: primary.name, .mirrorServer: mirror.server,
      .mirrorInstance: mirror.instance, .mirrorSQLInstance: mirror.name, .chosen: ServerRestorations.chosenShare,
      .witness: witness(of: userStore),
    ])
    var drafts: [RestorationDraft] = []
    for (procedure, lost) in [
      (RestorationProcedure.mirroredBackEndPrimary, host), (.mirroredBackEndMirror, mirror.host),
    ] {
      var draft = RestorationDraft(procedure, context.deployment[lost].fqdn.text)
      draft.site = context.siteName(of: lost)
      names[.machine] = context.deployment[lost].fqdn.text
      names.say(context.instanceNames(of: lost), for: .instances)
      draft.names = names
      draft.conditions.formUnion([.needsSQLServer, names[.witness] == nil ? .hasNoWitness : .hasWitness])
      draft.elements[.mirroredDatabase] = stores.flatMap(databases)
      draft.elements[.mirroredPool] = stores.flatMap(pools).map(\.host).removingDuplicates()
        .map { Names([.pool: context.deployment[$0].fqdn.text]) }
      draft.elements[.mirroredType] = types(of: stores)
      draft.elements[.frontEndServer] = pools(of: userStore).flatMap(context.frontEndServers)
      drafts.append(draft)
    }
    return drafts
  }

  /// The words of `-DatabaseType`, by the role of the store.
  private static let databaseTypes: [Role: String] = [
    .applicationStore: "Application", .archivingStore: "Archiving", .centralManagementStore: "CentralMgmt",
    .monitoringStore: "Monitoring", .persistentChatComplianceStore: "PersistentChatCompliance",
    .persistentChatStore: "PersistentChat", .userStore: "User",
  ]

  /// Stores of the server that are mirrored. Skype for Business Server 2019 has no SQL Server mirroring, Lync Server
  /// 2010 its own procedures.
  private var mirroredStores: [Reference<Service>] {
    context.deployment[host].databaseServices.filter { service in
      let version = context.topology[service].serviceVersion ?? Self.versions.lowerBound
      return Self.versions.contains(version) && !context.deployment.isStandby(service)
        && !context.deployment.mirrors(of: service).isEmpty
    }
  }

  private static let versions = 6...7

  private func databases(of store: Reference<Service>) -> [Names] {
    guard let type = Self.databaseTypes[context.deployment.role(of: store)] else { return [] }
    return pools(of: store).map { Names([.databaseType: type, .pool: $0.fqdn.text]) }
  }

  private func types(of stores: [Reference<Service>]) -> [Names] {
    stores.compactMap { Self.databaseTypes[context.deployment.role(of: $0)] }.removingDuplicates()
      .map { Names([.databaseType: $0]) }
  }

  private func pools(of store: Reference<Service>) -> [Pool] {
    context.pools(using: store).filter(\.isPlanned)
  }

  private func witness(of store: Reference<Service>) -> String? {
    context.deployment.users(of: store).flatMap(context.deployment.witnesses).first
      .flatMap(context.deployment.instanceName)
  }
}
