internal import BackupPlanning
internal import Documents
internal import Rendering
internal import Worksheets

/// Worksheets that are about to be rendered: what `generate` writes and `check` compares.
struct WorksheetJob {
  typealias Format = WorksheetFormat

  let plan: Plan
  private let words: Language
  private let templates: Templates
  private let letterhead: Letterhead
  private let formats: [Format]
  private let targets: [InjectedFile]
  private let output: String
  private let set: DocumentSet
  /// The workbook, where it is asked for: a library makes it, as a whole.
  let workbook: OutputFile?

  init(
    plan: Plan, words: Language, templates: Templates, letterhead: Letterhead, formats: [Format],
    targets: [InjectedFile], output: String, workbook: OutputFile?
  ) {
    self.plan = plan
    self.words = words
    self.templates = templates
    self.letterhead = letterhead
    self.formats = formats
    self.targets = targets
    self.output = output
    self.workbook = workbook
    set = Self.documents(of: plan, words, letterhead, .files)
  }

  private static func documents(
    of plan: Plan, _ words: Language, _ letterhead: Letterhead, _ arrangement: Arrangement
  ) -> DocumentSet {
    let builder = WorksheetBuilder(words)
    return DocumentSet(
      title: builder.title(of: plan), subtitle: builder.subtitle(of: plan), language: words.tag,
      letterhead: letterhead, documents: builder.documents(for: plan, in: arrangement))
  }

  // MARK: Names

  /// Names of the files that it may write into the output folder.
  var names: [String] { formats.flatMap(names) }

  /// Names of all files that some format would give.
  var possibleNames: Set<String> { Set(Format.allCases.flatMap(names)) }

  private func names(of format: Format) -> [String] {
    switch format {
    case .markdown: set.documents.map { "\($0.id).md" }
    case .html: [HTMLRenderer.fileName]
    case .csv: set.documents.filter { !$0.isOverview }.map { "\($0.id).csv" }
    case .json: [Self.planFile]
    case .xlsx: [WorkbookOutput.name]
    }
  }

  private static let planFile = "plan.json"

  // MARK: Rendering

  /// Renders the formats: they share the plan and nothing else.
  /// - Parameters:
  ///   - isAlone: Whether no other deployment keeps the cores busy, so that formats are rendered side by side.
  ///   - sink: Makes what takes the files of one format.
  ///   - results: What came of them, in the end.
  func render<Sink: OutputSink, Output: Sendable>(
    isAlone: Bool = true, into sink: @escaping @Sendable () -> Sink, results: @escaping @Sendable (Sink) -> [Output]
  ) throws(CommandFailure) -> [Output] {
    let (plan, words, templates, set, workbook) = (plan, words, templates, set, workbook)
    let letterhead = letterhead
    let render: @Sendable (Format) -> Result<[Output], RenderingError> = { format in
      Result { () throws(RenderingError) in
        let sink = sink()
        let labels = words.renderingLabels
        switch format {
        case .markdown: try MarkdownRenderer(templates: templates, labels: labels).render(set, into: sink)
        case .html:
          try HTMLRenderer(templates: templates, labels: labels).render(
            Self.documents(of: plan, words, letterhead, .page), into: sink)
        case .csv: try CSVRenderer(labels: labels).render(set, into: sink)
        case .json: plan.writeJSON { sink.take(&$0, of: Self.planFile) }
        case .xlsx:
          var bytes = workbook?.bytes ?? []
          sink.take(&bytes, of: WorkbookOutput.name)
        }
        return results(sink)
      }
    }
    let outputs = isAlone ? formats.concurrentMap(render) : formats.map(render)
    var files: [Output] = []
    for output in outputs { files += try Self.rendered { () throws(RenderingError) in try output.get() } }
    return files
  }

  // MARK: Writing

  /// Writes the worksheets into their folder, all of them or none.
  /// - Parameters:
  ///   - isAlone: Whether no other deployment keeps the cores busy.
  ///   - record: Gets the SHA-256 of each file while the folder is still locked; nil where nobody wants it.
  func write(
    isAlone: Bool = true, record: (([String: String]) throws(CommandFailure) -> Void)? = nil
  ) throws(CommandFailure) -> OutputFolder.Outcome {
    let folder = OutputFolder(path: output)
    let isRecorded = record != nil
    var digests: [String: String] = [:]
    return try folder.write(
      names, and: try injected().map { $0.file.pending($0.bytes) },
      refusing: { () throws(CommandFailure) in
        if let workbook { try folder.refuseSavedWorkbook(replacedBy: workbook) }
      },
      render: { () throws(CommandFailure) in
        let files = try render(isAlone: isAlone) {
          FolderSink(folder, takesDigests: isRecorded)
        } results: {
          $0.finish()
        }
        for file in files { digests[file.name] = file.digest }
        return files.map(\.outcome)
      },
      finally: { () throws(CommandFailure) in try record?(digests) })
  }

  /// Files of people, and what they hold with Markdown in them.
  func injected() throws(CommandFailure) -> [(file: InjectedFile, bytes: [UInt8])] {
    try targets.map { target throws(CommandFailure) in
      let bytes = try target.filled(documents: set.documents.map(\.id), output: output) {
        document, prefix throws(CommandFailure) in
        let renderer = MarkdownRenderer(templates: templates, labels: words.renderingLabels, linkPrefix: prefix)
        var one = set
        one.documents.removeAll { $0.id != document }
        return try Self.rendered { () throws(RenderingError) in try renderer.render(one) }.first?.bytes ?? []
      }
      return (target, bytes)
    }
  }

  private static func rendered<Output>(
    _ render: () throws(RenderingError) -> Output
  ) throws(CommandFailure) -> Output {
    do throws(RenderingError) {
      return try render()
    } catch {
      throw TemplateFolder.failure(error)
    }
  }
}
