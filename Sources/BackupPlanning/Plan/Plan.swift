public import Diagnostics

/// What a deployment needs to be backed up and restored. Its JSON form is `plan.json`.
public struct Plan: Sendable, Equatable {
  /// The name of the JSON form and its version.
  public static let schema = "backup-worksheets/plan/1"

  public var topology: DeploymentSummary
  public var components: [Component]
  public var backupItems: [BackupItem]
  public var exclusions: [Exclusion]
  public var otherRequirements: [OtherRequirement]
  public var questions: [Question]
  public var restorations: [Restoration]
  /// What stops when one thing is lost, and what restores it; for people, not part of `plan.json`.
  public var lostComponents: [LostComponent]
  public var findings: [Finding]
  /// What the policy decided that the topology could not say; for people, not part of `plan.json`.
  public var answers: [AnsweredQuestion]
  /// `organization` of the policy.
  public var organization: String?
}

/// What the whole deployment is.
public struct DeploymentSummary: Sendable, Equatable {
  /// A site as the plan names it.
  public struct Site: Sendable, Equatable {
    public var id: String?
    public var name: String?
    /// `central` or `branch`.
    public var kind: String
    /// The id of a branch site's central site.
    public var parent: String?
  }

  /// `topologyBuilder`, `publishedTopology` or `configurationExport`.
  public var format: String
  public var isPublished: Bool
  public var defaultSIPDomain: String?
  public var sipDomains: [String]
  public var sites: [Site]
}

/// A database that needs no backup, where it is, and why.
public struct Exclusion: Sendable, Equatable {
  public var database: String
  public var server: String
  /// Absent for the default instance.
  public var instance: String?
  public var reason: Phrase
  public var sources: [SourcePage]
}

/// Something outside Lync's own data that has to be backed up too.
public struct OtherRequirement: Sendable, Equatable {
  /// Such as `certificates`; `additional` for the organisation's own.
  public var kind: String
  /// A server, pool, gateway or name; `deployment` where it concerns all of it.
  public var subject: String
  /// Whether it is ours or the organisation's and not on Microsoft's list.
  public var isAddition: Bool
  /// What to do.
  public var text: Phrase
  public var sources: [SourcePage]
}

/// Something the topology cannot say and a person has to answer.
public struct Question: Sendable, Equatable {
  public var id: String
  public var subject: String
  public var text: Phrase
}

/// A question that the policy answers.
public struct AnsweredQuestion: Sendable, Equatable {
  public var id: String
  public var question: Phrase
  public var answer: Phrase
}

/// Something about the deployment that deserves attention.
public struct Finding: Sendable, Equatable {
  public var rule: String
  public var severity: Diagnostic.Severity
  /// The id of a component or item, the key of a service, or `deployment`.
  public var subject: String
  /// What people call the subject, where the id is words.
  public var subjectName: Phrase?
  public var message: Phrase
  public var remedy: Phrase
  /// Line of the topology file, where one is to blame.
  public var line: Int?
}
