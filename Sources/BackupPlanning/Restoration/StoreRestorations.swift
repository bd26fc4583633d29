internal import Topology

/// Restorations of data: file stores, Response Group settings, databases of Archiving, Monitoring and Persistent Chat.
struct StoreRestorations {
  let context: PlanningContext
  let items: BackupItemIndex
  let servers: ServerRestorations

  var drafts: [RestorationDraft] { fileStores + responseGroups + databases }

  private var fileStores: [RestorationDraft] {
    context.principals(.fileStore).compactMap { store in
      guard let host = context.deployment.host(of: store), let path = context.sharePath(of: store),
        let item = items.item(.fileStore, path)
      else { return nil }
      var draft = RestorationDraft(.fileStore, path)
      draft.site = context.siteName(of: host)
      draft.names = Names([.share: path, .server: context.deployment[host].fqdn.text])
      draft.use(item, for: .fileStore)
      if context.pools(sharing: store).contains(where: { !$0.isPlanned }) {
        draft.conditions.insert(.coexistingVersion)
      }
      return draft
    }
  }

  private var responseGroups: [RestorationDraft] {
    context.pools.compactMap { pool in
      guard let item = items.item(.responseGroupConfiguration, pool.fqdn.text) else { return nil }
      var draft = RestorationDraft(.responseGroupSettings, pool.fqdn.text)
      draft.site = context.siteName(of: pool.host)
      draft.names = Names([.pool: pool.fqdn.text])
      draft.use(item, for: .responseGroups)
      draft.after = servers.centralManagement + servers.storeServers(of: pool)
      return draft
    }
  }

  private static let databaseProcedures:
    [(role: Role, procedure: RestorationProcedure, type: String, data: [BackupData])] = [
      (.archivingStore, .archivingDatabase, "Archiving", [.archiving]),
      (.monitoringStore, .monitoringDatabase, "Monitoring", [.callDetailRecords, .qualityOfExperience]),
      (.persistentChatStore, .persistentChatDatabase, "PersistentChat", [.persistentChat]),
    ]

  private var databases: [RestorationDraft] {
    Self.databaseProcedures.flatMap { role, procedure, type, data in
      context.principals(role).compactMap { reference -> RestorationDraft? in
        guard let store = context.deployment.store(reference), isPlanned(reference) else { return nil }
        let needed = data.compactMap { items.item($0, store.name) }
        guard !needed.isEmpty else { return nil }
        var draft = RestorationDraft(procedure, store.name)
        draft.site = context.siteName(of: store.host)
        draft.names = Names([
          .server: store.server, .instance: store.instance, .sqlInstance: store.name, .databaseType: type,
        ])
        let repetition = procedure == .persistentChatDatabase ? context.chatRepetition : .sqlBackup
        draft.conditions.insert(repetition == .chatExport ? .backedUpByExport : .backedUpBySQLServer)
        for item in needed { draft.use(item, for: repetition) }
        if let mirror = context.deployment.mirrors(of: reference).compactMap(context.deployment.store).first {
          draft.conditions.insert(.mirrored)
          draft.names[.mirrorSQLInstance] = mirror.name
          draft.names[.chosen] = ServerRestorations.chosenShare
        }
        draft.after = servers.centralManagement + (servers.serverRestoration(store.host).map { [$0] } ?? [])
        return draft
      }
    }
  }

  private func isPlanned(_ service: Reference<Service>) -> Bool {
    Product.isPlanned(context.topology[service].serviceVersion)
  }
}
