/// Procedures for data that is lost: file stores, databases, Response Group settings.
enum StoreProcedures {
  static let rules: [ProcedureRule] = [
    fileStore, responseGroupSettings, persistentChatDatabase,
    database(
      .archivingDatabase, "The archiving database on {sqlInstance} is lost.",
      sources: [.restoringArchivingAndMonitoring]),
    database(
      .monitoringDatabase, "The monitoring databases on {sqlInstance} are lost.",
      sources: [.restoringArchivingAndMonitoring]),
  ]

  private static let fileStore = ProcedureRule(
    procedure: .fileStore, purpose: "The file store {share} is lost.",
    permissions: [CommonSteps.administrators, CommonSteps.localAdministrators],
    prerequisites: [
      Remark("prerequisite.path", "The path and the share name of before, and room for all of it.")
    ],
    steps: [
      StepTemplate(
        "shareAgainOnServer", "Make the folder at its old path on {server}, and share it under its old name: {share}."),
      StepTemplate("filesBack", "Copy the files back.", each: .fileStore, command: CommonSteps.restoreFolder),
      StepTemplate(
        "enableTopologyForShare",
        "If Topology Builder did not publish since, enable the topology: it sets the access lists.", .remotely,
        command: CommandTemplate(.enableTopology)),
    ],
    cautions: [
      Remark(
        "caution.coexisting", "Pools of Lync Server 2010 use it too: check their own procedures.",
        when: .coexistingVersion)
    ], sources: [.restoringFileStore])

  private static let responseGroupSettings = ProcedureRule(
    procedure: .responseGroupSettings,
    purpose: "The back end of {pool} has been restored, or its Response Group settings are lost.",
    permissions: [CommonSteps.administrators],
    prerequisites: [
      Remark("prerequisite.audio", "The original audio files of queues and music on hold.")
    ],
    steps: [
      CommonSteps.responseGroups,
      StepTemplate(
        "verifyResponseGroups", "Compare the workflows with what they were.", .remotely, command: showWorkflows),
    ],
    cautions: [
      Remark(
        "caution.overwriteOwner",
        "-OverwriteOwner is needed where the pool was rebuilt, even under its old name.")
    ], sources: [.restoringResponseGroups])

  static let showWorkflows = CommandTemplate(
    .getRgsWorkflow, [.prefixed("Identity", prefix: "service:ApplicationServer:", .pool), .flag("ShowAll")])

  private static let persistentChatDatabase = database(
    .persistentChatDatabase, "The Persistent Chat database on {sqlInstance} is lost.",
    sources: [.restoringPersistentChat])

  private static func database(
    _ procedure: RestorationProcedure, _ purpose: String, sources: [SourcePage]
  ) -> ProcedureRule {
    ProcedureRule(
      procedure: procedure, purpose: purpose,
      permissions: [CommonSteps.administrators, CommonSteps.sqlAdministrators],
      prerequisites: [
        Remark("prerequisite.instance", "A SQL Server of the old name with the old instance: {sqlInstance}.")
      ],
      steps: [
        StepTemplate(
          "recreateDatabase", "Create the databases again on {sqlInstance}.", .remotely,
          command: CommandTemplate(
            .installDatabase,
            [
              .parameter("DatabaseType", .databaseType), .parameter("SqlServerFqdn", .server),
              .optional("SqlInstanceName", .instance),
            ]))
      ] + CommonSteps.databases + [
        StepTemplate(
          "checkLogin",
          "Check that RTCComponentUniversalServices is a user of each database, with the ServerRole.", .remotely,
          when: .backedUpBySQLServer),
        StepTemplate(
          "mirrorDatabase",
          "Mirror it on {mirrorSQLInstance} again. Choose a share that the service accounts of both SQL Servers can "
            + "write to.", .remotely, when: .mirrored,
          command: CommandTemplate(
            .installMirrorOfType,
            [
              .parameter("DatabaseType", .databaseType), .parameter("SqlServerFqdn", .server),
              .optional("SqlInstanceName", .instance), .parameter("FileShare", .chosen),
            ])),
      ],
      cautions: [
        Remark(
          "caution.sameTool", "Restore with the counterpart of the tool that made the backup.",
          when: .backedUpByExport),
        Remark("caution.lastFullBackup", "It goes back to the last full backup: what came later is lost."),
      ], sources: sources)
  }
}
