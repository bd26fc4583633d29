import Diagnostics
import Foundation
import TestSupport
import Testing

/// Every command and format with one deployment in which every name is hostile: what is printed for people steers
/// nothing, what is printed for programs holds the very same names.
@Suite struct HostileNamesTests {
  /// Everything that XML can carry in an attribute.
  private static let names = HostileStrings.all.filter { text in
    !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && $0.value & 0xFFFE != 0xFFFE || "\t\n\r".unicodeScalars.contains($0)
      }
  }

  /// The example, each of its names with something behind it: the next hostile string or `x`. They are hundreds of
  /// places, and fewer strings.
  private static func topology(isHostile: Bool) throws -> String {
    let example = try String(contentsOfFile: Program.published, encoding: .utf8)
    var suffixes: [Substring: String] = [:]
    return example.replacing(/(Fqdn|Name|ShareName|Host)="([^"]+)"|<(Name|Description)>([^<]+)</) { match in
      let name = match.2 ?? match.4 ?? ""
      // One name is one name wherever it stands.
      let suffix = suffixes[name] ?? (isHostile ? names[(suffixes.count * 5 + 1) % names.count] : "x")
      suffixes[name] = suffix
      let text = escaped("\(name)\(suffix)")
      return match.1.map { "\($0)=\"\(text)\"" } ?? "<\(match.3 ?? "")>\(text)<"
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").unicodeScalars.reduce(into: "") { escaped, scalar in
        switch scalar {
        case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
        default: escaped.unicodeScalars.append(scalar)
        }
      }
  }

  /// Whether a terminal shows text as it is written: no scalar steers it.
  private func isVisible(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0 == "\n" || !VisibleText.isHidden($0) }
  }

  private func prepared() throws -> Program {
    let program = try Program()
    try program.folder.write(Self.topology(isHostile: true), to: "hostile.xml")
    try program.folder.write(Self.topology(isHostile: false), to: "plain.xml")
    return program
  }

  private func lines(_ text: String) -> Int { text.unicodeScalars.split(separator: "\n").count }

  @Test(arguments: [
    ["validate"], ["plan", "--format", "text"], ["init"], ["audit", "--fail-on", "error"],
    ["audit", "--format", "github", "--as-of", "2026-11-23"], ["audit", "--format", "junit"],
    ["audit", "--format", "github-summary"], ["diff", Program.draft, "--format", "text"],
  ])
  func textForPeopleSteersNothing(_ command: [String]) throws {
    let program = try prepared()
    func run(_ topology: String) throws -> ProcessResult {
      try runProcess(
        builtProduct(named: "backup-worksheets"), [command[0], topology] + command.dropFirst() + ["--verbose"],
        workingDirectory: program.folder.path)
    }
    let (hostile, plain) = (try run("hostile.xml"), try run("plain.xml"))
    #expect(hostile.status == plain.status, "\(hostile.errorText.prefix(500))")
    #expect(!hostile.outputText.isEmpty)
    #expect(isVisible(hostile.outputText) && isVisible(hostile.errorText))
    // Whoever reads line by line takes no line of a name's for one of ours.
    for line in hostile.errorText.split(separator: "\n") {
      #expect(
        line.contains(#/^(hostile\.xml|\/[^:]*draft\.tbxml)(:\d+:\d+)?: (warning|note): .*\[[a-z-]+\]$/#), "\(line)")
    }
    if command.contains("github") {
      let forms = hostile.outputText.split(separator: "\n").map {
        $0.wholeMatch(of: /::(error|warning|notice)( [^:]*)?::.*/) != nil
      }
      #expect(!forms.isEmpty && !forms.contains(false))
    } else if command[0] != "audit", command[0] != "diff" {
      #expect(lines(hostile.outputText) == lines(plain.outputText))
    }
  }

  @Test(arguments: [["audit", "--format", "json"], ["diff", Program.draft, "--format", "json"]])
  func jsonForProgramsIsWhole(_ command: [String]) throws {
    let program = try prepared()
    let result = try runProcess(
      builtProduct(named: "backup-worksheets"), [command[0], "hostile.xml"] + command.dropFirst() + ["--quiet"],
      workingDirectory: program.folder.path)
    let read = try runProcess(
      "python3", ["-c", "import json, sys; json.load(sys.stdin)"], input: result.standardOutput)
    #expect(read.status == 0, "\(read.errorText)")
  }

  /// As an independent reader of XML finds them in the topology.
  @Test func thePlanHoldsTheVerySameNames() throws {
    let program = try prepared()
    let plan = try program("plan", "hostile.xml", "--quiet")
    let script = """
      import json, sys, xml.etree.ElementTree as xml
      written = {value for e in xml.parse(sys.argv[1]).iter() for value in [*e.attrib.values(), e.text]}
      components = json.load(sys.stdin)['components']
      names = [n for c in components for n in [c.get('fqdn'), c.get('site'), *c['servers']] if n]
      print(len(names), len([n for n in names if n not in written]))
      """
    let read = try runProcess(
      "python3", ["-c", script, "\(program.folder.path)/hostile.xml"], input: plan.standardOutput)
    try #require(read.status == 0, "\(read.errorText)")
    let counts = read.outputText.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    #expect(counts.count == 2 && counts[0] > 50 && counts[1] == 0, "\(read.outputText)")
  }

  /// In both languages, into files and between the markers of a file of somebody's.
  @Test(arguments: ["en", "fr"]) func documentsAreWholeAndNothingElseIsWritten(_ language: String) throws {
    let program = try prepared()
    let around = ["before", "<!-- BEGIN backup-worksheets -->", "old", "<!-- END backup-worksheets -->", "after", ""]
    for name in ["hostile", "plain"] {
      try program.folder.write(around.joined(separator: "\n"), to: "\(name).md")
      let result = try program(
        "generate", "\(name).xml", "--language", language, "--output", name, "--inject", "\(name).md", "--quiet")
      try #require(result.status == 0, "\(result.errorText)")
      // A second time, the markers are still where they were.
      let again = try program(
        "generate", "\(name).xml", "--language", language, "--output", name, "--inject", "\(name).md")
      #expect(again.errorText.contains("files written: 0"), "\(again.errorText.suffix(300))")
    }
    // Names are never paths.
    #expect(program.folder.names("hostile") == Program.files)
    #expect(program.folder.names(".") == ["hostile", "plain", "hostile.md", "plain.md", "hostile.xml", "plain.xml"])
    for name in Program.markdown.map({ "hostile/\($0)" }) + ["hostile.md"] {
      let text = try String(decoding: program.folder.bytes(name), as: UTF8.self)
      #expect(isVisible(text), "\(name)")
      for sign in ["<script", "<img", "<svg", "<iframe", "<base", "<meta", "{{=<%"] {
        // In code spans they are text.
        let outside = text.split(separator: "\n").filter { !$0.contains("`") }.joined(separator: "\n")
        #expect(!outside.contains(sign), "\(sign) in \(name)")
      }
    }
    let injected = try String(decoding: program.folder.bytes("hostile.md"), as: UTF8.self)
    #expect(injected.hasPrefix("before\n<!-- BEGIN") && injected.hasSuffix("<!-- END backup-worksheets -->\nafter\n"))
    let page = try String(decoding: program.folder.bytes("hostile/worksheets.html"), as: UTF8.self)
    #expect(page.components(separatedBy: "<script>").count == 2)
    #expect(isVisible(page.replacing("\t", with: "")))
  }

  @Test func theRegisterHoldsTheVerySameNames() throws {
    let program = try prepared()
    try program("entries", "hostile.xml", "--file", "entries.csv", "--quiet")
    let before = try program.folder.bytes("entries.csv")
    let text = String(decoding: before, as: UTF8.self)
    #expect(text.split(separator: "\r\n").allSatisfy { !"=+-@\t".contains($0.first ?? " ") })
    // Read back it has a row for every item, and nothing to add.
    let again = try program("entries", "hostile.xml", "--file", "entries.csv")
    #expect(again.errorText.contains("unchanged; rows added: 0") && again.errorText.contains("retired: 0"))
    #expect(isVisible(again.errorText))
    #expect(try program.folder.bytes("entries.csv") == before)
    let audit = try program(
      "audit", "hostile.xml", "--entries", "entries.csv", "--format", "json", "--fail-on", "error")
    #expect(!audit.outputText.contains(#""rule": "register-row-missing""#))
  }
}
