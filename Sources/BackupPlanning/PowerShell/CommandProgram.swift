/// A program that printed commands call: a cmdlet with the parameters we use, or a Windows tool.
public struct CommandProgram: Sendable {
  public let name: String
  /// The names of the parameters we use; empty for a program that is no cmdlet.
  public let parameters: [String]
  /// Whether it comes with Lync Server, and so has a reference page with its syntax.
  public let isLyncCmdlet: Bool

  private init(_ name: String, _ parameters: [String] = [], isLyncCmdlet: Bool = true) {
    self.name = name
    self.parameters = parameters
    self.isLyncCmdlet = isLyncCmdlet
  }

  static let exportConfiguration = CommandProgram("Export-CsConfiguration", ["FileName"])
  static let exportLisConfiguration = CommandProgram("Export-CsLisConfiguration", ["FileName"])
  static let exportPersistentChatData = CommandProgram("Export-CsPersistentChatData", ["DBInstance", "FileName"])
  static let exportRgsConfiguration = CommandProgram("Export-CsRgsConfiguration", ["Source", "FileName"])
  static let exportUserData = CommandProgram("Export-CsUserData", ["PoolFqdn", "FileName"])
  /// Of SQL Server's own PowerShell module.
  static let backupSqlDatabase = CommandProgram(
    "Backup-SqlDatabase", ["ServerInstance", "Database", "BackupFile"], isLyncCmdlet: false)
  static let robocopy = CommandProgram("robocopy", isLyncCmdlet: false)

  /// The table of every program this product prints.
  public static let all: [CommandProgram] = [
    .exportConfiguration, .exportLisConfiguration, .exportPersistentChatData, .exportRgsConfiguration,
    .exportUserData, .backupSqlDatabase, .robocopy,
  ]
}
