import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import backup_worksheets

/// The register is replaced only while it is the file that was read.
@Suite struct RegisterFileTests {
  private let new = Array("new".utf8)

  private func prepared(_ text: String? = "old") throws -> (folder: TemporaryFolder, file: RegisterFile) {
    let folder = try TemporaryFolder()
    if let text { try folder.write(text, to: "entries.csv") }
    return (folder, try RegisterFile(path: folder.path("entries.csv")))
  }

  @Test func theFileThatWasReadIsReplaced() throws {
    let (folder, file) = try prepared()
    #expect(try file.replace(file.read(), with: new))
    #expect(try folder.contents() == ["entries.csv": new])
    #expect(try !file.replace(file.read(), with: new))
  }

  @Test func aNewFileIsMade() throws {
    let (folder, file) = try prepared(nil)
    let old = try file.read()
    #expect(old == nil)
    #expect(try file.replace(old, with: new))
    #expect(try folder.contents() == ["entries.csv": new])
  }

  /// Edits between reading and replacing, each with its own mark.
  @Test(arguments: ["longer", "sam", "touched", "renamed", "removed", "appeared"])
  func anEditOfSomebodyElseStays(edit: String) throws {
    let (folder, file) = try prepared(edit == "appeared" ? nil : "old")
    let path = folder.path("entries.csv")
    let old = try file.read()
    switch edit {
    case "touched":
      try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: path)
    // To another file and then into place: as editors save.
    case "renamed": try Data("old".utf8).write(to: URL(filePath: path), options: .atomic)
    case "removed": try FileManager.default.removeItem(atPath: path)
    case "appeared": try folder.write("theirs", to: "entries.csv")
    default: try folder.write(edit, to: "entries.csv")
    }
    let before = try folder.contents()
    let failure = try #require(throws: CommandFailure.self) { try file.replace(old, with: new) }
    #expect(failure.status == .readingOrWritingFailed)
    #expect(
      failure.diagnostics.map(\.description) == [
        "\(path): error: the register was changed by somebody else meanwhile; nothing was written; run the command "
          + "again once it is saved [register-changed]"
      ])
    #expect(try folder.contents() == before)
  }

  /// Same size, same time, same inode: the contents differ all the same.
  @Test func contentsAreCompared() throws {
    let (folder, file) = try prepared()
    let path = folder.path("entries.csv")
    let reference = folder.path("time")
    try #require(try runProcess("touch", ["-r", path, reference]).status == 0)
    let old = try file.read()
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.write(contentsOf: Data("OLD".utf8))
    try handle.close()
    try #require(try runProcess("touch", ["-r", reference, path]).status == 0)
    try FileManager.default.removeItem(atPath: reference)
    #expect(throws: CommandFailure.self) { try file.replace(old, with: new) }
    #expect(try folder.contents() == ["entries.csv": Array("OLD".utf8)])
  }

  @Test func whatAKilledRunLeftIsNoObstacle() throws {
    let (folder, file) = try prepared()
    try folder.write("half", to: ".backup-worksheets-entries.csv.tmp")
    #expect(try file.replace(file.read(), with: new))
    #expect(try folder.contents() == ["entries.csv": new])
  }
}
