internal import ArgumentParser
internal import Diagnostics
internal import Rendering

/// `check`: whether `generate` would change anything.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say whether the worksheets are what generate would write; write nothing.",
    discussion: """
      Prints a unified diff for each file that generate would change, and exits with 2 where there is one. Blind to \
      what git changes in a checkout: the form of line ends, a byte order mark.
      """)

  @OptionGroup var worksheets: WorksheetArguments

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let console = messages.console
    let order = worksheets.order
    let job = try order.job(worksheets.shared, console)
    let output = order.output
    console.begin(.comparing)
    let files = try job.render {
      MemorySink()
    } results: {
      $0.files
    }
    let review = try OutputReview(files, injected: try job.injected(), possibleNames: job.possibleNames, in: output)
    if !messages.quiet { try console.print(review.differences.joined()) }
    if !review.leftovers.isEmpty { console.report([Self.leftovers(review.leftovers, in: output)]) }
    if !review.foreign.isEmpty { console.note("\(output): files of others: \(Self.list(review.foreign))") }
    guard review.staleFiles > 0 else {
      return console.note("\(output): up to date; files: \(review.files)")
    }
    console.note(
      "\(output): not what generate would write: \(review.staleFiles) of \(review.files) files; "
        + "run `backup-worksheets generate` with the same options")
    throw ExitCode(Self.staleStatus)
  }

  /// The contract's exit code for output that is not what `generate` would write.
  private static let staleStatus: Int32 = 2

  private static func leftovers(_ names: [String], in folder: String) -> Diagnostic {
    Diagnostic(
      id: "output-leftover", severity: .warning, location: SourceLocation(file: folder),
      message: "not compared, since these options do not write them: \(list(names))",
      remedy: "name their formats with --format, or remove them")
  }

  private static let mostNames = 10

  private static func list(_ names: [String]) -> String {
    let more = names.count - mostNames
    return names.prefix(mostNames).joined(separator: ", ") + (more > 0 ? ", and \(more) more" : "")
  }
}
