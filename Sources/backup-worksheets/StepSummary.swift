internal import AuditReports
internal import Auditing
internal import Documents
internal import Glibc
internal import Rendering
internal import Worksheets

/// The summary of a step of GitHub Actions.
struct StepSummary {
  /// GitHub refuses the summary of a step of more than 1 MiB.
  private static let largest = 1 << 20

  /// The file of the step that is running, if one is.
  static var file: String? { Environment.value("GITHUB_STEP_SUMMARY") }

  /// The summary as Markdown.
  /// - Parameter file: The file that it will be appended to; what it has takes from the room.
  static func bytes(of audit: Audit, appendedTo file: String? = nil) throws(CommandFailure) -> [UInt8] {
    let templates = try TemplateFolder.templates(overriddenBy: nil)
    let words = try LanguageChoice(folder: nil).language(named: "en")
    var labels = words.renderingLabels
    labels.footer = ""
    let renderer = MarkdownRenderer(templates: templates, labels: labels)
    do {
      return try SummaryDocument(audit).bytes(within: largest - 1 - size(of: file)) {
        documents throws(RenderingError) in
        try renderer.render(documents).flatMap(\.bytes)
      }
    } catch {
      throw TemplateFolder.failure(error)
    }
  }

  /// Appends to the file: other programs of the step write there, too. Where that fails, it is as it was.
  static func append(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    let file: FileDescriptor
    do {
      file = try FileDescriptor.open(path, O_WRONLY | O_APPEND | O_CREAT, permissions: 0o666)
    } catch {
      throw CommandFailure(
        .outputCannotBeCreated, id: "output-not-created", file: path, "cannot be opened: \(error.message)",
        remedy: "check GITHUB_STEP_SUMMARY, or unset it")
    }
    defer { try? file.close() }
    let before = size(of: path)
    do {
      try file.write(bytes)
    } catch {
      _ = unsafe truncate(path, off_t(before))
      throw CommandFailure(
        .readingOrWritingFailed, id: "output-failed", file: path, "writing failed: \(error.message)",
        remedy: "make room or mend the disk, then run again")
    }
  }

  private static func size(of path: String?) -> Int {
    guard let path else { return 0 }
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
