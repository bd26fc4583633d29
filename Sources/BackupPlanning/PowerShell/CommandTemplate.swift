/// A command before the names are known: a program of the table and arguments that are flags, words or slots for names.
struct CommandTemplate: Sendable {
  /// What stands behind the program's name.
  enum Argument: Sendable {
    /// `-Name "value"`
    case parameter(String, NameSlot)
    /// `-Name "value"`, left out where there is no value, as for the default SQL Server instance.
    case optional(String, NameSlot)
    /// `-Name "prefix<value>"`
    case prefixed(String, prefix: String, NameSlot)
    /// `-Name word`, a fixed word of ours such as `Mirror`.
    case choice(String, String)
    /// `-Name`
    case flag(String)
    /// A name alone.
    case positional(NameSlot)
    /// A fixed word alone, such as `/E`.
    case word(String)

    /// The name of the parameter, of those that have one.
    var parameterName: String? {
      switch self {
      case .parameter(let name, _), .optional(let name, _), .prefixed(let name, _, _), .choice(let name, _),
        .flag(let name):
        name
      case .positional, .word: nil
      }
    }
  }

  let program: CommandProgram
  let arguments: [Argument]

  init(_ program: CommandProgram, _ arguments: [Argument] = []) {
    self.program = program
    self.arguments = arguments
  }

  /// The names it has besides the file of a backup set, which belongs to the backup and not to the step.
  var slots: [NameSlot] {
    arguments.compactMap { argument in
      switch argument {
      case .positional(let slot), .parameter(_, let slot), .optional(_, let slot), .prefixed(_, _, let slot):
        slot == .backupSet ? nil : slot
      case .word, .flag, .choice: nil
      }
    }
  }

  /// The command with `names` in it; nil where a name it needs is not known.
  func command(with names: Names) -> String? {
    var command = program.name
    for argument in arguments {
      switch argument {
      case .word(let word): command.append(word: word)
      case .flag(let name): command.append(parameter: name)
      case .choice(let name, let word): command.append(parameter: name, word)
      case .positional(let slot):
        guard let value = names.quoted(slot) else { return nil }
        command.append(word: value)
      case .parameter(let name, let slot):
        guard let value = names.quoted(slot) else { return nil }
        command.append(parameter: name, value)
      case .prefixed(let name, let prefix, let slot):
        guard let value = names.quoted(slot, prefix: prefix) else { return nil }
        command.append(parameter: name, value)
      case .optional(let name, let slot):
        if let value = names.quoted(slot) { command.append(parameter: name, value) }
      }
    }
    return command
  }

  /// The command as a form: `word` stands for each name, brackets around what not every command of this form has.
  func form(naming word: (NameSlot) -> String) -> String {
    let words = arguments.map { argument in
      switch argument {
      case .word(let word): word
      case .flag(let name): "-\(name)"
      case .choice(let name, let word): "-\(name) \(word)"
      case .positional(let slot): Self.quoted(slot, word(slot))
      case .parameter(let name, let slot): "-\(name) \(Self.quoted(slot, word(slot)))"
      case .prefixed(let name, let prefix, let slot): "-\(name) \(Self.quoted(slot, prefix + word(slot)))"
      case .optional(let name, let slot): "[-\(name) \(Self.quoted(slot, word(slot)))]"
      }
    }
    return ([program.name] + words).joined(separator: " ")
  }

  /// Quotes in which a name is safe that somebody puts in: files may be in `$Backup`, which has to be expanded, and
  /// of other names nothing has.
  private static func quoted(_ slot: NameSlot, _ word: String) -> String {
    switch slot {
    case .backupSet: "\"\(word)\""
    case .transfer, .secondTransfer: "\"\(PowerShellQuoting.backupFolderVariable)\\\(word)\""
    default: "'\(word)'"
    }
  }
}

extension String {
  fileprivate mutating func append(word: String) {
    self += " "
    self += word
  }

  /// Appends `-name` and its value, if it has one.
  fileprivate mutating func append(parameter name: String, _ value: String? = nil) {
    self += " -"
    self += name
    if let value { append(word: value) }
  }
}
