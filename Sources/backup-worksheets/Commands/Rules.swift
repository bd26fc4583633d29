internal import Diagnostics
internal import ArgumentParser
internal import Auditing
internal import BackupPlanning

/// `rules`: the rule catalogue.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Show the rules: what they ask, why, on whose authority, how to waive them.",
    subcommands: [List.self, Explain.self], defaultSubcommand: List.self)

  /// The rules of planning, then the controls of the audit.
  static let all = RuleCatalogue.all + ControlCatalogue.explanations

  /// `rules list`: a line each.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List every rule.")

    @OptionGroup var messages: MessageOptions

    func run() throws { try messages.console.print(RuleText.list(Rules.all)) }
  }

  /// `rules explain ID`.
  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "explain", abstract: "Explain one rule.")

    @Argument(help: "The id of the rule, as `rules list` shows it.")
    var id: String

    @OptionGroup var messages: MessageOptions

    func run() throws {
      guard let rule = Rules.all.first(where: { $0.id.lowercased() == id.lowercased() }) else {
        let near = Spelling.nearest(to: id, among: Rules.all.map(\.id))
        let remedy = near.map { "did you mean \"\($0)\"?" } ?? "`backup-worksheets rules list` shows them all"
        throw CommandFailure(.wrongUsage, id: "rule-unknown", "no rule is called \"\(id)\"", remedy: remedy)
      }
      try messages.console.print(RuleText.explanation(of: rule))
    }
  }
}
