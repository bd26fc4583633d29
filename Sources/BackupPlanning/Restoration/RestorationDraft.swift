internal import Diagnostics

/// A restoration while it is being put together: which procedure, for what, and what is true of it.
struct RestorationDraft {
  let procedure: RestorationProcedure
  let target: String
  /// The kind of the pool a server belongs to, which decides its place in the order.
  var kind: Component.Kind?
  var site: String?
  var names = Names()
  var conditions: StepConditions = [.always, .notEdge]
  var elements: [StepRepetition: [Names]] = [:]
  /// Ids of the backup items that it uses.
  var needs: [String] = []
  /// Ids of restorations that may come before it; those that do not exist, or do not come before, are left out.
  var after: [String] = []

  init(_ procedure: RestorationProcedure, _ target: String) {
    self.procedure = procedure
    self.target = target
  }

  var id: String { Self.id(procedure, target) }

  var rank: Int { RestorationCatalogue.rank(procedure, of: kind) }

  static func id(_ procedure: RestorationProcedure, _ target: String) -> String {
    "\(procedure.rawValue):\(target.lowercased())"
  }

  /// Lets the steps for `repetition` use a backup item, and notes that it is needed.
  mutating func use(_ item: BackupItem, for repetition: StepRepetition) {
    needs.append(item.id)
    elements[repetition, default: []].append(
      Names([
        .pool: item.data == .userData || item.data == .responseGroupConfiguration ? item.pools.first : nil,
        .server: item.server, .instance: item.instance,
        .sqlInstance: item.server.map { Store.name(server: $0, instance: item.instance) }, .database: item.database,
        .share: item.share, .backupSet: item.backupSet.name, .destination: item.destination,
      ]))
  }

  /// Whether its own steps bring back the file store that a restoration is for.
  func restoresFileStore(_ restoration: String) -> Bool {
    needs.contains {
      RestorationDraft.id(.fileStore, String($0.dropFirst("\(BackupData.fileStore.rawValue):".count))) == restoration
    }
  }

  /// The restoration, with its steps written out.
  /// - Parameters:
  ///   - ranks: The rank of every restoration of the plan, by id.
  ///   - unplanned: The ids of backup items without schedule or destination.
  func restoration(ranks: [String: Int], unplanned: Set<String>) -> Restoration? {
    guard let rule = RestorationCatalogue.rule(for: procedure) else { return nil }
    let needs = needs.removingDuplicates()
    let namesArePossible = namesArePossible
    return Restoration(
      id: id, procedure: procedure, target: target, site: site,
      purpose: names.phrase(rule.purpose), priority: rank, needs: needs,
      unplannedNeeds: needs.filter(unplanned.contains),
      after: after.removingDuplicates().filter { (ranks[$0] ?? rank) < rank }.sorted(), permissions: rule.permissions,
      prerequisites: phrases(rule.prerequisites), steps: steps(of: rule, namesArePossible),
      cautions: phrases(rule.cautions)
        + (namesArePossible ? [] : [names.phrase(Self.nameImpossible.sentence)]),
      sources: rule.sources)
  }

  static let nameImpossible = Remark(
    "caution.nameImpossible",
    "A name in this procedure cannot be that of a server, instance or share: the commands with it are left out.")

  private var namesArePossible: Bool {
    names.arePossible && elements.values.allSatisfy { $0.allSatisfy(\.arePossible) }
  }

  private func phrases(_ remarks: [Remark]) -> [Phrase] {
    remarks.filter { conditions.contains($0.condition) }.map { names.phrase($0.sentence) }
  }

  private func steps(of rule: ProcedureRule, _ namesArePossible: Bool) -> [RestorationStep] {
    var steps: [RestorationStep] = []
    let repeated = elements.mapValues { $0.map(names.adding) }
    for template in rule.steps where conditions.contains(template.condition) {
      for names in template.repetition == .once ? [names] : repeated[template.repetition] ?? [] {
        steps.append(
          RestorationStep(
            number: steps.count + 1,
            text: names.phrase(template.sentence),
            // Looked at one by one only where something is wrong with one of them.
            command: namesArePossible || names.arePossible ? template.command?.command(with: names) : nil,
            place: template.place))
      }
    }
    return steps
  }
}
