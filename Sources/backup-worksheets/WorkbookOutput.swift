internal import BackupPlanning
internal import Documents
internal import Rendering
internal import WorkbookRendering
internal import Worksheets

/// The workbook among the files that `generate` writes.
enum WorkbookOutput {
  static let name = "worksheets.xlsx"

  static let usage =
    "this program was built without it. Install libxlsxwriter-dev and build with --traits Spreadsheet."

  static func file(of inputs: WorksheetInputs, _ words: Language) throws(CommandFailure) -> OutputFile {
    do throws(WorkbookError) {
      var workbook = WorkbookBuilder(words).workbook(for: inputs.plan, register: inputs.register)
      workbook.classification = inputs.houseStyle.classification ?? ""
      return OutputFile(name: name, bytes: try WorkbookRenderer().render(workbook))
    } catch {
      throw failure(error)
    }
  }

  private static func failure(_ error: WorkbookError) -> CommandFailure {
    switch error {
    case .cellTooLong, .characterWithoutXML, .tooManyRows, .tooManyColumns:
      CommandFailure(
        .unusableInput, id: "workbook-cell-unfit", file: name, error.description,
        remedy: "mend the row in the register, or leave xlsx out of --format")
    case .library:
      CommandFailure(
        .readingOrWritingFailed, id: "workbook-failed", file: name, error.description,
        remedy: "make room in the folder for temporary files, or name another one in TMPDIR")
    }
  }
}

extension OutputFolder {
  /// Refuses to replace a workbook that somebody saved since it was written: what was filled in would be gone.
  func refuseSavedWorkbook(replacedBy file: OutputFile) throws(CommandFailure) {
    let path = "\(path)/\(file.name)"
    guard let old = try? InputFile(path: path).contents(limit: Int.max) else { return }
    guard !WorkbookRenderer.isUntouched(old, comparedWith: file.bytes) else { return }
    throw CommandFailure(
      .outputCannotBeCreated, id: "workbook-saved", file: path,
      "somebody saved this workbook since it was written: replacing it would lose what was filled in",
      remedy: "save its sheet of the register as CSV UTF-8, for --entries; then rename or remove the workbook")
  }
}
