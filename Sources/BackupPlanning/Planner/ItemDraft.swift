internal import Diagnostics
internal import Topology

/// A row while it is being put together: its rule, its place, and what is true of it.
struct ItemDraft {
  let rule: BackupRule
  let id: String
  private var pools: [CaselessName]
  /// The pool that the command runs for.
  var poolName: String?
  var server: String?
  var instance: String?
  var share: String?
  var shareName: String?
  /// UNC path of a folder below the share.
  var folder: String?
  var site: String?
  /// What is true of the row, with the names that the notes about it need.
  var facts: [RuleNote.Condition: KeyValuePairs<String, String>] = [.always: [:]]

  init(rule: BackupRule, scope: String, pools: [CaselessName]) {
    self.rule = rule
    self.pools = pools
    id = "\(rule.data.rawValue):\(scope.lowercased())"
  }

  mutating func merge(_ other: ItemDraft) {
    pools += other.pools
    site = site ?? other.site
    if other.facts[.unusedFileStore] == nil { facts[.unusedFileStore] = nil }
    facts.merge(other.facts.filter { $0.key != .unusedFileStore }) { mine, _ in mine }
  }

  /// The server and instance of `store`, and what is to be said about them.
  mutating func place(in store: Store, _ context: PlanningContext) {
    server = store.server
    instance = store.instance
    site = context.siteName(of: store.host)
    if !store.mirrors.isEmpty { facts[.mirrored] = ["mirror": store.mirrors.joined(separator: ", ")] }
    if let primary = store.alwaysOnPrimaryNode {
      let servers = context.deployment[store.host].machines.map(\.text).joined(separator: ", ")
      facts[.alwaysOn] = ["servers": servers, "primary": primary]
    }
    if site == nil { site = pools.first.flatMap(context.deployment.host).flatMap(context.siteName) }
  }

  /// The row, with its cells for people still empty.
  func item(answers: PolicyAnswers) -> BackupItem {
    let pools = pools.removingDuplicates().map(\.text).sortedByKey { [$0] }
    let exportsChat = exportsPersistentChat(answers)
    return BackupItem(
      id: id, data: rule.data, database: rule.database, server: server, instance: instance, share: share, site: site,
      pools: pools, tool: tool(answers), command: nil,
      permission: permission(answers), schedule: nil,
      backupSet: BackupSet(
        name: BackupSetName.name(
          exportsChat ? rule.exportNaming : rule.naming, of: rule, pool: poolName, server: server, instance: instance,
          share: shareName),
        expiration: nil),
      destination: nil, owner: nil, rpo: nil, rto: nil, lastBackup: nil,
      lastRestoreTest: nil, notes: [], sources: rule.sources)
  }

  /// Adds what depends on the cells: the command, which writes to the destination, and the notes.
  func finish(_ item: inout BackupItem, answers: PolicyAnswers) {
    var facts = facts
    if item.pools.count > 1 { facts[.sharedByPools] = [:] }
    if let destination = item.destination, destination.contains("://") {
      facts[.destinationIsWebAddress] = ["destination": destination]
    }
    let names = Names([
      .pool: poolName, .server: server, .instance: instance,
      .sqlInstance: server.map { Store.name(server: $0, instance: instance) }, .share: share, .folder: folder,
    ])
    if names.arePossible {
      let template = exportsPersistentChat(answers) ? BackupCatalogue.chatExport : rule.command
      item.command = template?.command(
        with: names.adding(
          Names([
            .database: rule.database, .backupSet: item.backupSet.name, .destination: item.destination,
          ])))
    } else {
      facts[.nameImpossible] = [:]
    }
    item.notes = rule.readings.map(\.phrase) + item.notes
    for note in rule.notes + [.webAddress, .nameImpossible] {
      if let arguments = facts[note.condition] {
        item.notes.append(Phrase(note.template, arguments.map { Phrase.Argument(name: $0, value: .text($1)) }))
      }
    }
  }

  private func exportsPersistentChat(_ answers: PolicyAnswers) -> Bool {
    rule.data == .persistentChat && answers.persistentChatBackup == .exportCsPersistentChatData
  }

  private func permission(_ answers: PolicyAnswers) -> Phrase {
    guard rule.data == .persistentChat, let answer = answers.persistentChatBackup else { return rule.permission }
    return answer == .sqlServer ? Terms.sqlServerBackup : Terms.chatExport
  }

  private func tool(_ answers: PolicyAnswers) -> Phrase {
    guard rule.data == .persistentChat, let answer = answers.persistentChatBackup else { return rule.tool }
    return answer == .sqlServer ? Terms.sqlServerTool : .verbatim(CommandProgram.exportPersistentChatData.name)
  }
}
