import Foundation
import TestSupport
import Testing

/// `--format xlsx` in a program that has it. What is in the file is tested by `Scripts/workbook-test`.
#if Spreadsheet
  @Suite struct WorkbookTests {
    @Test func isWrittenBesideTheOtherFormatsWhenItIsNamed() throws {
      let program = try Program()
      let result = try program("generate", Program.draft, "--format", "json,xlsx")
      #expect(result.status == 0)
      #expect(program.folder.names("output") == ["plan.json", "worksheets.xlsx"])
      // A zip archive.
      #expect(try program.folder.bytes("output/worksheets.xlsx").starts(with: [0x50, 0x4B, 3, 4]))
    }

    @Test func isNotWrittenUnlessItIsNamed() throws {
      let program = try Program()
      try program("generate", Program.draft)
      #expect(program.folder.names("output") == Program.files)
    }

    @Test func withoutRoomForTemporaryFilesNothingIsWritten() throws {
      let program = try Program()
      // No file may grow: not even one that the library has no name for.
      let tool = try builtProduct(named: "backup-worksheets")
      let run = "(ulimit -f 0; trap '' XFSZ; exec '\(tool)' generate '\(Program.draft)' --format xlsx 2>&1) | cat"
      let result = try runProcess("bash", ["-c", "set -o pipefail; \(run)"], workingDirectory: program.folder.path)
      #expect(result.status == 74, "\(result.outputText)")
      #expect(program.folder.names("output").isEmpty)
    }
  }
#else
  @Suite struct WithoutWorkbooksTests {
    @Test func theFormatIsRefusedWithTheRemedy() throws {
      let program = try Program()
      let result = try program("generate", Program.draft, "--format", "xlsx")
      #expect(result.status == 64)
      #expect(
        result.errorText.contains(
          "--format xlsx: this program was built without it. Install libxlsxwriter-dev and build with "
            + "--traits Spreadsheet."))
      #expect(program.folder.names("output").isEmpty)
    }

    @Test func theOtherFormatsAreWritten() throws {
      let program = try Program()
      #expect(try program("generate", Program.draft).status == 0)
      #expect(program.folder.names("output") == Program.files)
    }
  }
#endif
