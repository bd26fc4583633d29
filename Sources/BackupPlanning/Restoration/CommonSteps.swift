/// Steps that several procedures share.
enum CommonSteps {
  static let administrators = Terms.administrators
  static let localAdministrators = Terms.localAdministrators
  static let sqlAdministrators = Terms.sqlServerSysadmin

  /// A machine under the lost one's name, up to the roll-back point.
  static let cleanServer: [StepTemplate] = [
    StepTemplate(
      "cleanServer",
      "Take a clean or new computer and give it the lost one's name: {machine}. Keep its computer account in Active "
        + "Directory, its DNS and DHCP entries.", when: .notEdge),
    StepTemplate(
      "cleanEdge",
      "Take a clean or new computer and give it the lost one's name, DNS suffix and addresses, inside and outside: "
        + "{machine}.", when: .edge),
    StepTemplate(
      "windows", "Install Windows Server with the drives and paths of before, and what the server's role requires."),
    StepTemplate(
      "sqlServer",
      "Install SQL Server (for Lync Server 2013: 2012 or 2008 R2; for later versions, one that they "
        + "support) with the instance names of before: {instances}.", when: .needsSQLServer),
    StepTemplate(
      "certificates", "Restore the certificates with their private keys, or enrol again at the certification authority."
    ),
    StepTemplate("image", "Take an image of the system: the point to return to if a later step fails."),
    StepTemplate(
      "logOn", "Log on to {machine} as a member of RTCUniversalServerAdmins and of the local Administrators.",
      when: .notEdge),
    StepTemplate(
      "logOnToEdge", "Log on to {machine} as a member of its local Administrators: an Edge Server is in no domain.",
      when: .edge),
  ]

  static let fileStoreBack: [StepTemplate] = [
    StepTemplate(
      "shareAgain", "Make the folder of the file store at its old path, and share it under its old name: {share}.",
      when: .holdsFileStore, each: .fileStore),
    StepTemplate(
      "fileStoreBack", "Copy the file store back.", when: .holdsFileStore, each: .fileStore, command: restoreFolder),
  ]

  static let restoreFolder = CommandTemplate(
    .robocopy, [.positional(.backupSet), .positional(.share), .word("/E"), .word("/R:2"), .word("/W:5")])

  /// The Deployment Wizard on one server.
  static let deploymentWizard: [StepTemplate] = [
    StepTemplate("wizard1", "Deployment Wizard on {machine}, step 1: install the local configuration store."),
    StepTemplate(
      "wizard2",
      "Deployment Wizard, step 2: set up the Lync Server components. Collocated databases are created here."),
    StepTemplate("wizard3", "Deployment Wizard, step 3: request, install or assign the certificates."),
    StepTemplate("wizard4", "Deployment Wizard, step 4: start the services."),
  ]

  /// User data, with all Front End services of the pool stopped, then started together.
  static let userData: [StepTemplate] = [
    StepTemplate(
      "stopServices", "Stop the Lync services on {machine}.", .remotely, when: .restoresUserData,
      each: .frontEndServer, command: CommandTemplate(.stopWindowsService, [.parameter("ComputerName", .machine)])),
    StepTemplate(
      "importUserData", "Import the user data of {pool}.", .remotely, when: .restoresUserData, each: .userData,
      command: CommandTemplate(
        .importUserData, [.parameter("PoolFqdn", .pool), .parameter("FileName", .backupSet)])),
    StepTemplate(
      "startServices", "Start the Lync services on {machine}, with the other servers of its pool at the same time.",
      .remotely, when: .restoresUserData, each: .frontEndServer,
      command: CommandTemplate(.startWindowsService, [.parameter("ComputerName", .machine)])),
  ]

  static let availabilityGroup = Remark(
    "caution.availabilityGroup",
    "{server} is an AlwaysOn availability group of {machines}. While one of them works, make it the primary and replace "
      + "only the other. If all are lost, build each under its own name, and make the group again.", when: .alwaysOn)

  static let startTogether = Remark(
    "caution.startTogether",
    "After the import, stop and start the Front End services of the whole pool together: one server after the other "
      + "can lose what was imported.", when: .restoresUserData)

  static let responseGroups = StepTemplate(
    "importResponseGroups", "Import the Response Group settings of {pool}.",
    .remotely, each: .responseGroups,
    command: CommandTemplate(
      .importRgsConfiguration,
      [
        .prefixed("Destination", prefix: "service:ApplicationServer:", .pool), .parameter("FileName", .backupSet),
        .flag("OverwriteOwner"),
      ]))

  /// Databases that SQL Server or Persistent Chat's own cmdlet saved.
  static let databases: [StepTemplate] = [
    StepTemplate(
      "restoreDatabase", "Restore {database} on {sqlInstance} from its last full backup.", .remotely, each: .sqlBackup,
      command: CommandTemplate(
        .restoreSqlDatabase,
        [
          .parameter("ServerInstance", .sqlInstance), .parameter("Database", .database),
          .parameter("BackupFile", .backupSet), .flag("ReplaceDatabase"),
        ])),
    StepTemplate(
      "importChat", "Import the Persistent Chat data into {sqlInstance}.", .remotely, each: .chatExport,
      command: CommandTemplate(
        .importPersistentChatData, [.parameter("DBInstance", .sqlInstance), .parameter("FileName", .backupSet)])),
  ]

  static let enableTopology = StepTemplate(
    "enableTopology", "Enable the topology: it sets the permissions and the access lists of the shares.", .remotely,
    command: CommandTemplate(.enableTopology))

  static let installMirror = StepTemplate(
    "installMirror",
    "Create the mirror again. Choose a share that the service accounts of both SQL Servers can write to.", .remotely,
    when: .mirrored,
    command: CommandTemplate(
      .installMirrorDatabase,
      [.flag("ConfiguredDatabases"), .parameter("SqlServerFqdn", .server), .parameter("FileShare", .chosen)]))

  static let prerequisites: [Remark] = [
    Remark(
      "prerequisite.hardware",
      "Hardware at least as large as the lost one's, and the installation media of Windows Server and Lync Server."),
    Remark(
      "prerequisite.sqlServer", "Installation media and licence of SQL Server, and its instance names: {instances}.",
      when: .needsSQLServer),
    Remark(
      "prerequisite.facts",
      "The server's IP addresses, DNS entries, certificates, file paths and share names, as noted before the loss."),
  ]
}
