internal import ArgumentParser
internal import WorkbookRendering

/// What worksheets are made from and where they belong: what `check` compares.
struct WorksheetArguments: ParsableArguments {
  @OptionGroup var input: PlanArguments

  @OptionGroup var redaction: RedactionArguments

  @OptionGroup var options: WorksheetOptions

  var order: WorksheetOrder { options.order(input.request) }

  var shared: SharedInputs { SharedInputs(SharedSettings(options, redaction)) }
}

/// How worksheets are written, and where.
struct WorksheetOptions: ParsableArguments {
  @Option(
    name: .customLong("output"),
    help: "The folder of the worksheets. Files of others in it stay as they are. (default: output)")
  var outputGiven: String?

  @Option(
    name: .customLong("format"),
    help: """
      One or several of markdown, html, csv, json, xlsx, with commas between them; all of them but xlsx without it.
      """,
    transform: WorksheetFormat.list)
  var formatGiven: [WorksheetFormat]?

  @Option(
    name: .customLong("language"),
    help: "The language of the worksheets: en, fr, or one that the folder of templates has in locales. (default: en)")
  var languageGiven: String?

  @Option(name: .long, help: "A folder with templates that replace the built-in ones of the same name.")
  var templates: String?

  @Option(
    name: .customLong("inject"),
    help: ArgumentHelp(
      "A file of yours in which the Markdown goes between two marker lines; may be given several times.",
      valueName: "file.md"))
  var inject: [String] = []

  var output: String { outputGiven ?? "output" }

  var formats: [WorksheetFormat] { formatGiven ?? WorksheetFormat.usual }

  var language: String { languageGiven ?? "en" }

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output needs the name of a folder.") }
    let languages = LanguageChoice(folder: templates).names
    if !languages.contains(language) {
      throw ValidationError("There is no language '\(language)'. Languages: \(languages.joined(separator: ", ")).")
    }
    if formats.isEmpty { throw ValidationError("--format needs at least one of \(WorksheetFormat.names).") }
    if formats.contains(.xlsx) && !WorkbookRenderer.isBuiltIn {
      throw ValidationError("--format xlsx: \(WorkbookOutput.usage)")
    }
    if inject.contains("") || inject.contains("-") { throw ValidationError("--inject needs the name of a file.") }
    if !inject.isEmpty && !formats.contains(.markdown) {
      throw ValidationError("--inject links to the Markdown files: --format has to include markdown.")
    }
  }

  func order(_ request: PlanRequest) -> WorksheetOrder {
    WorksheetOrder(request: request, output: output, formats: formats, language: language, inject: inject)
  }
}
