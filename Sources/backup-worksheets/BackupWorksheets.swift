internal import Diagnostics
internal import ArgumentParser
internal import BackupPlanning

/// Backup and restoration worksheets for Lync Server and Skype for Business Server.
@main
struct BackupWorksheets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup-worksheets",
    abstract: "Backup and restoration worksheets for Lync Server 2013 and Skype for Business Server.",
    discussion: """
      Reads the topology that the product itself exports (Get-CsTopology -AsXml, or a Topology Builder file), derives \
      what each component needs to be backed up and restored, and writes the worksheets as Markdown, HTML, CSV and JSON.

      Exit codes: 0 done, 1 the audit found something, 2 check found stale output, 64 wrong usage, 65 unusable input, 66 an input cannot be \
      opened, 70 internal error, 73 output cannot be created, 74 reading or writing failed.
      """,
    version: "0.1.0",
    subcommands: [
      Generate.self, Check.self, ShowPlan.self, AuditPlan.self, Diff.self, Entries.self, Init.self,
      Validate.self, Rules.self, ManageTemplates.self,
    ])

  /// Parses, runs, and turns whatever goes wrong into a message and the contract's exit code.
  static func main() {
    Console.occupyClosedStreams()
    Console.ignoreSignalsOfWriting()
    do {
      try checkCommandName(CommandLine.arguments.dropFirst().first)
      var command = try parseAsRoot()
      try command.run()
      ProgressLine.shared.finish()
    } catch let failure as CommandFailure {
      end(failure)
    } catch {
      end(error)
    }
  }

  private static func end(_ failure: CommandFailure) -> Never {
    ProgressLine.shared.finish()
    failure.report()
    exit(withError: ExitCode(failure.status.rawValue))
  }

  /// Help, version, completions, or what the parser has to say about the arguments. Printed here and not by the
  /// parser, which does not notice when printing fails.
  private static func end(_ error: any Error) -> Never {
    ProgressLine.shared.finish()
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if code.isSuccess && !message.isEmpty {
      do throws(CommandFailure) {
        try Console(verbosity: .normal, allowsColor: false).print(message + "\n")
      } catch {
        end(error)
      }
      exit(withError: code)
    }
    exit(withError: error)
  }

  /// The parser calls an unknown command an unexpected argument.
  private static func checkCommandName(_ name: String?) throws(CommandFailure) {
    guard let name, !name.isEmpty, !name.hasPrefix("-"), name != "help" else { return }
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !names.contains(name) else { return }
    guard !InputFile(path: name).exists else {
      throw CommandFailure(
        .wrongUsage, id: "command-unknown", "\"\(name)\" is a file, and no command",
        remedy: "did you mean `backup-worksheets generate \(FirstSteps.word(name))`?")
    }
    let near = Spelling.nearest(to: name, among: names)
    throw CommandFailure(
      .wrongUsage, id: "command-unknown", "no command is called \"\(name)\"",
      remedy: near.map { "did you mean \"\($0)\"?" } ?? "use one of: \(names.joined(separator: ", "))")
  }
}
