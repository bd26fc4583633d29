import TestSupport
import Testing

/// Everything `generate` writes, as recorded. `UPDATE_GOLDEN=1 swift test --filter WorksheetsTests` records anew.
@Suite struct GoldenTests {
  @Test(arguments: PlannedFile.all)
  func theFilesAreAsRecorded(file: PlannedFile) throws {
    try GoldenFile.check(PlannedFile.files(of: file.plan()), in: file.name)
  }

  /// For a person to review: the documents that people read, in the other built-in language.
  @Test(arguments: PlannedFile.french)
  func theFrenchDocumentsAreAsRecorded(file: PlannedFile) throws {
    let files = try PlannedFile.files(of: file.plan(), in: LocaleFiles.french.get())
    try GoldenFile.check(files.filter { $0.key.hasSuffix(".md") }, in: "\(file.name)-fr")
  }

  @Test func nothingElseIsRecorded() throws {
    try GoldenFile.checkFolders(Set(PlannedFile.all.map(\.name) + PlannedFile.french.map { "\($0.name)-fr" }))
  }
}
