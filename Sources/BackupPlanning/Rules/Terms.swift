internal import Diagnostics

/// Tools and permissions in words. Names of cmdlets, groups and roles are the same in every language.
enum Terms {
  static let sqlServerTool = Phrase("tool.sqlServer", "SQL Server management tool")
  static let sqlServerToolOrChatExport = Phrase(
    "tool.sqlServerOrChatExport", "SQL Server management tool, or Export-CsPersistentChatData")

  static let administrators = Phrase.verbatim("RTCUniversalServerAdmins")
  static let sqlServerBackup = Phrase(
    "permission.sqlServerBackup", "RTCUniversalServerAdmins and SQL Server backup rights")
  static let sqlServerBackupOrChat = Phrase(
    "permission.sqlServerBackupOrChat",
    "RTCUniversalServerAdmins and SQL Server backup rights, or CsPersistentChatAdministrator for "
      + "Export-CsPersistentChatData")
  static let chatExport = Phrase(
    "permission.chatExport", "RTCUniversalServerAdmins or CsPersistentChatAdministrator")
  static let localAdministrators = Phrase("permission.localAdministrators", "local Administrators")
  static let sqlServerSysadmin = Phrase.verbatim("SQL Server sysadmin")

  static let defaultInstance = PhraseTemplate("instance.default", "{name} (the default instance)")
  static let earlierVersion = PhraseTemplate("product.earlier", "an earlier version")
  static let yes = PhraseTemplate("answer.yes", "yes")
  static let no = PhraseTemplate("answer.no", "no")

  static let all =
    [sqlServerTool, sqlServerToolOrChatExport, sqlServerBackup, sqlServerBackupOrChat, chatExport, localAdministrators]
    .map(\.template) + [defaultInstance, earlierVersion, yes, no]
}
