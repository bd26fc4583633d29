import Foundation
import Glibc
import TestSupport
import Testing

/// `generate --inject`: Markdown in files of people.
@Suite struct InjectTests {
  private static let region = "<!-- BEGIN backup-worksheets -->\n<!-- END backup-worksheets -->\n"

  private func text(_ program: Program, _ name: String) throws -> String {
    String(decoding: try program.folder.bytes(name), as: UTF8.self)
  }

  @Test func theOverviewGoesBetweenTheMarkers() throws {
    let program = try Program()
    try program.folder.write("# Mine\n\n\(Self.region)\nafter\n", to: "README.md")
    let result = try program("generate", Program.draft, "--inject", "README.md")
    #expect(result.status == 0)
    #expect(result.errorText.contains("output: files written: 14, unchanged: 0; "))
    let readme = try text(program, "README.md")
    #expect(readme.hasPrefix("# Mine\n\n<!-- BEGIN backup-worksheets -->\n\n## Overview: fabrikam.com\n"))
    #expect(readme.hasSuffix("\n\n<!-- END backup-worksheets -->\n\nafter\n"))
    #expect(readme.contains("\n### <a id=\"summary\"></a>At a glance\n"))
    #expect(readme.contains("(output/database-worksheet.md)"))
    #expect(program.folder.names(".") == ["README.md", "output"])
    // The folder's own files do not know of it.
    try program("generate", Program.draft, "--output", "alone")
    #expect(try program.folder.contents("alone") == program.folder.contents("output"))
    let again = try program("generate", Program.draft, "--inject", "README.md")
    #expect(again.errorText.contains("output: files written: 0, unchanged: 14; "))
  }

  @Test func linksLeadToTheFiles() throws {
    let program = try Program()
    for (file, output, link) in [
      ("docs/deep/a.md", "output", "../../output/"), ("b.md", "./x y/(z)", "x%20y/%28z%29/"), ("out/c.md", "out", ""),
      ("docs/d.md", "docs/sheets/../w", "w/"), ("e.md", program.folder.path("abs"), "abs/"),
    ] {
      try program.folder.write(Self.region, to: file)
      #expect(try program("generate", Program.draft, "--output", output, "--inject", file).status == 0)
      let links = try text(program, file).matches(of: #/\]\(([^)#]*)\)/#).map { String($0.output.1) }
      #expect(Set(links).contains("\(link)database-worksheet.md"), "\(file): \(Set(links))")
      let folder = URL(filePath: program.folder.path(file)).deletingLastPathComponent().path
      for link in Set(links) where link.hasSuffix(".md") {
        let path = "\(folder)/\(link.removingPercentEncoding ?? "")"
        #expect(FileManager.default.fileExists(atPath: path), "\(file): \(link)")
      }
    }
  }

  /// Every document, in one file: no anchor twice.
  @Test func anchorsOccurOnce() throws {
    let program = try Program()
    let documents = Program.markdown.map { $0.replacing(".md", with: "") }
    try program.folder.write(
      documents.map { "<!-- BEGIN backup-worksheets \($0) -->\n<!-- END backup-worksheets -->\n" }.joined(),
      to: "all.md")
    #expect(try program("generate", Program.published, "--inject", "all.md").status == 0)
    let anchors = try text(program, "all.md").matches(of: #/<a id="([^"]*)">/#).map { String($0.output.1) }
    #expect(anchors.count > 100)
    #expect(Set(anchors).count == anchors.count)
  }

  @Test func markersThatAreMissingArePrintedToPaste() throws {
    let program = try Program()
    try program.folder.write("# Mine\n", to: "README.md")
    let before = try program.folder.contents()
    for command in ["generate", "check"] {
      let result = try program(command, Program.draft, "--inject", "README.md")
      #expect(result.status == 65)
      #expect(result.errorText.hasPrefix("README.md: error: no line says where the Markdown goes; "))
      #expect(
        result.errorText.hasSuffix(
          " [inject-markers-missing]\n<!-- BEGIN backup-worksheets -->\n<!-- END backup-worksheets -->\n"))
      #expect(try program.folder.contents() == before)
    }
  }

  @Test func oneWrongFileStopsAll() throws {
    let program = try Program()
    try program.folder.write(Self.region, to: "good.md")
    try program.folder.write("<!-- END backup-worksheets -->\n", to: "bad.md")
    try program.folder.write("<!-- BEGIN backup-worksheets nix -->\n<!-- END backup-worksheets -->\n", to: "nix.md")
    let before = try program.folder.contents()
    let bad = try program("generate", Program.draft, "--inject", "good.md", "--inject", "bad.md", "--quiet")
    #expect(bad.status == 65)
    #expect(
      bad.errorText.hasPrefix("bad.md:1: error: the end of a region stands before its beginning, or without one; "))
    let unknown = try program("generate", Program.draft, "--inject", "good.md", "--inject", "nix.md", "--quiet")
    #expect(unknown.status == 65)
    #expect(
      unknown.errorText
        == "nix.md:1: error: there is no document \"nix\"; name one of index, database-worksheet, file-store-worksheet, "
        + "settings-worksheet, restoration-worksheet, other-requirements, or none for index [inject-document-unknown]\n"
    )
    #expect(try program.folder.contents() == before)
  }

  @Test func aFileThatIsNotThereIs66() throws {
    let program = try Program()
    try FileManager.default.createDirectory(atPath: program.folder.path("folder"), withIntermediateDirectories: true)
    for (path, reason) in [("nowhere.md", "No such file or directory"), ("folder", "not an ordinary file")] {
      let result = try program("generate", Program.draft, "--inject", path)
      #expect(result.status == 66)
      #expect(result.errorText.hasPrefix("\(path): error: cannot be opened: \(reason); "))
    }
    #expect(program.folder.names(".") == ["folder"])
  }

  @Test func aFileOfGenerateItselfIsRefused() throws {
    let program = try Program()
    try program.folder.write(Self.region, to: "output/index.md")
    let result = try program("generate", Program.draft, "--inject", "output/../output/index.md", "--quiet")
    #expect(result.status == 64)
    #expect(result.errorText.contains("generate writes this file as a whole"))
    #expect(try text(program, "output/index.md") == Self.region)
  }

  /// The link stays, the file behind it is replaced, its permissions stay.
  @Test func aLinkIsFollowed() throws {
    let program = try Program()
    try program.folder.write(Self.region, to: "real/README.md")
    #expect(unsafe chmod(program.folder.path("real/README.md"), 0o640) == 0)
    try FileManager.default.createSymbolicLink(
      atPath: program.folder.path("README.md"), withDestinationPath: "real/README.md")
    #expect(try program("generate", Program.draft, "--inject", "README.md", "--inject", "real/README.md").status == 0)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: program.folder.path("README.md")) == "real/README.md")
    #expect(try text(program, "real/README.md").contains("## Overview"))
    #expect(program.folder.names("real") == ["README.md"])
    let attributes = try FileManager.default.attributesOfItem(atPath: program.folder.path("real/README.md"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  /// A file in the output folder, and one whose folder is locked by the same run: no run waits for itself.
  @Test(.timeLimit(.minutes(1))) func filesInTheOutputFolderWork() throws {
    let program = try Program()
    try program.folder.write(Self.region, to: "output/README.md")
    try program.folder.write(Self.region, to: "output/.backup-worksheets-README.md.tmp")
    #expect(try program("generate", Program.draft, "--inject", "output/README.md").status == 0)
    #expect(program.folder.names("output") == Program.files.union(["README.md"]))
    #expect(try program("check", Program.draft, "--inject", "output/README.md", "--quiet").status == 0)
  }

  /// The injected file cannot be written: the folder's files are as they were, too.
  @Test(.enabled(if: Stranger.isAvailable, "needs root and setpriv"))
  func allFilesOrNone() throws {
    let program = try Program()
    try program.folder.write(Self.region, to: "closed/README.md")
    try FileManager.default.createDirectory(
      atPath: program.folder.path("output"), withIntermediateDirectories: true)
    _ = unsafe chown(program.folder.path("output"), Stranger.id, Stranger.id)
    let result = try Stranger.run("generate", Program.draft, in: program, "--inject", "closed/README.md")
    #expect(result.status == 73)
    #expect(
      result.errorText.hasSuffix(
        "closed/README.md: error: cannot be created: Permission denied; mend the permissions of its folder "
          + "[output-not-created]\n"))
    #expect(program.folder.names("output") == [])
    #expect(try text(program, "closed/README.md") == Self.region)
  }
}
