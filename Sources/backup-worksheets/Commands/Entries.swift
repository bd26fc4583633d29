internal import ArgumentParser
internal import BackupPlanning
internal import Diagnostics

/// `entries`: the register that people fill in, created or brought up to date.
struct Entries: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entries",
    abstract: "Create or update the register that people fill in, a CSV file with a row for each backup item.",
    discussion: """
      Adds a row for each new item, with empty cells; keeps every cell that people filled; marks rows of items that \
      are gone as retired. Nothing is ever deleted.
      """)

  @OptionGroup var topology: TopologyArgument

  @OptionGroup var policy: PolicyArgument

  @Option(name: .long, help: "The register (CSV): created where it is missing.")
  var file: String

  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if file.isEmpty || file == "-" { throw ValidationError("--file needs the name of a file, to read and to write.") }
    if topology.file.isStandardInput && policy.policy == "-" {
      throw ValidationError("Standard input can be the topology or the policy, not both.")
    }
  }

  func run() throws {
    let console = messages.console
    // The register last: the less time between reading and replacing it, the fewer edits of others come between.
    let plan = try topology.plan(policy.read(), Register(), console)
    let registerFile = try RegisterFile(path: file)
    let (update, isChanged) = try registerFile.locked { () throws(CommandFailure) -> (RegisterUpdate, Bool) in
      let old = try registerFile.read()
      let register = try old.map { file throws(CommandFailure) in try Register(file.bytes, fileName: self.file) }
      let update = RegisterUpdate(register ?? Register(), plan)
      return (update, try registerFile.replace(old, with: update.register.csv))
    }
    for id in update.retired {
      console.report([
        Diagnostic(
          id: "register-retired", severity: .note, subject: id, location: SourceLocation(file: file),
          message: "\(id) is no longer in the plan: its row is retired now",
          remedy: "keep the row for as long as old backups of it are kept")
      ])
    }
    console.note(
      "\(file): \(isChanged ? "written" : "unchanged"); rows added: \(update.added.count), kept: "
        + "\(update.kept.count), retired: \(update.retired.count), revived: \(update.revived.count), retired before: "
        + "\(update.retiredBefore.count)")
  }
}
