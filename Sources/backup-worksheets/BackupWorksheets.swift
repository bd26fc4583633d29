internal import ArgumentParser

/// Backup and restoration worksheets for Lync Server and Skype for Business Server.
@main
struct BackupWorksheets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup-worksheets",
    abstract: "Backup and restoration worksheets for Lync Server 2013 and Skype for Business Server.",
    discussion: """
      Reads the topology that the product itself exports (Get-CsTopology -AsXml, or a Topology Builder file), derives \
      what each component needs to be backed up, and writes the worksheets as Markdown, HTML and CSV.

      Exit codes: 0 done, 64 wrong usage, 65 unusable input, 66 an input cannot be opened, 70 internal error, \
      73 output cannot be created, 74 reading or writing failed.
      """,
    version: "0.1.0",
    subcommands: [Generate.self, ShowPlan.self, Init.self, Validate.self, Rules.self])

  /// Parses, runs, and turns whatever goes wrong into a message and the contract's exit code.
  static func main() async {
    Console.ignoreBrokenPipes()
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as CommandFailure {
      failure.report()
      exit(withError: ExitCode(failure.status.rawValue))
    } catch {
      exit(withError: error)
    }
  }
}
