internal import ArgumentParser
internal import BackupPlanning
internal import PlanComparison
internal import Rendering

/// `diff`: which backup duties appear, vanish or change.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say which backup duties appear, vanish or change between two topologies or plans.",
    discussion: "A pool that has another name, while its servers stayed, is shown as renamed. Exits with 0 whatever "
      + "it finds.")

  /// How the difference is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case markdown
    case json
  }

  @Argument(help: "The topology as it was, or a plan.json; - for standard input.")
  var old: String

  @Argument(help: "The topology as it is now, or a plan.json; - for standard input.")
  var new: String

  @OptionGroup var limits: LimitOptions

  @OptionGroup var policy: PolicyArgument

  @Option(name: .long, help: "text, markdown (for a comment on a pull request) or json.")
  var format = Format.text

  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if [old, new, policy.policy].count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input can be one of the two files and the policy, not several.")
    }
  }

  func run() throws {
    let console = messages.console
    let policy = try policy.read()
    let before = try snapshot(of: old, policy, console)
    let difference = PlanDifference(from: before, to: try snapshot(of: new, policy, console))
    switch format {
    case .text: try console.print(DifferenceText(difference).text)
    case .markdown: try console.print(Self.markdown(difference))
    case .json: try console.print(difference.json)
    }
  }

  private func snapshot(
    of path: String, _ policy: Policy, _ console: Console
  ) throws(CommandFailure) -> PlanSnapshot {
    let file = InputFile(path: path)
    var snapshot = try PlanInput(file: file, limits: limits).snapshot(policy, console)
    snapshot.name = file.resultName
    return snapshot
  }

  /// A comment on GitHub holds 65,536 characters; this leaves room for a line or two of whoever posts it.
  private static let largestComment = 60_000

  /// The Markdown with as many rows as a comment has room for.
  private static func markdown(_ difference: PlanDifference) -> [UInt8] {
    let document = DifferenceDocument(difference)
    var mostRows = 500
    while true {
      let bytes = MarkdownComment().bytes(of: document.document(mostRows: mostRows))
      if bytes.count <= largestComment || mostRows == 0 { return bytes }
      mostRows /= 2
    }
  }
}
