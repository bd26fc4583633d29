/// The worksheets of one deployment as somebody asked for them.
struct WorksheetOrder {
  var request: PlanRequest
  /// The folder that they belong into.
  var output: String
  var formats: [WorksheetFormat]
  var language: String
  /// Files of people that get Markdown between their markers.
  var inject: [String] = []

  /// What there is to write, after the diagnostics about the inputs have been printed.
  func job(_ shared: SharedInputs, _ console: Console) throws(CommandFailure) -> WorksheetJob {
    // The small files first: a missing marker should not wait for a large topology.
    let targets = try InjectedFile.all(inject)
    let policy = try shared.policy(request.policy)
    let pseudonyms = try shared.pseudonyms()
    let templates = try shared.templates().value
    let words = try shared.language(language).value
    let inputs = try request.worksheetInputs(policy.policy, console, pseudonyms)
    let job = WorksheetJob(
      plan: inputs.plan, words: words, templates: templates, letterhead: policy.letterhead,
      formats: WorksheetFormat.allCases.filter(formats.contains), targets: targets, output: output,
      workbook: formats.contains(.xlsx) ? try WorkbookOutput.file(of: inputs, words) : nil)
    for target in targets { try target.refuse(among: job.names, in: output) }
    return job
  }
}
