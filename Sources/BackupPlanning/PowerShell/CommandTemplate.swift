/// A command before the names are known: a program of the table and arguments that are flags or slots for names.
public struct CommandTemplate: Sendable {
  /// A name that a command needs.
  public enum Slot: Sendable {
    case pool
    /// `server` or `server\instance`.
    case sqlInstance
    case database
    /// UNC path.
    case share
    /// UNC path of the folder below the share.
    case folder
    /// Where the backup is written: the item's destination or `$Backup`, then the backup set's name.
    case backupSet
  }

  /// What stands behind the program's name.
  public enum Argument: Sendable {
    /// `-Name "value"`.
    case parameter(String, Slot)
    /// `-Name "prefix<value>"`.
    case prefixed(String, prefix: String, Slot)
    /// A name alone.
    case positional(Slot)
    /// A fixed word of ours, such as `/E`.
    case word(String)
  }

  let program: CommandProgram
  let arguments: [Argument]

  init(_ program: CommandProgram, _ arguments: [Argument]) {
    self.program = program
    self.arguments = arguments
  }

  /// The command with `names` in it; nil where a name it needs is not known.
  func command(with names: CommandNames) -> String? {
    var words = [program.name]
    for argument in arguments {
      switch argument {
      case .word(let word): words.append(word)
      case .positional(let slot):
        guard let value = names.quoted(slot) else { return nil }
        words.append(value)
      case .parameter(let parameter, let slot):
        guard let value = names.quoted(slot) else { return nil }
        words.append("-\(parameter) \(value)")
      case .prefixed(let parameter, let prefix, let slot):
        guard let value = names.quoted(slot, prefix: prefix) else { return nil }
        words.append("-\(parameter) \(value)")
      }
    }
    return words.joined(separator: " ")
  }
}

/// The names one item gives to its command.
struct CommandNames {
  var pool: String?
  var sqlInstance: String?
  var database: String?
  var share: String?
  var folder: String?
  var backupSet: String
  /// Absent where nobody gave one.
  var destination: String?

  func quoted(_ slot: CommandTemplate.Slot, prefix: String = "") -> String? {
    switch slot {
    case .pool: pool.map { PowerShellQuoting.literal(prefix + $0) }
    case .sqlInstance: sqlInstance.map { PowerShellQuoting.literal(prefix + $0) }
    case .database: database.map { PowerShellQuoting.literal(prefix + $0) }
    case .share: share.map { PowerShellQuoting.literal(prefix + $0) }
    case .folder: folder.map { PowerShellQuoting.literal(prefix + $0) }
    case .backupSet: quotedTarget
    }
  }

  /// A web address is no path that a command can write to: the file goes to `$Backup` first.
  private var quotedTarget: String {
    guard let destination, !destination.contains("://") else { return PowerShellQuoting.inBackupFolder(backupSet) }
    let separator = destination.contains("/") && !destination.contains("\\") ? "/" : "\\"
    let folder = destination.hasSuffix(separator) ? destination : destination + separator
    return PowerShellQuoting.literal(folder + backupSet)
  }
}
