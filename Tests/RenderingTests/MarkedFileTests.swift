import Diagnostics
import Rendering
import Testing

/// Files of people with places for Markdown of ours.
@Suite struct MarkedFileTests {
  private let documents = ["index", "database-worksheet"]

  private func filled(_ text: String, with markdown: String...) throws -> String {
    let file = try MarkedFile(Array(text.utf8), name: "README.md")
    return String(decoding: file.filled(with: markdown.map { Array($0.utf8) }), as: UTF8.self)
  }

  private func problems(_ text: String) -> [String] {
    do {
      let file = try MarkedFile(Array(text.utf8), name: "README.md")
      _ = try file.documents(of: documents)
      return []
    } catch {
      return error.diagnostics.map { "\($0.location?.line ?? 0) \($0.id): \($0.message)" }
    }
  }

  @Test func theRestStaysByteForByte() throws {
    let before = "\u{FEFF}# Mine \t\r\nold\rmac\n\u{0}\n\n"
    let after = "\n\nno line end"
    let text = "\(before)<!-- BEGIN backup-worksheets -->\nold\n<!-- END backup-worksheets -->\(after)"
    let new = "\(before)<!-- BEGIN backup-worksheets -->\n\n## New\n\ntext\n\n<!-- END backup-worksheets -->\(after)"
    #expect(try filled(text, with: "# New\n\ntext\n") == new)
    #expect(try filled(new, with: "# New\n\ntext\n") == new)
  }

  @Test func lineEndsAreThoseOfTheMarker() throws {
    let text = "\u{FEFF}<!-- BEGIN backup-worksheets -->\r\n<!-- END backup-worksheets -->\r\n"
    #expect(
      try filled(text, with: "# New\n\ntext\n")
        == "\u{FEFF}<!-- BEGIN backup-worksheets -->\r\n\r\n## New\r\n\r\ntext\r\n\r\n<!-- END backup-worksheets -->\r\n"
    )
  }

  @Test func headingsGoALevelDeeperAndCodeDoesNot() throws {
    let markdown = "# A\n## B\n##### E\n###### F\n#no heading\n```sh\n# comment\n```\n~~~\n# too\n~~~\n### C\n"
    let result = try filled(
      "<!-- BEGIN backup-worksheets -->\n<!-- END backup-worksheets -->\n", with: markdown)
    #expect(
      result.contains(
        "\n## A\n### B\n###### E\n###### F\n#no heading\n```sh\n# comment\n```\n~~~\n# too\n~~~\n#### C\n"))
  }

  @Test func severalRegionsHaveSeveralDocuments() throws {
    let text = """
      <!-- BEGIN backup-worksheets database-worksheet -->
      <!-- END backup-worksheets database-worksheet -->
      between
         <!--   BEGIN  backup-worksheets   -->\u{20}
      <!-- END backup-worksheets -->

      """
    let file = try MarkedFile(Array(text.utf8), name: "README.md")
    #expect(try file.documents(of: documents) == ["database-worksheet", "index"])
    let result = try filled(text, with: "one\n", "two\n")
    #expect(result.contains("worksheet -->\n\none\n\n<!-- END"))
    #expect(result.contains("\u{20}\n\ntwo\n\n<!-- END backup-worksheets -->\n"))
  }

  @Test(arguments: [
    "", "nothing", "`<!-- BEGIN backup-worksheets -->`\n`<!-- END backup-worksheets -->`\n",
    "```md\n<!-- BEGIN backup-worksheets -->\n<!-- END backup-worksheets -->\n```\n",
    "~~~~\n~~~\n<!-- BEGIN backup-worksheets -->\n<!-- END backup-worksheets -->\n~~~~\n",
    "    <!-- BEGIN backup-worksheets -->\n    <!-- END backup-worksheets -->\n",
    "<!-- BEGIN terraform-docs -->\n<!-- END terraform-docs -->\n",
    "see <!-- BEGIN backup-worksheets -->\n<!-- END backup-worksheets --> there\n",
    "```\nnever closed\n<!-- BEGIN backup-worksheets -->\n<!-- END backup-worksheets -->\n",
  ])
  func noMarkersAreAnError(text: String) {
    #expect(problems(text).map { $0.prefix(25) } == ["0 inject-markers-missing:"])
  }

  @Test(arguments: [
    (
      "<!-- END backup-worksheets -->\n\n<!-- BEGIN backup-worksheets -->\n",
      [
        "1 inject-markers-wrong: the end of a region stands before its beginning, or without one",
        "3 inject-markers-wrong: the region that begins here has no end",
      ]
    ),
    ("a\n<!-- BEGIN backup-worksheets -->\n", ["2 inject-markers-wrong: the region that begins here has no end"]),
    (
      "<!-- BEGIN backup-worksheets -->\n<!-- BEGIN backup-worksheets -->\n<!-- END backup-worksheets -->\n",
      ["2 inject-markers-wrong: a region begins inside the one that begins in line 1"]
    ),
    (
      "<!-- BEGIN backup-worksheets -->\n<!-- END backup-worksheets index -->\n",
      ["2 inject-markers-wrong: the end names index, the beginning in line 1 no document"]
    ),
    (
      "<!-- BEGIN backup-worksheets index -->\n<!-- END backup-worksheets -->\n<!-- BEGIN backup-worksheets -->\n"
        + "<!-- END backup-worksheets -->\n",
      ["3 inject-markers-wrong: index has a place in line 1 already, and its anchors occur once"]
    ),
    (
      "<!-- BEGIN backup-worksheets nix -->\n<!-- END backup-worksheets -->\n",
      ["1 inject-document-unknown: there is no document \"nix\""]
    ),
  ])
  func wrongMarkersAreAnError(text: String, expected: [String]) { #expect(problems(text) == expected) }

  /// What people broke between the markers does not hide the end.
  @Test func anOpenCodeBlockInARegionIsReplaced() throws {
    let text = "```sh\nls\n```\n<!-- BEGIN backup-worksheets -->\n```\nopen\n<!-- END backup-worksheets -->\n"
    #expect(try filled(text, with: "new\n").hasSuffix("-->\n\nnew\n\n<!-- END backup-worksheets -->\n"))
  }

  @Test func utf16IsAnError() {
    let error = #expect(throws: UnusableInput.self) { try MarkedFile([0xFF, 0xFE, 0x3C, 0], name: "README.md") }
    #expect(error?.diagnostics.map(\.id) == ["inject-not-utf8"])
  }

  @Test func theLinesToPasteWork() throws {
    #expect(problems(MarkedFile.linesToPaste.joined(separator: "\n") + "\n") == [])
    #expect(problems(MarkedFile.linesToPaste.joined(separator: "\n")) == [])
  }
}
