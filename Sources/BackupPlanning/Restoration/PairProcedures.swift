/// Procedures of paired pools: failing over, failing back, and rebuilding a lost pool under another name.
enum PairProcedures {
  static let rules: [ProcedureRule] = [poolFailover, poolFailback, abcFailover]

  private static let permissions = [CommonSteps.administrators]

  private static let moveCentralManagement: [StepTemplate] = [
    StepTemplate(
      "whereIsCentralManagement",
      "{pool} hosts the Central Management store. See what moving it would do.", .remotely,
      when: .poolHostsCentralManagement,
      command: CommandTemplate(.previewManagementServerFailover, [.flag("WhatIf")])),
    StepTemplate(
      "backupRelationship", "Confirm that {partner} is its backup pool.", .remotely, when: .poolHostsCentralManagement,
      command: CommandTemplate(.getPoolBackupRelationship, [.parameter("PoolFqdn", .pool)])),
    StepTemplate(
      "replicationStatus", "See which server the Central Management store is active on.", .remotely,
      when: .poolHostsCentralManagement, command: replicationStatus),
    StepTemplate(
      "moveCentralManagement", "Make {partner} the host of the Central Management store.", .remotely,
      when: .poolHostsCentralManagement,
      command: CommandTemplate(
        .invokeManagementServerFailover,
        [
          .parameter("BackupSqlServerFqdn", .server), .optional("BackupSqlInstanceName", .instance),
          .optional("BackupMirrorSqlServerFqdn", .mirrorServer),
          .optional("BackupMirrorSqlInstanceName", .mirrorInstance),
        ])),
    StepTemplate(
      "verifyCentralManagement", "Verify that the store is active on {partner} and that replicas are up to date.",
      .remotely, when: .poolHostsCentralManagement, command: replicationStatus),
  ]

  private static let replicationStatus = CommandTemplate(
    .getManagementStoreReplicationStatus, [.flag("CentralManagementStoreStatus")])

  private static let nextHop = StepTemplate(
    "nextHop", "{edgePool} has {pool} for its next hop: give it {partner}.", .remotely, each: .edgePool,
    command: CommandTemplate(
      .setEdgeServer,
      [.prefixed("Identity", prefix: "EdgeServer:", .edgePool), .prefixed("Registrar", prefix: "Registrar:", .partner)])
  )

  private static let failOver = StepTemplate(
    "failOver", "Fail {pool} over to {partner}.", .remotely,
    command: CommandTemplate(.invokePoolFailOver, [.parameter("PoolFqdn", .pool), .flag("DisasterMode")]))

  private static let poolFailover = ProcedureRule(
    procedure: .poolFailover,
    purpose: "{pool} is lost and {partner} works. Microsoft's engineering targets: done in 30 minutes, at most 30 "
      + "minutes of data lost.",
    permissions: permissions, prerequisites: [],
    // The next hop is a change of configuration: it can be made only once the Central Management store is up.
    steps: moveCentralManagement + [
      nextHop, failOver,
      StepTemplate("checkUsers", "Check that users of {pool} can sign in.", .remotely),
    ],
    cautions: [
      Remark(
        "caution.pairIsNoBackup",
        "The pair keeps the service up; it takes the place of no backup. Response Groups, Call Park settings and "
          + "announcements are not failed over.")
    ], sources: [.poolFailover])

  private static let poolFailback = ProcedureRule(
    procedure: .poolFailback,
    purpose: "{pool} is restored and its users are on {partner}. Microsoft's engineering targets: done in 30 minutes, "
      + "at most 30 minutes of data lost.",
    permissions: permissions,
    prerequisites: [Remark("prerequisite.poolRuns", "All services of {pool} run and its replicas are up to date.")],
    steps: [
      StepTemplate(
        "failBack", "Fail {pool} back from {partner}.", .remotely,
        command: CommandTemplate(.invokePoolFailBack, [.parameter("PoolFqdn", .pool)])),
      StepTemplate(
        "nextHopBack", "Give {edgePool} its next hop {pool} back.", .remotely, each: .edgePool,
        command: CommandTemplate(
          .setEdgeServer,
          [
            .prefixed("Identity", prefix: "EdgeServer:", .edgePool),
            .prefixed("Registrar", prefix: "Registrar:", .pool),
          ])),
      StepTemplate(
        "centralManagementMayStay", "The Central Management store may stay on {partner}.", .remotely,
        when: .poolHostsCentralManagement),
      StepTemplate("checkUsers", "Check that users of {pool} can sign in.", .remotely),
    ],
    cautions: [], sources: [.poolFailback])

  private static let abcFailover = ProcedureRule(
    procedure: .abcFailover,
    purpose: "{pool} cannot be recovered. Its users go to {partner}, then to the new pool {replacement}, which is "
      + "paired with {partner} from then on.",
    permissions: permissions + [CommonSteps.localAdministrators],
    prerequisites: [
      Remark(
        "prerequisite.replacement",
        "The name of the new pool: the policy names it under restoration: replacementPools, or write it in here.",
        when: .replacementUnknown),
      Remark(
        "prerequisite.callPark", "The Call Park settings and orbits of {pool}, as noted before: nothing saves them."),
    ],
    steps: ABCSteps.phases.flatMap(\.self),
    cautions: [
      Remark(
        "caution.collocatedDatabases",
        "Archiving and monitoring databases on {pool} are lost with it unless SQL Server backups of them exist.")
    ],
    sources: [.abcFailover, .abcCopies])

  /// The phases of rebuilding pool A as pool C with the help of its pair B.
  private enum ABCSteps {
    static let phases = [settingsToPartner, failOverAndBuild, move, settingsToReplacement, pairAgain]

    private static let settingsToPartner: [StepTemplate] =
      moveCentralManagement + [
        StepTemplate(
          "abc.locations", "Import the location information, if it was kept on {pool}.", .remotely,
          when: .poolHostsCentralManagement, each: .locationInformation,
          command: CommandTemplate(.importLisConfiguration, [.parameter("FileName", .backupSet)])),
        StepTemplate(
          "abc.groupsToPartner", "Import the Response Groups of {pool} into {partner}.", .remotely,
          each: .responseGroups,
          command: CommandTemplate(
            .importRgsConfiguration,
            [
              .prefixed("Destination", prefix: "service:ApplicationServer:", .partner),
              .parameter("FileName", .backupSet),
            ])),
        StepTemplate(
          "abc.verifyGroups", "Verify the imported workflows.", .remotely, each: .responseGroups,
          command: workflows(of: .partner)),
        StepTemplate(
          "abc.announcementsToPartner",
          "Copy the announcement files of {pool} into the file store of {partner}, and create its announcements there.",
          .remotely, each: .announcementFolder,
          command: CommandTemplate(
            .robocopy, [.positional(.backupSet), .positional(.folder), .word("/E"), .word("/R:2"), .word("/W:5")])),
        StepTemplate(
          "abc.listAnnouncements",
          "List the announcements, and assign the unassigned numbers of {pool} to those of "
            + "{partner}.", .remotely, command: CommandTemplate(.getAnnouncement)),
      ]

    private static let failOverAndBuild: [StepTemplate] = [
      nextHop,
      StepTemplate(
        "abc.failOver", "Fail {pool} over to {partner}, unless that has been done.", .remotely,
        command: failOver.command),
      StepTemplate(
        "abc.defineReplacement", "In Topology Builder, define {replacement} in the site of {pool}, and publish.",
        .remotely),
      StepTemplate(
        "abc.buildReplacement",
        "Deployment Wizard on every server of {replacement}: steps 1 to 3. Do not start the services."),
    ]

    private static let move: [StepTemplate] = [
      StepTemplate(
        "abc.listUsers", "List the users of {pool}.", .remotely,
        command: CommandTemplate(.getUser, [.parameter("Filter", .item)])),
      StepTemplate(
        "abc.moveUsers", "Move each user of the list to {replacement}.", .remotely,
        command: CommandTemplate(
          .moveUser, [.parameter("Identity", .each), .parameter("Target", .replacement), .flag("Force")])),
      StepTemplate(
        "abc.listDirectories", "List the conference directories of {pool}.", .remotely,
        command: CommandTemplate(.getConferenceDirectory)),
      StepTemplate(
        "abc.moveDirectories", "Move each of them to {replacement}.", .remotely,
        command: CommandTemplate(
          .moveConferenceDirectory,
          [.parameter("Identity", .each), .parameter("TargetPool", .replacement), .flag("Force")])),
      StepTemplate(
        "abc.listEndpoints", "List the application endpoints of {pool}.", .remotely,
        command: CommandTemplate(.getApplicationEndpoint, [.parameter("PoolFqdn", .pool)])),
      StepTemplate(
        "abc.moveEndpoints", "Move each of them to {replacement}.", .remotely,
        command: CommandTemplate(
          .moveApplicationEndpoint,
          [.parameter("Identity", .each), .parameter("TargetApplicationPool", .replacement), .flag("Force")])),
      StepTemplate(
        "abc.copyContent",
        "Copy the conference content of the users of {pool} from the file store of {partner} to that of {replacement}.",
        .remotely),
      StepTemplate(
        "abc.exportUserData", "Export the user data from {partner}.", .remotely,
        command: CommandTemplate(
          .exportUserData, [.parameter("PoolFqdn", .partner), .parameter("FileName", .transfer)])),
      StepTemplate(
        "abc.importUserData", "Import the user data into {replacement}.", .remotely,
        command: CommandTemplate(
          .importUserData, [.parameter("PoolFqdn", .replacement), .parameter("FileName", .transfer)])),
    ]

    private static let settingsToReplacement: [StepTemplate] = [
      StepTemplate(
        "abc.listOrbits", "List the Call Park orbits of {pool}.", .remotely, command: CommandTemplate(.getCallParkOrbit)
      ),
      StepTemplate(
        "abc.moveOrbits", "Give each of them to {replacement}, and set its Call Park settings as noted.", .remotely,
        command: CommandTemplate(
          .setCallParkOrbit,
          [
            .parameter("Identity", .each),
            .prefixed("CallParkService", prefix: "service:ApplicationServer:", .replacement),
          ])),
      StepTemplate(
        "abc.musicOnHold", "Copy the music on hold of Call Park into the file store of {replacement}.", .remotely,
        each: .callParkFolder),
      StepTemplate(
        "abc.chatNextHop",
        "In Topology Builder, give the Persistent Chat pool {chatPool} the next hop {replacement}, and publish.",
        .remotely, each: .chatPool),
      StepTemplate("abc.start", "Start the services on every server of {replacement}."),
      StepTemplate(
        "abc.groupsFromPartner", "Export the Response Groups that {partner} holds for {pool}.", .remotely,
        each: .responseGroups,
        command: CommandTemplate(
          .exportRgsConfiguration,
          [
            .prefixed("Source", prefix: "service:ApplicationServer:", .partner),
            .prefixed("Owner", prefix: "service:ApplicationServer:", .pool), .parameter("FileName", .transfer),
          ])),
      StepTemplate(
        "abc.groupsToReplacement", "Import them into {replacement}.", .remotely, each: .responseGroups,
        command: CommandTemplate(
          .importRgsConfiguration,
          [
            .prefixed("Destination", prefix: "service:ApplicationServer:", .replacement),
            .parameter("FileName", .transfer), .flag("OverwriteOwner"),
          ])),
      StepTemplate(
        "abc.verifyReplacementGroups", "Verify the workflows of {replacement}.", .remotely, each: .responseGroups,
        command: workflows(of: .replacement)),
      StepTemplate(
        "abc.removeGroups", "Remove them from {partner}.", .remotely, each: .responseGroups,
        command: CommandTemplate(
          .exportRgsConfiguration,
          [
            .prefixed("Source", prefix: "service:ApplicationServer:", .partner),
            .prefixed("Owner", prefix: "service:ApplicationServer:", .pool), .parameter("FileName", .secondTransfer),
            .flag("RemoveExportedConfiguration"),
          ])),
      StepTemplate(
        "abc.announcementsToReplacement",
        "Copy the announcement files to {replacement}, create its announcements, and assign the unassigned numbers to it.",
        .remotely, each: .announcementFolder),
    ]

    private static let pairAgain: [StepTemplate] = [
      StepTemplate(
        "abc.nextHop", "Give {edgePool} the next hop {replacement}.", .remotely, each: .edgePool,
        command: CommandTemplate(
          .setEdgeServer,
          [
            .prefixed("Identity", prefix: "EdgeServer:", .edgePool),
            .prefixed("Registrar", prefix: "Registrar:", .replacement),
          ])),
      StepTemplate(
        "abc.removeBackupData", "Remove the backup data of {pool} from {partner}.", .remotely,
        command: CommandTemplate(.removeUserStoreBackupData, [.parameter("PoolFqdn", .partner)])),
      StepTemplate(
        "abc.pairAgain",
        "In Topology Builder, undo the pairing of {pool}, pair {partner} with {replacement}, remove {pool}, and publish.",
        .remotely),
      StepTemplate(
        "abc.backupService",
        "Deployment Wizard, step 2, on every server of {replacement} and {partner}: it installs the Backup Service. "
          + "Start it."),
      StepTemplate(
        "abc.secondStore", "Create a standby Central Management store on {replacement}.", .remotely,
        when: .replacementIsStandardEdition,
        command: CommandTemplate(
          .installCentralManagementDatabase,
          [
            .flag("CentralManagementDatabase"), .parameter("SqlServerFqdn", .replacement),
            .optional("SqlInstanceName", .replacementInstance),
          ])),
      StepTemplate(
        "abc.syncReplacement", "Synchronise {replacement} with {partner}.", .remotely,
        command: CommandTemplate(.invokeBackupServiceSync, [.parameter("PoolFqdn", .replacement)])),
      StepTemplate(
        "abc.syncPartner", "Synchronise {partner} with {replacement}.", .remotely,
        command: CommandTemplate(.invokeBackupServiceSync, [.parameter("PoolFqdn", .partner)])),
      StepTemplate(
        "abc.appliance",
        "{appliance}: move its users to {replacement}, associate the appliance with {replacement} in Topology Builder, "
          + "publish, and move its users back.", .remotely, each: .appliance),
    ]

    private static func workflows(of pool: NameSlot) -> CommandTemplate {
      CommandTemplate(
        .getRgsWorkflow, [.prefixed("Identity", prefix: "service:ApplicationServer:", pool), .flag("ShowAll")])
    }
  }
}
