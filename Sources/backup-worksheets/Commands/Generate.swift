internal import ArgumentParser
internal import BackupPlanning
internal import Documents
internal import Rendering
internal import Worksheets

/// `generate`: the worksheets of a topology, as files.
struct Generate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Write the worksheets of a topology into a folder.")

  /// What can be written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case markdown
    case html
    case csv
    case json
  }

  @OptionGroup var input: PlanArguments

  @Option(name: .long, help: "The folder to write into. Files of others in it stay as they are.")
  var output = "output"

  @Option(
    name: .long, help: "One or several of markdown, html, csv, json, with commas between them; all of them without it.",
    transform: Self.formats)
  var format = Format.allCases

  @Option(
    name: .long, help: "The language of the worksheets: en, fr, or one that the folder of templates has in locales.")
  var language = "en"

  @Option(name: .long, help: "A folder with templates that replace the built-in ones of the same name.")
  var templates: String?

  @OptionGroup var redaction: RedactionArguments

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let console = messages.console
    let plan = try input.plan(console, redaction)
    let files = try await render(plan)
    let outcome = try OutputFolder(path: output).write(files)
    console.note(
      "\(output): files written: \(outcome.written), unchanged: \(outcome.unchanged); components: "
        + "\(plan.components.count), backup items: \(plan.backupItems.count), restorations: "
        + "\(plan.restorations.count), open questions: \(plan.questions.count)")
  }

  /// The files of all formats, rendered side by side: they share the plan and nothing else.
  private func render(_ plan: Plan) async throws(CommandFailure) -> [OutputFile] {
    let templates = try TemplateFolder.templates(overriddenBy: templates)
    let words = try LanguageChoice(folder: self.templates).language(named: language)
    let builder = WorksheetBuilder(words)
    let (title, subtitle) = (builder.title(of: plan), builder.subtitle(of: plan))
    let documents = { @Sendable (arrangement: Arrangement) in
      DocumentSet(
        title: title, subtitle: subtitle, language: words.tag, documents: builder.documents(for: plan, in: arrangement))
    }
    let files = documents(.files)
    let formats = Format.allCases.filter(format.contains)
    let rendered = await formats.concurrentMap { format in
      Result { () throws(RenderingError) in
        switch format {
        case .markdown: try MarkdownRenderer(templates: templates, labels: words.renderingLabels).render(files)
        case .html: try HTMLRenderer(templates: templates, labels: words.renderingLabels).render(documents(.page))
        case .csv: try CSVRenderer(labels: words.renderingLabels).render(files)
        case .json: [OutputFile(name: "plan.json", bytes: plan.json)]
        }
      }
    }
    do throws(RenderingError) {
      var files: [OutputFile] = []
      for result in rendered { files += try result.get() }
      return files
    } catch {
      throw TemplateFolder.failure(error)
    }
  }

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output needs the name of a folder.") }
    let languages = LanguageChoice(folder: templates).names
    if !languages.contains(language) {
      throw ValidationError("There is no language '\(language)'. Languages: \(languages.joined(separator: ", ")).")
    }
    if format.isEmpty { throw ValidationError("--format needs at least one of \(Self.formatNames).") }
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

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
