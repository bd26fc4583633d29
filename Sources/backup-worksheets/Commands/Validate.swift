internal import ArgumentParser
internal import Diagnostics
internal import TopologyImport

/// `validate`: import only.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Import a topology and say what it holds and what is wrong with it.")

  @OptionGroup var topology: TopologyArgument

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let console = messages.console
    let imported = try topology.imported(console)
    // Every diagnostic is what this command is for: notes too.
    Console(verbosity: messages.quiet ? .quiet : .verbose, allowsColor: !messages.noColor).report(imported.diagnostics)
    try console.print(imported.summary(fileName: topology.file.resultName(ofEntry: imported.archiveEntry)))
  }
}
