internal import Diagnostics

/// Every procedure, by name.
enum RestorationCatalogue {
  static let rules: [ProcedureRule] = ServerProcedures.rules + StoreProcedures.rules + PairProcedures.rules

  private static let rulesByProcedure = Dictionary(rules.map { ($0.procedure, $0) }) { first, _ in first }

  static func rule(for procedure: RestorationProcedure) -> ProcedureRule? { rulesByProcedure[procedure] }

  /// The order of restoring, as ranks: what comes later may need what came before. Microsoft's pages order the Central
  /// Management store, back ends and Front End Servers; the rest is derived from which services use which.
  static func rank(_ procedure: RestorationProcedure, of kind: Component.Kind?) -> Int {
    switch procedure {
    case .poolFailover: 5
    case .centralManagementStore, .fileStore: 10
    case .backEndServer, .mirroredBackEndPrimary, .mirroredBackEndMirror, .standardEditionServer: 20
    case .memberServer: memberRank(kind)
    case .pool: memberRank(kind) + 5
    case .responseGroupSettings: 40
    case .persistentChatDatabase: 65
    case .archivingDatabase, .monitoringDatabase: 90
    case .poolFailback: 95
    case .abcFailover: 100
    }
  }

  private static func memberRank(_ kind: Component.Kind?) -> Int {
    switch kind {
    case .directorPool: 50
    case .mediationPool: 60
    case .persistentChatPool: 70
    case .edgePool: 80
    default: 30
    }
  }
}

extension Restoration {
  /// The command of a step with words in place of names, as it stands for many restorations of one form. `word` is
  /// given the name of a placeholder, such as `pool`.
  public func commandForm(of step: RestorationStep, naming word: (String) -> String) -> String? {
    commandTemplate(of: step)?.form { word($0.rawValue) }
  }

  /// Whether a name that is no name keeps a step from having a command.
  public var lacksCommands: Bool { steps.contains { $0.command == nil && commandTemplate(of: $0) != nil } }

  private func commandTemplate(of step: RestorationStep) -> CommandTemplate? {
    RestorationCatalogue.rule(for: procedure)?.commands[step.text.template]
  }

  /// Every placeholder that ``commandForm(of:naming:)`` and the sentences of restorations can name.
  public static var placeholders: [String] { NameSlot.allCases.map(\.rawValue) }
}

extension RestorationProcedure {
  /// Keys of the sentences of its steps, in order, whatever their conditions.
  public var stepKeys: [String] {
    (RestorationCatalogue.rule(for: self)?.steps ?? []).map(\.sentence.template.key)
  }

  /// Keys of those that are repeated for each of several names, or for none.
  public var repeatedStepKeys: Set<String> { RestorationCatalogue.rule(for: self)?.repeatedStepKeys ?? [] }
}
