internal import ArgumentParser
internal import BackupPlanning
internal import Diagnostics
internal import TopologyImport

/// `init`: a first policy for a deployment.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Print a commented policy for a topology, to be completed and passed to --policy.")

  @OptionGroup var topology: TopologyArgument

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let console = messages.console
    let imported = try topology.imported(console)
    console.report(imported.diagnostics)
    // Without a policy there is nothing that planning could refuse.
    let plan = try Planner.plan(imported.topology).plan
    try console.print(PolicyTemplate.yaml(for: plan))
  }
}
