public import Diagnostics

/// One row of the catalogue: which data is backed up, where it is, with what, on whose authority.
public struct BackupRule: Sendable {
  /// What gets one row each.
  public enum Scope: String, Sendable {
    case everyPoolWithUserServices
    case everyPoolWithResponseGroups
    case everyArchivingStore
    case everyMonitoringStore
    case everyPersistentChatStore
    case everyFileStore
    case everyPairedPool
    case deployment
  }

  /// How the backup set is called when nobody named it. File names are made valid by ``BackupSetName``.
  enum Naming: Sendable, Equatable {
    case fixed(String)
    /// `<prefix>-<pool>` and an extension.
    case pool(prefix: String, fileExtension: String)
    /// `<database>-<server>[-<instance>].bak`
    case database
    /// `<database>-<server>[-<instance>].zip`, of a cmdlet that exports one database.
    case databaseExport
    /// `filestore\<server>-<share>`
    case fileStore
  }

  public let data: BackupData
  /// What the row is called in the worksheet.
  public let label: String
  public let database: String?
  public let scope: Scope
  public let tool: Phrase
  /// Absent where a person has to say what to copy.
  let command: CommandTemplate?
  let naming: Naming
  public let permission: Phrase
  /// What is lost without it, and when to back it up.
  public let why: String
  let notes: [RuleNote]
  /// Subjects on which Microsoft's pages disagree, and what we take.
  public let readings: [Reading]
  public let sources: [SourcePage]
}

extension BackupRule {
  /// What the row is called, in no language yet.
  public var name: Phrase { Self.names[data] ?? .verbatim(label) }

  private static let names = Dictionary(
    uniqueKeysWithValues: BackupCatalogue.rules.map { ($0.data, Phrase("data.\($0.data.rawValue)", $0.label)) })

  /// What the backup set of Persistent Chat is called when its own cmdlet makes it: the rule's, as an export.
  var exportNaming: Naming { naming == .database ? .databaseExport : naming }
}

/// Where Microsoft's pages disagree, and the reading taken.
public struct Reading: Sendable {
  public let key: String
  /// What one page says, and what another.
  public let disagreement: String
  /// What the worksheets print beside the row.
  public let taken: String

  /// The reading as a note of a row.
  let phrase: Phrase

  init(key: String, disagreement: String, taken: String) {
    self.key = key
    self.disagreement = disagreement
    self.taken = taken
    phrase = Phrase("reading.\(key)", taken)
  }
}

/// A note that a rule puts beside its row, where its condition holds.
struct RuleNote: Sendable {
  /// What has to be true of the row. The arguments named in the comments are filled in.
  enum Condition: Hashable, Sendable {
    case always
    /// `{mirror}`
    case mirrored
    /// `{servers}`, `{primary}`
    case alwaysOn
    case sharedByPools
    case storeUnknown
    case unusedFileStore
    /// `{server}`
    case namedLikeSIPDomain
    /// A SQL Server store of Lync Server 2010.
    case coexistingVersion
    case holdsPersistentChatFiles
    /// `{folder}`
    case folderKnown
    case folderUnknown
    case centralManagementStoreUnknown
    case centralManagementStoreFromPolicy
    /// `{passive}`
    case passiveCentralManagementStore
    /// `{destination}`
    case destinationIsWebAddress
    case nameImpossible
  }

  let condition: Condition
  let template: PhraseTemplate

  var key: String { template.key }

  init(_ condition: Condition, _ key: String, _ template: String) {
    self.condition = condition
    self.template = PhraseTemplate(key, template)
  }
}

extension RuleNote {
  /// Notes that apply to more than one kind of data.
  static let unusedFileStoreKey = "note.unusedFileStore"

  static let mirrored = RuleNote(
    .mirrored, "note.mirrored",
    "Mirrored to {mirror}. A mirror is availability, not a backup; the row names the principal.")
  static let alwaysOn = RuleNote(
    .alwaysOn, "note.alwaysOn",
    "AlwaysOn availability group of {servers}; {primary} was the primary node when the topology was exported. "
      + "Replicas are availability, not a backup.")
  static let shared = RuleNote(
    .sharedByPools, "note.shared", "One store for several pools: losing it stops all of them.")
  static let refusesExistingFile = RuleNote(
    "note.refusesExistingFile", "The cmdlet does not overwrite a file: use a new folder for every run.")
  static let storeUnknown = RuleNote(
    .storeUnknown, "note.storeUnknown", "The topology does not resolve the store of this pool: find out its server.")
  static let coexistingVersion = RuleNote(
    .coexistingVersion, "note.coexistingVersion",
    "A store of Lync Server 2010: the SQL Server backup holds, restore by the procedures of that version.")
  static let nameImpossible = RuleNote(
    .nameImpossible, "note.nameImpossible",
    "A name in this row cannot be that of a server, instance or share: no command is printed.")
  static let webAddress = RuleNote(
    .destinationIsWebAddress, "note.webAddress",
    "The destination is a web address: the command writes to $Backup, copy the file to {destination} afterwards.")
  static let centralManagementStoreUnknown = RuleNote(
    .centralManagementStoreUnknown, "note.centralManagementStoreUnknown",
    "No active Central Management store is known: answer the question in the policy.")
  static let centralManagementStoreFromPolicy = RuleNote(
    .centralManagementStoreFromPolicy, "note.centralManagementStoreFromPolicy",
    "The policy names the pool of the Central Management store; its user store's SQL Server instance is taken.")
  static let passiveCentralManagementStore = RuleNote(
    .passiveCentralManagementStore, "note.passiveCentralManagementStore",
    "The standby copy on {passive} is replication, not a backup, and needs none of its own.")

  private init(_ key: String, _ template: String) { self.init(.always, key, template) }
}
