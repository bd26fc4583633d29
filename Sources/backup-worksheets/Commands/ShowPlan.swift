internal import ArgumentParser
internal import BackupPlanning
internal import Worksheets

/// `plan`: the plan on standard output.
struct ShowPlan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Print the backup plan of a topology.")

  /// How the plan is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json
    case text
  }

  @OptionGroup var input: PlanArguments

  @Option(name: .long, help: "json or text.")
  var format = Format.json

  @OptionGroup var redaction: RedactionArguments

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let console = messages.console
    let plan = try input.plan(console, redaction)
    switch format {
    case .json: try console.print(plan.json)
    case .text: try console.print(PlanText.text(of: plan))
    }
  }
}
