internal import ArgumentParser
internal import BackupPlanning
internal import Documents
internal import Rendering
internal import WorkbookRendering
internal import Worksheets

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

/// Worksheets in memory.
struct RenderedWorksheets {
  var plan: Plan
  /// For the output folder.
  var files: [OutputFile]
  /// Files of people, and what they hold with Markdown in them.
  var injected: [(file: InjectedFile, bytes: [UInt8])]
  /// Names of all files that some format would give.
  var possibleNames: Set<String>
}

extension WorksheetArguments {
  /// The worksheets, after the diagnostics about their inputs have been printed.
  func rendered(_ console: Console) async throws(CommandFailure) -> RenderedWorksheets {
    // The small files first: a missing marker should not wait for a large topology.
    let targets = try InjectedFile.all(inject)
    let (plan, register) = try input.planAndRegister(console, redaction)
    let templates = try TemplateFolder.templates(overriddenBy: templates)
    let words = try LanguageChoice(folder: self.templates).language(named: language)
    let builder = WorksheetBuilder(words)
    let (title, subtitle) = (builder.title(of: plan), builder.subtitle(of: plan))
    let documents = { @Sendable (arrangement: Arrangement) in
      DocumentSet(
        title: title, subtitle: subtitle, language: words.tag, documents: builder.documents(for: plan, in: arrangement))
    }
    let set = documents(.files)
    let formats = Format.allCases.filter(format.contains)
    // Rendered side by side: the formats share the plan and nothing else.
    let results = await formats.concurrentMap { format in
      Result { () throws(RenderingError) in
        switch format {
        case .markdown: try MarkdownRenderer(templates: templates, labels: words.renderingLabels).render(set)
        case .html: try HTMLRenderer(templates: templates, labels: words.renderingLabels).render(documents(.page))
        case .csv: try CSVRenderer(labels: words.renderingLabels).render(set)
        case .json: [OutputFile(name: "plan.json", bytes: plan.json)]
        case .xlsx: [OutputFile]()
        }
      }
    }
    var files: [OutputFile] = []
    for result in results { files += try Self.rendered { () throws(RenderingError) in try result.get() } }
    if format.contains(.xlsx) { files.append(try WorkbookOutput.file(of: plan, register, words)) }
    for target in targets { try target.refuse(among: files.map(\.name), in: output) }
    let injected = try targets.map { target throws(CommandFailure) in
      let bytes = try target.filled(documents: set.documents.map(\.id), output: output) {
        document, prefix throws(CommandFailure) in
        let renderer = MarkdownRenderer(templates: templates, labels: words.renderingLabels, linkPrefix: prefix)
        var one = set
        one.documents.removeAll { $0.id != document }
        return try Self.rendered { () throws(RenderingError) in try renderer.render(one) }.first?.bytes ?? []
      }
      return (target, bytes)
    }
    let names =
      set.documents.flatMap { ["\($0.id).md"] + ($0.isOverview ? [] : ["\($0.id).csv"]) }
      + ["worksheets.html", "plan.json", WorkbookOutput.name]
    return RenderedWorksheets(plan: plan, files: files, injected: injected, possibleNames: Set(names))
  }

  private static func rendered(
    _ render: () throws(RenderingError) -> [OutputFile]
  ) throws(CommandFailure) -> [OutputFile] {
    do throws(RenderingError) {
      return try render()
    } catch {
      throw TemplateFolder.failure(error)
    }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
