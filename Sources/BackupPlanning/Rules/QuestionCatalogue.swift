internal import Diagnostics

/// What a topology cannot say. The raw values are the ids and the keys of `answers:` in the policy.
public enum PlanningQuestion: String, Sendable, CaseIterable {
  case centralManagementStore
  case archivingInExchange
  case complianceAdapter
  case persistentChatBackup
  case exchange
  case operationsManager

  /// The answers that the policy can give, as it writes them; empty where it is a name.
  public var choices: [String] {
    switch self {
    case .centralManagementStore: []
    case .persistentChatBackup: PolicyAnswers.PersistentChatBackup.allCases.map(\.rawValue)
    case .archivingInExchange, .complianceAdapter, .exchange, .operationsManager: ["true", "false"]
    }
  }
}

/// A question, when it arises, and what the answer changes.
public struct QuestionRule: Sendable {
  public let question: PlanningQuestion
  /// When it is asked.
  public let condition: String
  public let text: String
  /// Where the policy answers it.
  public let answeredBy: String
  public let sources: [SourcePage]

  /// The question alone.
  var phrase: Phrase { Phrase("question.\(question.rawValue)", text) }

  /// Where to answer it: keys of the policy, and its values in words.
  var placeInPolicy: Phrase { Phrase("policyKey.\(question.rawValue)", answeredBy) }

  /// The question, and where to answer it.
  var openPhrase: Phrase { Phrase(Self.open, ["question": .phrase(phrase), "key": .phrase(placeInPolicy)]) }

  static let open = PhraseTemplate("question.open", "{question} Answer it in the policy, under {key}.")
}

/// Every question that a plan can hold.
public enum QuestionCatalogue {
  public static let rules: [QuestionRule] = [
    QuestionRule(
      question: .centralManagementStore, condition: "no active Central Management store in the topology",
      text: "Which pool hosts the Central Management store? The topology names no active one.",
      answeredBy: "centralManagementStore: pool",
      sources: [.coreData]),
    QuestionRule(
      question: .archivingInExchange, condition: "an archiving store",
      text: "Is archiving data kept in Exchange instead of LcsLog? If it is, Exchange's backup takes the place of the "
        + "archiving row.",
      answeredBy: "answers: archivingInExchange",
      sources: [.dataRequirements]),
    QuestionRule(
      question: .complianceAdapter, condition: "a Persistent Chat compliance store",
      text: "Is a compliance adapter configured that reads and empties mgccomp? Without one the data stays there and "
        + "needs a backup.",
      answeredBy: "answers: complianceAdapter",
      sources: [.dataRequirements, .worksheets]),
    QuestionRule(
      question: .persistentChatBackup, condition: "a Persistent Chat store",
      text: "Is Persistent Chat backed up in SQL Server or with Export-CsPersistentChatData?",
      answeredBy: "answers: persistentChatBackup (sqlServer or exportCsPersistentChatData)",
      sources: [.persistentChat]),
    QuestionRule(
      question: .exchange, condition: "always",
      text: "Does the deployment use Exchange (Unified Messaging, unified contact store, photos, archiving)?",
      answeredBy: "answers: exchange",
      sources: [.dataRequirements]),
    QuestionRule(
      question: .operationsManager, condition: "always",
      text: "Does System Center Operations Manager watch the deployment?",
      answeredBy: "answers: operationsManager",
      sources: [.dataRequirements]),
  ]

  static func rule(for question: PlanningQuestion) -> QuestionRule? { rules.first { $0.question == question } }
}
