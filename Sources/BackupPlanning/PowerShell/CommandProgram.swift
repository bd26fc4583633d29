/// A program that printed commands call: a cmdlet with the parameters we use and their types, or a Windows tool.
struct CommandProgram: Sendable {
  /// What a parameter takes, in the words of the cmdlet reference.
  enum ParameterType: String, Sendable {
    case databaseType = "DatabaseNameType"
    case flag = "switch"
    case fqdn = "Fqdn"
    case globalIdentity = "XdsGlobalRelativeIdentity"
    case mirrorRole = "MirrorRole"
    case responseGroupIdentity = "RgsIdentity"
    case text = "String"
    case userIdentity = "UserIdParameter"
  }

  let name: String
  /// The parameters we use; empty for a program that is no cmdlet.
  let parameters: [String: ParameterType]
  /// Whether it comes with Lync Server, and so has a reference page with its syntax.
  let isLyncCmdlet: Bool

  private init(_ name: String, _ parameters: [String: ParameterType] = [:], isLyncCmdlet: Bool = true) {
    self.name = name
    self.parameters = parameters
    self.isLyncCmdlet = isLyncCmdlet
  }

  static let enableTopology = CommandProgram("Enable-CsTopology")
  static let exportConfiguration = CommandProgram("Export-CsConfiguration", ["FileName": .text])
  static let exportLisConfiguration = CommandProgram("Export-CsLisConfiguration", ["FileName": .text])
  static let exportPersistentChatData = CommandProgram(
    "Export-CsPersistentChatData", ["DBInstance": .text, "FileName": .text])
  static let exportRgsConfiguration = CommandProgram(
    "Export-CsRgsConfiguration",
    [
      "Source": .responseGroupIdentity, "FileName": .text, "Owner": .responseGroupIdentity,
      "RemoveExportedConfiguration": .flag,
    ])
  static let exportUserData = CommandProgram("Export-CsUserData", ["PoolFqdn": .fqdn, "FileName": .text])
  static let getAnnouncement = CommandProgram("Get-CsAnnouncement")
  static let getApplicationEndpoint = CommandProgram("Get-CsApplicationEndpoint", ["PoolFqdn": .text])
  static let getCallParkOrbit = CommandProgram("Get-CsCallParkOrbit")
  static let getConferenceDirectory = CommandProgram("Get-CsConferenceDirectory")
  static let getDatabaseMirrorState = CommandProgram("Get-CsDatabaseMirrorState", ["PoolFqdn": .fqdn])
  static let getManagementStoreReplicationStatus = CommandProgram(
    "Get-CsManagementStoreReplicationStatus", ["CentralManagementStoreStatus": .flag])
  static let getPoolBackupRelationship = CommandProgram("Get-CsPoolBackupRelationship", ["PoolFqdn": .fqdn])
  static let getRgsWorkflow = CommandProgram(
    "Get-CsRgsWorkflow", ["Identity": .responseGroupIdentity, "ShowAll": .flag])
  static let getUser = CommandProgram("Get-CsUser", ["Filter": .text])
  static let importConfiguration = CommandProgram("Import-CsConfiguration", ["FileName": .text, "LocalStore": .flag])
  static let importLisConfiguration = CommandProgram("Import-CsLisConfiguration", ["FileName": .text])
  static let importPersistentChatData = CommandProgram(
    "Import-CsPersistentChatData", ["DBInstance": .text, "FileName": .text])
  static let importRgsConfiguration = CommandProgram(
    "Import-CsRgsConfiguration",
    ["Destination": .responseGroupIdentity, "FileName": .text, "OverwriteOwner": .flag])
  static let importUserData = CommandProgram("Import-CsUserData", ["PoolFqdn": .fqdn, "FileName": .text])
  static let installCentralManagementDatabase = CommandProgram(
    "Install-CsDatabase",
    ["CentralManagementDatabase": .flag, "Clean": .flag, "SqlServerFqdn": .fqdn, "SqlInstanceName": .text])
  static let installConfiguredDatabases = CommandProgram(
    "Install-CsDatabase", ["ConfiguredDatabases": .flag, "SqlServerFqdn": .fqdn])
  static let installDatabase = CommandProgram(
    "Install-CsDatabase", ["DatabaseType": .databaseType, "SqlServerFqdn": .fqdn, "SqlInstanceName": .text])
  static let installMirrorDatabase = CommandProgram(
    "Install-CsMirrorDatabase", ["ConfiguredDatabases": .flag, "SqlServerFqdn": .fqdn, "FileShare": .text])
  static let installMirrorOfType = CommandProgram(
    "Install-CsMirrorDatabase",
    ["DatabaseType": .databaseType, "SqlServerFqdn": .fqdn, "SqlInstanceName": .text, "FileShare": .text])
  static let invokeBackupServiceSync = CommandProgram("Invoke-CsBackupServiceSync", ["PoolFqdn": .fqdn])
  static let invokeDatabaseFailover = CommandProgram(
    "Invoke-CsDatabaseFailover", ["PoolFqdn": .fqdn, "DatabaseType": .databaseType, "NewPrincipal": .mirrorRole])
  static let invokeManagementServerFailover = CommandProgram(
    "Invoke-CsManagementServerFailover",
    [
      "BackupSqlServerFqdn": .fqdn, "BackupSqlInstanceName": .text, "BackupMirrorSqlServerFqdn": .fqdn,
      "BackupMirrorSqlInstanceName": .text,
    ])
  static let previewManagementServerFailover = CommandProgram("Invoke-CsManagementServerFailover", ["WhatIf": .flag])
  static let invokePoolFailBack = CommandProgram("Invoke-CsPoolFailBack", ["PoolFqdn": .fqdn])
  static let invokePoolFailOver = CommandProgram(
    "Invoke-CsPoolFailOver", ["PoolFqdn": .fqdn, "DisasterMode": .flag])
  static let moveApplicationEndpoint = CommandProgram(
    "Move-CsApplicationEndpoint", ["Identity": .userIdentity, "TargetApplicationPool": .fqdn, "Force": .flag])
  static let moveConferenceDirectory = CommandProgram(
    "Move-CsConferenceDirectory", ["Identity": .globalIdentity, "TargetPool": .text, "Force": .flag])
  static let moveUser = CommandProgram("Move-CsUser", ["Identity": .userIdentity, "Target": .fqdn, "Force": .flag])
  static let removeUserStoreBackupData = CommandProgram("Remove-CsUserStoreBackupData", ["PoolFqdn": .fqdn])
  static let setCallParkOrbit = CommandProgram(
    "Set-CsCallParkOrbit", ["Identity": .globalIdentity, "CallParkService": .text])
  static let setConfigurationStoreLocation = CommandProgram(
    "Set-CsConfigurationStoreLocation",
    [
      "SqlServerFqdn": .fqdn, "SqlInstanceName": .text, "MirrorSqlServerFqdn": .fqdn, "MirrorSqlInstanceName": .text,
    ])
  static let setEdgeServer = CommandProgram("Set-CsEdgeServer", ["Identity": .globalIdentity, "Registrar": .text])
  static let startWindowsService = CommandProgram("Start-CsWindowsService", ["ComputerName": .text])
  static let stopWindowsService = CommandProgram("Stop-CsWindowsService", ["ComputerName": .text])
  static let uninstallMirrorDatabase = CommandProgram(
    "Uninstall-CsMirrorDatabase", ["DatabaseType": .databaseType, "SqlServerFqdn": .fqdn, "SqlInstanceName": .text])

  /// Of SQL Server's own PowerShell module.
  static let backupSqlDatabase = CommandProgram(
    "Backup-SqlDatabase", ["ServerInstance": .text, "Database": .text, "BackupFile": .text], isLyncCmdlet: false)
  /// Of SQL Server's own PowerShell module.
  static let restoreSqlDatabase = CommandProgram(
    "Restore-SqlDatabase",
    ["ServerInstance": .text, "Database": .text, "BackupFile": .text, "ReplaceDatabase": .flag], isLyncCmdlet: false)
  static let robocopy = CommandProgram("robocopy", isLyncCmdlet: false)

  /// The table of every program this product prints.
  static let all: [CommandProgram] = [
    .enableTopology, .exportConfiguration, .exportLisConfiguration, .exportPersistentChatData,
    .exportRgsConfiguration, .exportUserData, .getAnnouncement, .getApplicationEndpoint, .getCallParkOrbit,
    .getConferenceDirectory, .getDatabaseMirrorState, .getManagementStoreReplicationStatus, .getPoolBackupRelationship,
    .getRgsWorkflow,
    .getUser, .importConfiguration, .importLisConfiguration, .importPersistentChatData, .importRgsConfiguration,
    .importUserData, .installCentralManagementDatabase, .installConfiguredDatabases, .installDatabase,
    .installMirrorDatabase,
    .installMirrorOfType, .invokeBackupServiceSync, .invokeDatabaseFailover, .invokeManagementServerFailover,
    .previewManagementServerFailover, .invokePoolFailBack, .invokePoolFailOver, .moveApplicationEndpoint,
    .moveConferenceDirectory, .moveUser, .removeUserStoreBackupData, .setCallParkOrbit,
    .setConfigurationStoreLocation, .setEdgeServer, .startWindowsService, .stopWindowsService,
    .uninstallMirrorDatabase, .backupSqlDatabase, .restoreSqlDatabase, .robocopy,
  ]
}
