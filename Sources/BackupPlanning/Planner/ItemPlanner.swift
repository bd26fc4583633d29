internal import Diagnostics
internal import Topology

/// Applies the backup rules: one row for each kind of data in each place.
struct ItemPlanner {
  private let context: PlanningContext
  private var settings: ItemSettingsResolver
  private var drafts: [ItemDraft] = []
  private var positionByID: [String: Int] = [:]

  init(_ context: PlanningContext) {
    self.context = context
    settings = ItemSettingsResolver(policy: context.policy)
  }

  /// Warnings about overrides that matched nothing. Complete after ``plan()``.
  var policyDiagnostics: [Diagnostic] { settings.unmatchedOverrides }

  mutating func plan() -> [BackupItem] {
    for rule in BackupCatalogue.rules {
      for draft in drafts(of: rule) { add(draft) }
    }
    return drafts.map { item($0) }
      .sortedByKey { [$0.site ?? "", $0.pools.first ?? "", $0.data.rawValue, $0.id] }
  }

  /// Several stores in one place are one row that serves the pools of all of them.
  private mutating func add(_ draft: ItemDraft) {
    if let position = positionByID[draft.id] {
      drafts[position].merge(draft)
    } else {
      positionByID[draft.id] = drafts.count
      drafts.append(draft)
    }
  }

  private func drafts(of rule: BackupRule) -> [ItemDraft] {
    switch rule.scope {
    case .everyPoolWithUserServices:
      plannedPools { $0.hasUserServices }.map { poolDraft(rule, $0, store: $0.userStore) }
    case .everyPoolWithResponseGroups:
      plannedPools { $0.runsResponseGroups }.map { poolDraft(rule, $0, store: $0.applicationStore) }
    case .everyArchivingStore:
      context.policy.answers.archivingInExchange == true ? [] : storeDrafts(rule, .archivingStore)
    case .everyMonitoringStore: storeDrafts(rule, .monitoringStore)
    case .everyPersistentChatStore: storeDrafts(rule, .persistentChatStore)
    case .everyFileStore: context.principals(.fileStore).compactMap { fileStoreDraft(rule, $0) }
    case .everyPairedPool: pairedPools.map { copyDraft(rule, $0) }
    case .deployment: [deploymentDraft(rule)]
    }
  }

  private func plannedPools(where condition: (Pool) -> Bool) -> [Pool] {
    context.pools.filter { $0.isPlanned && condition($0) }
  }

  private var pairedPools: [Pool] {
    plannedPools { context.pairs.partner[$0.host] != nil }
  }

  private func poolDraft(_ rule: BackupRule, _ pool: Pool, store: Reference<Service>?) -> ItemDraft {
    var draft = ItemDraft(rule: rule, scope: pool.fqdn.text, pools: [pool.fqdn])
    draft.poolName = pool.fqdn.text
    if let store = store.flatMap(context.deployment.store) {
      draft.place(in: store, context)
    } else {
      draft.facts[.storeUnknown] = [:]
      draft.site = context.siteName(of: pool.host)
    }
    return draft
  }

  private func storeDrafts(_ rule: BackupRule, _ role: Role) -> [ItemDraft] {
    context.principals(role).compactMap { reference in
      guard let store = context.deployment.store(reference) else { return nil }
      let pools = context.pools(using: reference)
      var draft = ItemDraft(rule: rule, scope: store.name, pools: pools.map(\.fqdn))
      draft.place(in: store, context)
      if !Product.isPlanned(context.topology[reference].serviceVersion) {
        draft.facts[.coexistingVersion] = [:]
      }
      return draft
    }
  }

  private func fileStoreDraft(_ rule: BackupRule, _ reference: Reference<Service>) -> ItemDraft? {
    guard let host = context.deployment.host(of: reference), let path = context.sharePath(of: reference) else {
      return nil
    }
    let pools = context.pools(sharing: reference)
    var draft = ItemDraft(rule: rule, scope: path, pools: pools.map(\.fqdn))
    draft.server = context.deployment[host].fqdn.text
    draft.share = path
    draft.shareName = context.topology[reference].shareName?.text
    draft.site = context.siteName(of: host)
    if context.deployment.users(of: reference).isEmpty { draft.facts[.unusedFileStore] = [:] }
    if context.deployment.users(of: reference).contains(where: {
      context.deployment.role(of: $0) == .persistentChatService
    }) {
      draft.facts[.holdsPersistentChatFiles] = [:]
    }
    if context.topology.sipDomains.contains(where: { CaselessName($0) == context.deployment[host].fqdn }) {
      draft.facts[.namedLikeSIPDomain] = ["server": context.deployment[host].fqdn.text]
    }
    return draft
  }

  private func copyDraft(_ rule: BackupRule, _ pool: Pool) -> ItemDraft {
    var draft = ItemDraft(rule: rule, scope: pool.fqdn.text, pools: [pool.fqdn])
    draft.poolName = pool.fqdn.text
    draft.site = context.siteName(of: pool.host)
    if let store = pool.fileStores.first, let host = context.deployment.host(of: store) {
      draft.server = context.deployment[host].fqdn.text
      draft.share = context.sharePath(of: store)
      draft.site = context.siteName(of: host) ?? draft.site
    }
    let folder = pool.applicationServer.flatMap { context.topology[$0].folder }
    if let share = draft.share, let folder, let subfolder = ApplicationFolder.path(for: rule.data) {
      draft.folder = "\(share)\\\(folder)\\\(subfolder)"
      draft.facts[.folderKnown] = ["folder": "\(folder)\\\(subfolder)"]
    } else {
      draft.facts[.folderUnknown] = [:]
    }
    return draft
  }

  private func deploymentDraft(_ rule: BackupRule) -> ItemDraft {
    let central = context.centralManagementStore
    var draft = ItemDraft(rule: rule, scope: PlanningContext.wholeDeployment, pools: [])
    if let store = central.store {
      draft.place(in: store, context)
      if central.authority == .policy { draft.facts[.centralManagementStoreFromPolicy] = [:] }
      if !central.passive.isEmpty {
        let names = central.passive.map { context.deployment[$0].fqdn.text }.joined(separator: ", ")
        draft.facts[.passiveCentralManagementStore] = ["passive": names]
      }
    } else {
      draft.facts[.centralManagementStoreUnknown] = [:]
    }
    return draft
  }

  private mutating func item(_ draft: ItemDraft) -> BackupItem {
    var item = draft.item(answers: context.policy.answers)
    let settings = settings.settings(for: item)
    item.schedule = settings.schedule
    item.backupSet.expiration = settings.retention
    item.destination = settings.destination
    item.owner = settings.owner
    item.rpo = settings.rpo
    item.rto = settings.rto
    if let cells = context.registerCells[item.id.lowercased()] { item.fill(cells) }
    draft.finish(&item, answers: context.policy.answers)
    return item
  }
}

extension BackupItem {
  /// What people entered for the row comes before what the policy says.
  fileprivate mutating func fill(_ cells: Register.Cells) {
    schedule = cells.schedule ?? schedule
    backupSet.name = cells.backupSetName ?? backupSet.name
    backupSet.expiration = cells.backupSetExpiration ?? backupSet.expiration
    destination = cells.destination ?? destination
    owner = cells.owner ?? owner
    rpo = cells.rpo ?? rpo
    rto = cells.rto ?? rto
    lastBackup = cells.lastBackup
    lastRestoreTest = cells.lastRestoreTest
    if let text = cells.notes { notes.append(.verbatim(text, key: "note.register")) }
  }
}

/// Folders of a pool's applications in its file store, below `<SiteId>-ApplicationServer-<Instance>`.
enum ApplicationFolder {
  static func path(for data: BackupData) -> String? {
    switch data {
    case .callParkMusicOnHold: "AppServerFiles\\CPS"
    case .announcementAudio: "AppServerFiles\\RGS\\AS"
    default: nil
    }
  }
}
