internal import ArgumentParser
internal import BackupPlanning

/// `generate`: the worksheets of a topology, as files.
struct Generate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Write the worksheets of a topology into a folder.")

  @OptionGroup var worksheets: WorksheetArguments

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let console = messages.console
    let rendered = try await worksheets.rendered(console)
    let (plan, output) = (rendered.plan, worksheets.output)
    let outcome = try OutputFolder(path: output).write(
      rendered.files, and: rendered.injected.map { $0.file.pending($0.bytes) })
    console.note(
      "\(output): files written: \(outcome.written), unchanged: \(outcome.unchanged); components: "
        + "\(plan.components.count), backup items: \(plan.backupItems.count), restorations: "
        + "\(plan.restorations.count), open questions: \(plan.questions.count)")
  }
}
