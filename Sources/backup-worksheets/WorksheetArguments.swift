internal import ArgumentParser
internal import WorkbookRendering

/// What worksheets are made from and where they belong: what `generate` writes and `check` compares.
struct WorksheetArguments: ParsableArguments {
  /// What can be written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case markdown
    case html
    case csv
    case json
    case xlsx

    /// What is written where nobody says what.
    static let usual = allCases.filter { $0 != .xlsx }
  }

  @OptionGroup var input: PlanArguments

  @OptionGroup var redaction: RedactionArguments

  @Option(name: .long, help: "The folder of the worksheets. Files of others in it stay as they are.")
  var output = "output"

  @Option(
    name: .long,
    help: """
      One or several of markdown, html, csv, json, xlsx, with commas between them; all of them but xlsx without it.
      """,
    transform: Self.formats)
  var format = Format.usual

  @Option(
    name: .long, help: "The language of the worksheets: en, fr, or one that the folder of templates has in locales.")
  var language = "en"

  @Option(name: .long, help: "A folder with templates that replace the built-in ones of the same name.")
  var templates: String?

  @Option(
    name: .customLong("inject"),
    help: ArgumentHelp(
      "A file of yours in which the Markdown goes between two marker lines; may be given several times.",
      valueName: "file.md"))
  var inject: [String] = []

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output needs the name of a folder.") }
    let languages = LanguageChoice(folder: templates).names
    if !languages.contains(language) {
      throw ValidationError("There is no language '\(language)'. Languages: \(languages.joined(separator: ", ")).")
    }
    if format.isEmpty { throw ValidationError("--format needs at least one of \(Self.formatNames).") }
    if format.contains(.xlsx) && !WorkbookRenderer.isBuiltIn {
      throw ValidationError("--format xlsx: \(WorkbookOutput.usage)")
    }
    if inject.contains("") || inject.contains("-") { throw ValidationError("--inject needs the name of a file.") }
    if !inject.isEmpty && !format.contains(.markdown) {
      throw ValidationError("--inject links to the Markdown files: --format has to include markdown.")
    }
  }

  private static let formatNames = Format.allCases.map(\.rawValue).joined(separator: ", ")

  private static func formats(_ list: String) throws -> [Format] {
    try list.split(separator: ",").map { word in
      guard let format = Format(rawValue: word.trimmingSpaces) else {
        throw ValidationError("'\(word)' is not a format. Formats: \(formatNames).")
      }
      return format
    }
  }
}

extension WorksheetArguments {
  /// What there is to write, after the diagnostics about the inputs have been printed.
  func job(_ console: Console) throws(CommandFailure) -> WorksheetJob {
    // The small files first: a missing marker should not wait for a large topology.
    let targets = try InjectedFile.all(inject)
    let inputs = try input.worksheetInputs(console, redaction)
    let letterhead = try LetterheadFiles(policy: input.policy.policy).letterhead(of: inputs.houseStyle)
    let templates = try TemplateFolder.templates(overriddenBy: templates)
    let words = try LanguageChoice(folder: self.templates).language(named: language)
    let job = WorksheetJob(
      plan: inputs.plan, words: words, templates: templates, letterhead: letterhead,
      formats: Format.allCases.filter(format.contains), targets: targets, output: output,
      workbook: format.contains(.xlsx) ? try WorkbookOutput.file(of: inputs, words) : nil)
    for target in targets { try target.refuse(among: job.names, in: output) }
    return job
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
