internal import Diagnostics

/// Every rule in one form, for people: what it asks, why, on whose authority, how to waive it.
public struct RuleExplanation: Sendable {
  /// What kind of rule it is.
  public enum Kind: String, Sendable, CaseIterable {
    case backup
    case exclusion
    case requirement
    case question
    case finding
    case control
  }

  /// Unique in the catalogue; what `rules explain` takes.
  public let id: String
  public let kind: Kind
  /// One line.
  public let title: String
  /// Paragraphs, each with its name: `why`, `applies to`, `reading` …
  public let details: [Detail]
  public let sources: [SourcePage]

  public init(id: String, kind: Kind, title: String, details: [Detail], sources: [SourcePage]) {
    self.id = id
    self.kind = kind
    self.title = title
    self.details = details
    self.sources = sources
  }

  /// A named paragraph of an explanation.
  public struct Detail: Sendable {
    public let name: String
    public let text: String

    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }
}

/// The catalogues of planning as one list. The audit has controls besides.
public enum RuleCatalogue {
  public static let all: [RuleExplanation] =
    BackupCatalogue.rules.map(explanation) + ExclusionCatalogue.rules.map(explanation)
    + RequirementCatalogue.rules.map(explanation) + QuestionCatalogue.rules.map(explanation)
    + FindingCatalogue.rules.map(explanation)

  /// The rule named `id`, without regard to case.
  public static func rule(named id: String) -> RuleExplanation? {
    let wanted = id.lowercased()
    return all.first { $0.id.lowercased() == wanted }
  }

  private static func explanation(of rule: BackupRule) -> RuleExplanation {
    var details = [
      RuleExplanation.Detail(name: "Why", text: rule.why),
      .init(name: "One row for", text: rule.scope.text),
      .init(name: "Tool", text: rule.tool.text),
      .init(name: "Permission", text: rule.permission.text),
    ]
    details += rule.readings.map { .init(name: "Pages disagree", text: "\($0.disagreement) Taken: \($0.taken)") }
    details.append(.init(name: "To waive", text: "waivers: [{rule: …, item: \"\(rule.data.rawValue):*\", …}]"))
    return RuleExplanation(
      id: rule.data.rawValue, kind: .backup,
      title: rule.database.map { "\(rule.label): \($0)" } ?? rule.label, details: details, sources: rule.sources)
  }

  private static func explanation(of rule: ExclusionRule) -> RuleExplanation {
    RuleExplanation(
      id: rule.id, kind: .exclusion, title: "\(rule.database) needs no backup",
      details: [.init(name: "Why", text: rule.reason), .init(name: "Where", text: rule.place.text)],
      sources: rule.sources)
  }

  private static func explanation(of rule: RequirementRule) -> RuleExplanation {
    RuleExplanation(
      id: rule.kind, kind: .requirement,
      title: "also to be backed up: " + rule.subjects.map(\.text).joined(separator: "; "),
      details: [
        .init(name: "What", text: rule.text),
        .init(name: "Applies to", text: rule.subjects.map(\.text).joined(separator: "; ")),
        .init(
          name: "Authority",
          text: rule.isAddition ? "our addition, not on Microsoft's list" : "Microsoft's list of further requirements"),
      ], sources: rule.sources)
  }

  private static func explanation(of rule: QuestionRule) -> RuleExplanation {
    RuleExplanation(
      id: "question-\(rule.question.rawValue)", kind: .question, title: "asked for: \(rule.condition)",
      details: [.init(name: "Question", text: rule.text), .init(name: "Answered by", text: rule.answeredBy)],
      sources: rule.sources)
  }

  private static func explanation(of rule: FindingRule) -> RuleExplanation {
    let id = rule.finding.rawValue
    return RuleExplanation(
      id: id, kind: .finding, title: "\(rule.severity.rawValue): \(rule.remedy)",
      details: [
        .init(name: "Meaning", text: rule.meaning),
        .init(name: "Severity", text: rule.severity.rawValue), .init(name: "Remedy", text: rule.remedy),
        .init(name: "To waive", text: "waivers: [{rule: \(id), item: …, reason: …, approver: …, expires: …}]"),
      ], sources: rule.sources)
  }
}

extension BackupRule.Scope {
  var text: String {
    switch self {
    case .everyPoolWithUserServices: "every pool with UserServices"
    case .everyPoolWithResponseGroups: "every pool that runs the Response Group application"
    case .everyArchivingStore: "every ArchivingStore"
    case .everyMonitoringStore: "every MonitoringStore"
    case .everyPersistentChatStore: "every PersistentChatStore"
    case .everyFileStore: "every FileStore"
    case .everyPairedPool: "every paired pool"
    case .deployment: "the deployment"
    }
  }
}

extension ExclusionRule.Place {
  var text: String {
    switch self {
    case .everyFrontEndServer(let instance): "\(instance) on every Front End Server"
    case .everyLyncServer(let instance): "\(instance) on every server with a replica of the Central Management store"
    case .userStore: "the SQL Server instance of every UserStore"
    case .applicationStore: "the SQL Server instance of every ApplicationStore"
    case .persistentChatComplianceStore: "the SQL Server instance of every PersistentChatComplianceStore"
    }
  }
}

extension RequirementRule.Subjects {
  var text: String {
    switch self {
    case .deployment: "the deployment"
    case .everyLyncServer: "every Lync server"
    case .everyGatewayAndBranchAppliance: "every PSTN gateway and Survivable Branch Appliance"
    case .everyCoexistingPool: "every pool of Lync Server 2010"
    case .everyEdgePool: "every Edge pool"
    case .everyPoolOfSeveralServers: "every pool with more than one server"
    case .everyPoolWithWebServices: "every pool with WebServices"
    case .everyDNSName: "every pool's name, SIP domain and simple URL"
    case .everyOfficeWebAppsServer: "every Office Web Apps Server"
    case .everyTrustedApplicationPool: "every trusted application pool"
    case .everyComplianceStoreWithoutAdapter: "every PersistentChatComplianceStore, where no adapter empties it"
    }
  }
}
