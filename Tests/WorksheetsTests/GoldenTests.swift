import TestSupport
import Testing

/// Everything `generate` writes, as recorded. `UPDATE_GOLDEN=1 swift test --filter WorksheetsTests` records anew.
@Suite struct GoldenTests {
  @Test(arguments: PlannedFile.all)
  func theFilesAreAsRecorded(file: PlannedFile) throws {
    try GoldenFile.check(PlannedFile.files(of: file.plan()), in: file.name)
  }

  @Test func nothingElseIsRecorded() throws {
    try GoldenFile.checkFolders(Set(PlannedFile.all.map(\.name)))
  }
}
