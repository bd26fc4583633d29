/// Procedures for servers that are lost: Standard Edition, Central Management store, back ends, members of pools.
enum ServerProcedures {
  static let rules: [ProcedureRule] = [
    centralManagementStore, backEndServer, mirrorPrimary, mirror, standardEditionServer, memberServer, pool,
  ]

  private static let serverPermissions = [CommonSteps.administrators, CommonSteps.localAdministrators]

  private static let downloadTopology = StepTemplate(
    "downloadTopology", "In Topology Builder, download the topology of the existing deployment.", .remotely)

  private static let standardEditionServer = ProcedureRule(
    procedure: .standardEditionServer,
    purpose: "A Standard Edition server without the Central Management store is lost.",
    permissions: serverPermissions, prerequisites: CommonSteps.prerequisites,
    steps: CommonSteps.cleanServer + CommonSteps.fileStoreBack + [downloadTopology] + CommonSteps.deploymentWizard
      + CommonSteps.userData + [CommonSteps.responseGroups] + CommonSteps.databases,
    cautions: [CommonSteps.startTogether], sources: [.restoringStandardEdition, .preparingServer])

  private static let centralManagementStore = ProcedureRule(
    procedure: .centralManagementStore,
    purpose: "The server that holds the active Central Management store is lost. Services run on without it; nothing "
      + "can be configured.",
    permissions: serverPermissions + [CommonSteps.sqlAdministrators], prerequisites: CommonSteps.prerequisites,
    steps: [
      StepTemplate(
        "saveMirror",
        "If the mirror {mirrorSQLInstance} still works, back its databases up first, and restore both from that.",
        .remotely, when: .mirrored)
    ] + CommonSteps.cleanServer + CommonSteps.fileStoreBack + [
      StepTemplate(
        "prepareFirst", "Deployment Wizard on {machine}: prepare first Standard Edition server.",
        when: .standardEdition),
      StepTemplate(
        "createStore", "Create an empty Central Management store on {sqlInstance}.", .remotely,
        command: CommandTemplate(
          .installCentralManagementDatabase,
          [
            .flag("CentralManagementDatabase"), .flag("Clean"), .parameter("SqlServerFqdn", .server),
            .optional("SqlInstanceName", .instance),
          ])),
      StepTemplate(
        "pointToStore", "Let Active Directory point to the store.", .remotely,
        command: CommandTemplate(
          .setConfigurationStoreLocation,
          [
            .parameter("SqlServerFqdn", .server), .optional("SqlInstanceName", .instance),
            .optional("MirrorSqlServerFqdn", .mirrorServer), .optional("MirrorSqlInstanceName", .mirrorInstance),
          ])),
      StepTemplate(
        "importConfiguration", "Import the topology, policies and settings.", .remotely, each: .topologyConfiguration,
        command: CommandTemplate(.importConfiguration, [.parameter("FileName", .backupSet)])),
      CommonSteps.enableTopology,
      StepTemplate(
        "installStandAloneDatabases", "Create the stand-alone databases of {server}.", .remotely, when: .enterprise,
        command: CommandTemplate(
          .installConfiguredDatabases, [.flag("ConfiguredDatabases"), .parameter("SqlServerFqdn", .server)])),
      CommonSteps.installMirror,
    ] + CommonSteps.deploymentWizard.map { $0.when(.standardEdition) } + CommonSteps.userData + [
      StepTemplate(
        "importLocations", "Import the location information.", .remotely, each: .locationInformation,
        command: CommandTemplate(.importLisConfiguration, [.parameter("FileName", .backupSet)])),
      CommonSteps.responseGroups,
    ] + CommonSteps.databases,
    cautions: [
      Remark(
        "caution.clean", "-Clean destroys what the database on {sqlInstance} still holds: make sure that it is lost."),
      CommonSteps.availabilityGroup, CommonSteps.startTogether,
    ],
    sources: [.restoringCentralManagementStore, .preparingServer])

  private static let backEndServer = ProcedureRule(
    procedure: .backEndServer,
    purpose: "A SQL Server with user stores is lost; of a mirrored one, both halves.",
    permissions: serverPermissions + [CommonSteps.sqlAdministrators], prerequisites: CommonSteps.prerequisites,
    steps: CommonSteps.cleanServer + CommonSteps.fileStoreBack + [
      downloadTopology,
      StepTemplate("publishTopology", "Publish the topology again without changing it.", .remotely),
      StepTemplate(
        "installDatabases", "Create the databases of {server}.", .remotely,
        command: CommandTemplate(
          .installConfiguredDatabases, [.flag("ConfiguredDatabases"), .parameter("SqlServerFqdn", .server)])),
      CommonSteps.installMirror,
    ] + CommonSteps.userData + [CommonSteps.responseGroups] + CommonSteps.databases,
    cautions: [CommonSteps.availabilityGroup, CommonSteps.startTogether],
    sources: [.restoringBackEnd, .preparingServer])

  private static let mirrorPrimary = ProcedureRule(
    procedure: .mirroredBackEndPrimary,
    purpose: "Only the primary {server} is lost; the mirror {mirrorSQLInstance} works.",
    permissions: serverPermissions + [CommonSteps.sqlAdministrators], prerequisites: CommonSteps.prerequisites,
    steps: [
      StepTemplate(
        "failOverDatabase", "Make the mirror the principal for {databaseType} of {pool}.", .remotely,
        when: .hasNoWitness, each: .mirroredDatabase, command: failOverToMirror),
      StepTemplate(
        "checkFailOver",
        "The witness {witness} should have made {mirrorServer} the principal of all databases of {pool}: check it.",
        .remotely, when: .hasWitness, each: .mirroredPool,
        command: CommandTemplate(.getDatabaseMirrorState, [.parameter("PoolFqdn", .pool)])),
      StepTemplate(
        "failOverUnlessWitness", "Only where it has not: make the mirror the principal for {databaseType} of {pool}.",
        .remotely, when: .hasWitness, each: .mirroredDatabase, command: failOverToMirror),
      StepTemplate(
        "mirrorBecomesStore",
        "In Topology Builder, switch mirroring off for the stores on {server}, make {mirrorServer} their SQL Server, "
          + "and publish.", .remotely),
      StepTemplate(
        "stopFrontEnd", "Stop the Lync services on {machine}.", .remotely, each: .frontEndServer,
        command: CommandTemplate(.stopWindowsService, [.parameter("ComputerName", .machine)])),
      StepTemplate(
        "startFrontEnd", "Start them again on {machine}.", .remotely, each: .frontEndServer,
        command: CommandTemplate(.startWindowsService, [.parameter("ComputerName", .machine)])),
      StepTemplate(
        "removeMirroring", "Remove what is left of mirroring {databaseType} on {mirrorServer}.", .remotely,
        each: .mirroredType,
        command: CommandTemplate(
          .uninstallMirrorDatabase,
          [
            .parameter("DatabaseType", .databaseType), .parameter("SqlServerFqdn", .mirrorServer),
            .optional("SqlInstanceName", .mirrorInstance),
          ])),
    ] + CommonSteps.cleanServer + [
      StepTemplate(
        "mirrorOnNewServer",
        "In Topology Builder, mirror the stores of {mirrorServer} again, with {server} as the mirror, and publish.",
        .remotely),
      StepTemplate(
        "installDatabasesOnMirror", "Create the databases.", .remotely,
        command: CommandTemplate(
          .installConfiguredDatabases, [.flag("ConfiguredDatabases"), .parameter("SqlServerFqdn", .mirrorServer)])),
      StepTemplate(
        "installMirrorFromMirror",
        "Create the mirror. Choose a share that the service accounts of both SQL Servers can write to.", .remotely,
        command: CommandTemplate(
          .installMirrorDatabase,
          [
            .flag("ConfiguredDatabases"), .parameter("SqlServerFqdn", .mirrorServer), .parameter("FileShare", .chosen),
          ])),
    ],
    cautions: [
      Remark(
        "caution.doNotImport", "Import no user data: the mirror holds what is newer than any export.")
    ],
    sources: [.restoringMirroredPrimary])

  private static let failOverToMirror = CommandTemplate(
    .invokeDatabaseFailover,
    [.parameter("PoolFqdn", .pool), .parameter("DatabaseType", .databaseType), .choice("NewPrincipal", "Mirror")])

  private static let mirror = ProcedureRule(
    procedure: .mirroredBackEndMirror,
    purpose: "Only the mirror is lost; the primary works and its users notice nothing.",
    permissions: serverPermissions + [CommonSteps.sqlAdministrators], prerequisites: CommonSteps.prerequisites,
    steps: [
      StepTemplate(
        "removeMirroringFromPrimary", "Remove the mirroring of {databaseType} from the primary {sqlInstance}.",
        .remotely, each: .mirroredType,
        command: CommandTemplate(
          .uninstallMirrorDatabase,
          [
            .parameter("DatabaseType", .databaseType), .parameter("SqlServerFqdn", .server),
            .optional("SqlInstanceName", .instance),
          ]))
    ] + CommonSteps.cleanServer + [
      StepTemplate(
        "installDatabases", "Create the databases of {server}.", .remotely,
        command: CommandTemplate(
          .installConfiguredDatabases, [.flag("ConfiguredDatabases"), .parameter("SqlServerFqdn", .server)])),
      StepTemplate(
        "installMirror",
        "Create the mirror again. Choose a share that the service accounts of both SQL Servers can write to.",
        .remotely,
        command: CommandTemplate(
          .installMirrorDatabase,
          [.flag("ConfiguredDatabases"), .parameter("SqlServerFqdn", .server), .parameter("FileShare", .chosen)])),
    ],
    cautions: [], sources: [.restoringMirror])

  private static let memberServer = ProcedureRule(
    procedure: .memberServer, purpose: "One server of {pool} ({role}) is lost.",
    permissions: serverPermissions, prerequisites: CommonSteps.prerequisites,
    steps: CommonSteps.cleanServer + [
      StepTemplate(
        "exportForEdge", "On a server inside, export the configuration, and carry the file to {machine}.", .remotely,
        when: .edge, command: CommandTemplate(.exportConfiguration, [.parameter("FileName", .transfer)])),
      StepTemplate(
        "importOnEdge",
        "Deployment Wizard on {machine}, step 1: install the local configuration store from that file.", when: .edge,
        command: CommandTemplate(.importConfiguration, [.parameter("FileName", .transfer), .flag("LocalStore")])),
    ] + [CommonSteps.deploymentWizard[0].when(.notEdge)] + CommonSteps.deploymentWizard.dropFirst(),
    cautions: [
      Remark(
        "caution.singleServer", "It is the only server of {pool}: the pool is down until it is restored.",
        when: .singleServer)
    ], sources: [.restoringMember, .preparingServer])

  private static let pool = ProcedureRule(
    procedure: .pool, purpose: "All servers of {pool} ({role}) are lost.",
    permissions: serverPermissions, prerequisites: CommonSteps.prerequisites,
    steps: [
      StepTemplate(
        "backEndFirst", "Restore the back end first, if it is lost too: {procedures}.", .remotely, when: .hasBackEnd),
      StepTemplate("everyMember", "Restore every server of the pool: {machines}.", .remotely),
      StepTemplate("checkPool", "Check that the services of all servers run and that {pool} answers.", .remotely),
    ],
    cautions: [], sources: [.restoringPool])
}

extension StepTemplate {
  /// The same step under a further condition.
  func when(_ condition: StepCondition) -> StepTemplate {
    StepTemplate(sentence, place, when: condition, each: repetition, command: command)
  }
}
