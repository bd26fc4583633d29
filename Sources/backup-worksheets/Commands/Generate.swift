internal import ArgumentParser
internal import BackupPlanning

/// `generate`: the worksheets of a topology, as files.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Write the worksheets of a topology into a folder.")

  @OptionGroup var worksheets: WorksheetArguments

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let console = messages.console
    let job = try worksheets.job(console)
    let (plan, output) = (job.plan, worksheets.output)
    let folder = OutputFolder(path: output)
    console.begin(.writing)
    let outcome = try folder.write(
      job.names, and: try job.injected().map { $0.file.pending($0.bytes) },
      refusing: { () throws(CommandFailure) in
        if let workbook = job.workbook { try folder.refuseSavedWorkbook(replacedBy: workbook) }
      },
      render: { () throws(CommandFailure) in
        try job.render {
          FolderSink(folder)
        } results: {
          $0.finish()
        }
      })
    guard !console.hasReader else {
      return console.note(FirstSteps(plan: plan, arguments: worksheets, outcome: outcome).lines)
    }
    console.note(
      "\(output): files written: \(outcome.written), unchanged: \(outcome.unchanged); components: "
        + "\(plan.components.count), backup items: \(plan.backupItems.count), restorations: "
        + "\(plan.restorations.count), open questions: \(plan.questions.count)")
  }
}
