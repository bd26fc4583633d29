import Foundation
import TestSupport
import Testing

/// Pages of the documentation are true: their commands are run, and print what the pages show.
@Suite struct GuideTests {
  // The pages have a workbook.
  #if Spreadsheet
    @Test func everyCommandPrintsWhatThePageShows() throws {
      let result = try runProcess(
        Fixture.repository.appending(path: "Scripts/guide-test").path, [try builtProduct(named: "backup-worksheets")])
      #expect(result.status == 0, "renew the pages with Scripts/guide-test --update\n\(result.errorText)")
    }
  #endif

  @Test func theManualPageAndTheCompletionsAreThoseOfTheProgram() throws {
    let folder = try TemporaryFolder()
    let result = try runProcess(
      Fixture.repository.appending(path: "Scripts/manual").path,
      [try builtProduct(named: "backup-worksheets"), folder.path])
    #expect(result.status == 0, "\(result.errorText)")
    let written = try folder.contents().filter { !$0.value.isEmpty }
    #expect(written.count == 4)
    for (name, bytes) in written {
      let recorded = try Data(contentsOf: Fixture.repository.appending(path: "docs/\(name)"))
      #expect(bytes == Array(recorded), "renew docs/\(name) with Scripts/manual")
    }
  }
}
