internal import Diagnostics

/// Every procedure, by name.
enum RestorationCatalogue {
  static let rules: [ProcedureRule] = ServerProcedures.rules + StoreProcedures.rules + PairProcedures.rules

  static func rule(for procedure: RestorationProcedure) -> ProcedureRule? {
    rules.first { $0.procedure == procedure }
  }

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
    let template = RestorationCatalogue.rule(for: procedure)?.steps.first { "step.\($0.key)" == step.text.key }
    return template?.command?.form { word($0.rawValue) }
  }

  /// Every placeholder that ``commandForm(of:naming:)`` and the sentences of restorations can name.
  public static var placeholders: [String] { NameSlot.allCases.map(\.rawValue) }
}

extension RestorationProcedure {
  /// Keys of the sentences of its steps, in order, whatever their conditions.
  public var stepKeys: [String] { templates.map { "step.\($0.key)" } }

  /// Keys of those that are repeated for each of several names, or for none.
  public var repeatedStepKeys: Set<String> {
    Set(templates.filter { $0.repetition != .once }.map { "step.\($0.key)" })
  }

  private var templates: [StepTemplate] { RestorationCatalogue.rule(for: self)?.steps ?? [] }
}
