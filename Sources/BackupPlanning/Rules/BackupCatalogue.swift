internal import Diagnostics

/// The rules of what is backed up, one a kind of data, in the order of the worksheets.
public enum BackupCatalogue {
  public static let rules: [BackupRule] = databaseRules + fileStoreRules + settingsRules

  /// The rule of a kind of data.
  public static func rule(for data: BackupData) -> BackupRule? { rulesByData[data] }

  private static let rulesByData = Dictionary(rules.map { ($0.data, $0) }) { first, _ in first }

  /// A full backup of one database by SQL Server's own cmdlet; any other SQL Server tool does as well.
  static let sqlBackup = CommandTemplate(
    .backupSqlDatabase,
    [
      .parameter("ServerInstance", .sqlInstance), .parameter("Database", .database),
      .parameter("BackupFile", .backupSet),
    ])

  /// Persistent Chat by its own cmdlet, where the policy chooses it.
  static let chatExport = CommandTemplate(
    .exportPersistentChatData, [.parameter("DBInstance", .sqlInstance), .parameter("FileName", .backupSet)])

  private static let sqlServiceWrites = RuleNote(
    .always, "note.sqlServiceWrites",
    "SQL Server's service account writes the file: it needs write access to the destination.")

  private static let databaseRules: [BackupRule] = [
    BackupRule(
      data: .userData, label: "User data", database: "rtcxds", scope: .everyPoolWithUserServices,
      tool: .verbatim("Export-CsUserData"),
      command: CommandTemplate(.exportUserData, [.parameter("PoolFqdn", .pool), .parameter("FileName", .backupSet)]),
      naming: .pool(prefix: "UserData", fileExtension: ".zip"), permission: Terms.administrators,
      why: "Contacts, scheduled conferences, Conference IDs and user settings of the pool. A loss back to the last "
        + "export can be borne by most; export more often where Contacts lists matter.",
      notes: [.shared, .mirrored, .alwaysOn, .storeUnknown],
      readings: [
        Reading(
          key: "rtcxds",
          disagreement: "The worksheet page calls it the Rtc database; the requirements, tools and database pages "
            + "name Rtcxds on the Back End Server.",
          taken: "Rtc in Microsoft's worksheet; the database on the back end is rtcxds.")
      ],
      sources: [.dataRequirements, .toolsAndPermissions, .coreData]),
    BackupRule(
      data: .archiving, label: "Archiving", database: "LcsLog", scope: .everyArchivingStore, tool: Terms.sqlServerTool,
      command: sqlBackup, naming: .database, permission: Terms.sqlServerBackup,
      why: "Archived messages and conferences. How often, and for how long, is for the regulation that applies.",
      notes: [
        .shared, .mirrored, .alwaysOn, .coexistingVersion, sqlServiceWrites,
        RuleNote(
          .always, "note.archivingInExchange",
          "Does not hold what is archived in Exchange: its own backup does, and data cannot be moved between the two."),
      ],
      readings: [],
      sources: [.dataRequirements, .toolsAndPermissions, .archivingAndMonitoring]),
    BackupRule(
      data: .callDetailRecords, label: "Monitoring: call detail records", database: "LcsCDR",
      scope: .everyMonitoringStore, tool: Terms.sqlServerTool, command: sqlBackup, naming: .database,
      permission: Terms.sqlServerBackup,
      why: "Usage of voice, messages and meetings; often kept for billing or by regulation.",
      notes: [.shared, .mirrored, .alwaysOn, .coexistingVersion, sqlServiceWrites], readings: [],
      sources: [.dataRequirements, .toolsAndPermissions, .archivingAndMonitoring]),
    BackupRule(
      data: .qualityOfExperience, label: "Monitoring: quality of experience", database: "QoEMetrics",
      scope: .everyMonitoringStore, tool: Terms.sqlServerTool, command: sqlBackup, naming: .database,
      permission: Terms.sqlServerBackup,
      why: "Measured media quality. Back up as the business needs it.",
      notes: [.shared, .mirrored, .alwaysOn, .coexistingVersion, sqlServiceWrites],
      readings: [
        Reading(
          key: "qoeMetrics",
          disagreement: "One cmdlet page calls the database LcsQoEMetrics, every other page QoEMetrics.",
          taken: "One page says LcsQoEMetrics; the database is QoEMetrics.")
      ],
      sources: [.dataRequirements, .toolsAndPermissions, .archivingAndMonitoring]),
    BackupRule(
      data: .persistentChat, label: "Persistent Chat", database: "mgc", scope: .everyPersistentChatStore,
      tool: Terms.sqlServerToolOrChatExport, command: sqlBackup, naming: .database,
      permission: Terms.sqlServerBackupOrChat,
      why: "Chat rooms and what was said in them: often critical to the business. A restore goes back to the last "
        + "full backup, not to the point of failure.",
      notes: [
        .shared, .mirrored, .alwaysOn,
        RuleNote(
          .always, "note.persistentChatSize",
          "A SQL Server backup can take about 20 times the space of the exported file. Restore with the counterpart "
            + "of the tool that made the backup."),
        RuleNote(
          .always, "note.persistentChatFiles",
          "Files posted to rooms are in the file store of the pool, in its own row."),
      ],
      readings: [
        Reading(
          key: "mgc",
          disagreement: "The requirements page names mgd, the tools page Mgc and Mgs, the schema and installation "
            + "pages mgc.",
          taken: "Also called mgd or Mgs on Microsoft's pages; the database is mgc.")
      ],
      sources: [.dataRequirements, .toolsAndPermissions, .persistentChat]),
  ]

  private static func abcCopy(
    _ data: BackupData, _ label: String, command: CommandTemplate?, why: String, notes: [RuleNote]
  ) -> BackupRule {
    BackupRule(
      data: data, label: label, database: nil, scope: .everyPairedPool, tool: .verbatim("Robocopy"), command: command,
      naming: .pool(prefix: data.rawValue, fileExtension: ""), permission: Terms.administrators, why: why, notes: notes,
      readings: [], sources: [.abcCopies])
  }

  private static let copyFolder = CommandTemplate(
    .robocopy,
    [.positional(.folder), .positional(.backupSet), .word("/E"), .word("/R:2"), .word("/W:5")])

  private static let folderNotes = [
    RuleNote(.folderKnown, "note.folder", "Folder: {folder}"),
    RuleNote(
      .folderUnknown, "note.folderUnknown",
      "The folder has no number before the topology is published: "
        + "<SiteId>-ApplicationServer-<Instance>\\AppServerFiles in the share."),
    RuleNote(
      .always, "note.abcCopy",
      "The Backup Service of the pair does not copy it; needed before the pool is rebuilt from its pair."),
  ]

  private static let fileStoreRules: [BackupRule] = [
    BackupRule(
      data: .fileStore, label: "Lync file store", database: nil, scope: .everyFileStore, tool: .verbatim("Robocopy"),
      command: CommandTemplate(
        .robocopy,
        [
          .positional(.share), .positional(.backupSet), .word("/E"), .word("/XF"), .word("Meeting.Active"),
          .word("/R:2"), .word("/W:5"),
        ]),
      naming: .fileStore, permission: Terms.administrators,
      why: "Meeting content, compliance logs, device updates, audio files of Response Group, Call Park and "
        + "Announcements, files posted to chat rooms.",
      notes: [
        .shared,
        RuleNote(
          .always, "note.meetingActive", "Files named Meeting.Active are locked while a meeting runs and are left out."),
        RuleNote(
          .always, "note.samePath", "Restore to the same path and share under the same name."),
        RuleNote(
          .holdsPersistentChatFiles, "note.holdsPersistentChatFiles", "Holds the files posted to chat rooms as well."),
        RuleNote(
          .unusedFileStore, RuleNote.unusedFileStoreKey,
          "No pool uses it. Find out what it holds, then remove it in Topology Builder or keep the row."),
        RuleNote(
          .namedLikeSIPDomain, "note.namedLikeSIPDomain",
          "Is {server} a server? It is the name of a SIP domain: for a DFS namespace, copy its folder target."),
      ],
      readings: [
        Reading(
          key: "everyFileStore",
          disagreement: "The tools page names a file store of Archiving; the data page has Persistent Chat and the "
            + "rest share the Lync file store.",
          taken: "Every file store of the topology has its row.")
      ],
      sources: [.dataRequirements, .toolsAndPermissions, .fileStores]),
    abcCopy(
      .responseGroupAudio, "Response Group audio files", command: nil,
      why: "Audio files of queues and music on hold as they were uploaded; they have to be uploaded again.",
      notes: [
        RuleNote(
          .always, "note.responseGroupAudio",
          "Keep the original files: their owner has them, no folder of the share replaces them."),
        folderNotes[2],
      ]),
    abcCopy(
      .callParkMusicOnHold, "Call Park music on hold", command: copyFolder,
      why: "The audio file played to parked callers.",
      notes: folderNotes + [
        RuleNote(
          .always, "note.callParkSettings",
          "Call Park settings are saved by nothing: note them down (Get-CsCpsConfiguration).")
      ]),
    abcCopy(
      .announcementAudio, "Announcement audio files", command: copyFolder,
      why: "Audio files of the Announcement application.", notes: folderNotes),
  ]

  private static let centralManagementStoreNotes: [RuleNote] = [
    .centralManagementStoreUnknown, .centralManagementStoreFromPolicy, .passiveCentralManagementStore, .mirrored,
    .alwaysOn,
  ]

  private static let zipReading = Reading(
    key: "zip",
    disagreement:
      "The worksheet page asks for the name of an .xml file; the best practices have XML compressed as ZIP.",
    taken: "The cmdlet writes a .zip file, whatever the title of the column says.")

  private static let settingsRules: [BackupRule] = [
    BackupRule(
      data: .topologyConfiguration, label: "Topology, policies and settings", database: "xds", scope: .deployment,
      tool: .verbatim("Export-CsConfiguration"),
      command: CommandTemplate(.exportConfiguration, [.parameter("FileName", .backupSet)]),
      naming: .fixed("Config.zip"), permission: Terms.administrators,
      why: "The Central Management store: without it nothing can be changed or rebuilt. Back it up with the regular "
        + "backups and after every change in Control Panel or by cmdlet.",
      notes: centralManagementStoreNotes + [
        RuleNote(
          .always, "note.afterEveryChange", "Also after every change made in Control Panel or by cmdlet."),
        RuleNote(
          .always, "note.carriesArchivingSettings", "Carries the settings of Archiving and Monitoring too."),
      ],
      readings: [zipReading], sources: [.dataRequirements, .toolsAndPermissions, .coreData, .bestPractices]),
    BackupRule(
      data: .locationInformation, label: "Location information (E9-1-1)", database: "lis", scope: .deployment,
      tool: .verbatim("Export-CsLisConfiguration"),
      command: CommandTemplate(.exportLisConfiguration, [.parameter("FileName", .backupSet)]),
      naming: .fixed("LisConfig.zip"), permission: Terms.administrators,
      why: "Where emergency callers are. Mostly static: back it up after every change.",
      notes: centralManagementStoreNotes + [
        .refusesExistingFile,
        RuleNote(
          .always, "note.importDoesNotOverwrite", "The import does not overwrite existing location information."),
      ],
      readings: [zipReading], sources: [.dataRequirements, .toolsAndPermissions, .coreData]),
    BackupRule(
      data: .responseGroupConfiguration, label: "Response Group settings", database: "rgsconfig",
      scope: .everyPoolWithResponseGroups, tool: .verbatim("Export-CsRgsConfiguration"),
      command: CommandTemplate(
        .exportRgsConfiguration,
        [.prefixed("Source", prefix: "service:ApplicationServer:", .pool), .parameter("FileName", .backupSet)]),
      naming: .pool(prefix: "RgsConfig", fileExtension: ".zip"), permission: Terms.administrators,
      why: "Agent groups, queues and workflows of the pool.",
      notes: [
        .shared, .mirrored, .alwaysOn, .storeUnknown, .refusesExistingFile,
        RuleNote(
          .always, "note.afterResponseGroupChange", "Also after every change to agent groups, queues or workflows."),
      ],
      readings: [zipReading], sources: [.dataRequirements, .toolsAndPermissions, .coreData]),
  ]
}

extension BackupItem {
  /// Its command with words in place of names, as it stands for many items of one kind. `word` is given the name of a
  /// placeholder, such as `pool`.
  public func commandForm(naming word: (String) -> String) -> String? {
    let exportsChat = tool.text == CommandProgram.exportPersistentChatData.name
    let template = exportsChat ? BackupCatalogue.chatExport : BackupCatalogue.rule(for: data)?.command
    return template?.form { word($0.rawValue) }
  }
}
