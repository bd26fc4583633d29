public import Diagnostics
public import Topology

/// What an organisation decides once about its backups. Read from YAML by ``PolicyReader``.
public struct Policy: Sendable, Equatable {
  /// The name of the YAML form and its version.
  public static let schema = "backup-worksheets/policy/1"

  public var organization: String?
  public var houseStyle = HouseStyle()
  /// For every item.
  public var defaults = ItemSettings()
  /// For every item of one kind of data.
  public var dataDefaults: [BackupData: ItemSettings] = [:]
  /// In the order of the file.
  public var overrides: [PolicyOverride] = []
  public var answers = PolicyAnswers()
  public var centralManagementStore: CentralManagementStoreAnswer?
  public var additional: [AdditionalRequirement] = []
  /// The pool that would take the place of a lost one, by the lost one's name.
  public var replacementPools: [CaselessName: ReplacementPool] = [:]
  public var waivers: [Waiver] = []
  /// Settings of controls, by the id of their rule.
  public var controls: [String: ControlSetting] = [:]

  public init() {}
}

/// The cells that a policy can fill. Absent where it does not.
public struct ItemSettings: Sendable, Equatable {
  public var schedule: String?
  /// Fills the expiration of the backup set.
  public var retention: String?
  public var destination: String?
  public var owner: String?
  public var rpo: String?
  public var rto: String?

  /// These settings, with what they leave open taken from `fallback`.
  func filled(from fallback: ItemSettings) -> ItemSettings {
    ItemSettings(
      schedule: schedule ?? fallback.schedule, retention: retention ?? fallback.retention,
      destination: destination ?? fallback.destination, owner: owner ?? fallback.owner, rpo: rpo ?? fallback.rpo,
      rto: rto ?? fallback.rto)
  }
}

/// Settings for the items that match.
public struct PolicyOverride: Sendable, Equatable {
  /// All of the given ones have to match. Globs: `*` matches anything; case does not count.
  public struct Match: Sendable, Equatable {
    public var data: BackupData?
    public var item: Glob?
    public var pool: Glob?
    public var server: Glob?
    public var site: Glob?
    public var worksheet: WorksheetKind?
  }

  public var match: Match
  public var settings: ItemSettings
  public var location: SourceLocation
}

/// Answers to what a topology cannot say; nil for a question that stays open.
public struct PolicyAnswers: Sendable, Equatable {
  /// How Persistent Chat is backed up.
  public enum PersistentChatBackup: String, Sendable, CaseIterable {
    case sqlServer
    case exportCsPersistentChatData
  }

  public var archivingInExchange: Bool?
  public var complianceAdapter: Bool?
  public var persistentChatBackup: PersistentChatBackup?
  public var exchange: Bool?
  public var operationsManager: Bool?

  /// The answer in the words of the policy.
  func phrase(for question: PlanningQuestion) -> Phrase? {
    switch question {
    case .archivingInExchange: archivingInExchange.map(Self.phrase)
    case .complianceAdapter: complianceAdapter.map(Self.phrase)
    case .exchange: exchange.map(Self.phrase)
    case .operationsManager: operationsManager.map(Self.phrase)
    case .persistentChatBackup: (persistentChatBackup?.rawValue).map { .verbatim($0) }
    case .centralManagementStore: nil
    }
  }

  private static func phrase(_ answer: Bool) -> Phrase { Phrase(answer ? Terms.yes : Terms.no) }
}

/// Where the Central Management store is, when the topology does not say.
public struct CentralManagementStoreAnswer: Sendable, Equatable {
  /// FQDN of the pool.
  public var pool: String
  public var location: SourceLocation
}

/// A pool that would take the place of a lost one.
public struct ReplacementPool: Sendable, Equatable {
  public var fqdn: String
  public var location: SourceLocation
}

/// A further requirement of the organisation.
public struct AdditionalRequirement: Sendable, Equatable {
  public var what: String
  /// A server or name; nil where it concerns the deployment.
  public var subject: String?
}

/// A finding that somebody has agreed to live with, for a time.
public struct Waiver: Sendable, Equatable {
  public var rule: String
  /// The items it covers; nil for all.
  public var item: Glob?
  public var reason: String
  /// A waiver without one waives nothing.
  public var approver: String?
  /// The last day on which it holds, `yyyy-mm-dd`.
  public var expires: String?
  public var location: SourceLocation
}

/// How the policy changes one control.
public enum ControlSetting: Sendable, Equatable {
  case off
  /// Names and values as written.
  case parameters([String: String])
}
