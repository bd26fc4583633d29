import AuditReports
import BackupPlanning
import BuiltinTemplates
import Diagnostics
import Documents
import Foundation
import Rendering
import TestSupport
import Testing

@testable import Auditing

/// Every format with one list of findings in which everything that people can name is awkward.
@Suite struct AwkwardFindingsTests {
  private let audit: Audit

  init() throws { audit = try SampleReport.awkward() }

  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  /// Not as `String`, to which `é` and `e` with an accent are one. Foundation's reader takes away a byte order mark
  /// that begins a string.
  private func same(_ left: [String], _ right: [String]) -> Bool {
    func bytes(_ texts: [String]) -> [[UInt8]] {
      texts.map { Array($0.unicodeScalars.first == "\u{FEFF}" ? $0.utf8.dropFirst(3) : $0.utf8[...]) }
    }
    return bytes(left) == bytes(right)
  }

  @Test func jsonHoldsTheVerySameNames() throws {
    let findings = try #require(try object(audit.json)["findings"] as? [[String: Any]])
    #expect(same(findings.compactMap { $0["subject"] as? String }, audit.findings.map(\.subject)))
    #expect(same(findings.compactMap { $0["message"] as? String }, audit.findings.map(\.message.text)))
    let files = findings.compactMap { ($0["location"] as? [String: Any])?["file"] as? String }
    #expect(same(files, audit.findings.compactMap(\.location?.file)))
    #expect(findings.compactMap { $0["known"] as? Bool } == audit.findings.map(\.isKnown))
  }

  @Test func baselineIsReadBack() throws {
    let baseline = Baseline(of: audit)
    let again = try Baseline(json: baseline.json, fileName: "b.json")
    #expect(same(again.entries.map(\.subject), baseline.entries.map(\.subject)))
    #expect(audit.comparing(with: again).findings.allSatisfy { $0.isWaived || $0.isKnown })
    #expect(try FormatCheck.problems("baseline", [baseline.json]) == "")
  }

  @Test func sarif() throws {
    let bytes = SARIFReport(audit, version: "0", topology: "topology.xml").bytes
    #expect(try FormatCheck.problems("sarif", [bytes]) == "")
    let runs = try #require(try object(bytes)["runs"] as? [[String: Any]])
    let results = try #require(runs.first?["results"] as? [[String: Any]])
    let subjects = results.compactMap { result in
      let locations = result["locations"] as? [[String: Any]]
      return (locations?.first?["logicalLocations"] as? [[String: Any]])?.first?["fullyQualifiedName"] as? String
    }
    #expect(same(subjects, audit.findings.map(\.subject) + (audit.baseline?.stale.map(\.subject) ?? [])))
    for result in results {
      let message = try #require((result["message"] as? [String: Any])?["text"] as? String)
      #expect(!message.unicodeScalars.contains(where: VisibleText.isHidden))
      // What is left of a link has its brackets taken away.
      #expect(message.replacing("\\]", with: "").firstRange(of: "](") == nil)
    }
  }

  @Test(arguments: Diagnostic.Severity.allCases)
  func junit(threshold: Diagnostic.Severity) throws {
    let bytes = JUnitReport(audit, failingAt: threshold).bytes
    #expect(try FormatCheck.problems("junit", [bytes]) == "")
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.unicodeScalars.contains { $0 != "\n" && VisibleText.isHidden($0) })
    for item in audit.items {
      let name = VisibleText.escaping(item.item.id).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
      #expect(text.contains("name=\"\(name)\""))
    }
  }

  /// Each alone: no more than ten of them are shown.
  @Test func everyAnnotationIsOneLineAndOneCommand() throws {
    for finding in audit.findings where finding.standing == .open {
      var alone = audit
      alone.findings = [finding]
      let text = GitHubAnnotations(alone).text
      #expect(text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count == 2)
      #expect(!text.dropLast().unicodeScalars.contains(where: VisibleText.isHidden))
      let command = try #require(text.wholeMatch(of: /::(error|warning|notice) ([^:]*)::(.*)\n/))
      let properties = command.2.split(separator: ",").map { $0.prefix { $0 != "=" } }
      #expect([["file", "line", "title"], ["file", "title"], ["title"]].contains(properties))
      let message = "\(finding.subject): \(finding.message.text); \(finding.remedy.text)"
      #expect(command.3.replacing("%25", with: "%") == VisibleText.escaping(message))
    }
  }

  @Test func textIsVisible() {
    let text = AuditText(audit).text
    #expect(!text.unicodeScalars.contains { $0 != "\n" && VisibleText.isHidden($0) })
    let colored = AuditText(audit, usesColor: true).text
    for code in ["\u{1B}[31m", "\u{1B}[33m", "\u{1B}[36m", "\u{1B}[0m"] { #expect(colored.contains(code)) }
    let plain = ["31", "33", "36", "0"].reduce(colored) { $0.replacing("\u{1B}[\($1)m", with: "") }
    #expect(plain == text)
  }

  @Test func summaryIsText() throws {
    let markdown = try SampleSummary.markdown(audit, within: 1 << 20)
    var rest = markdown
    for own in ["<br>", "<span>@</span>", "<span>$</span>", "<span>:</span>", "<span>.</span>", "</a>"] {
      rest = rest.replacing(own, with: "")
    }
    rest = rest.replacing(/<a id="[a-z-]+">/, with: "")
    #expect(!rest.contains("<"))
    #expect(!rest.contains("://"))
    // A link of the contents leads to a section; every other bracket has a backslash.
    let brackets = rest.replacing(/- \[[A-Za-z ]+\]\(#[a-z]+\)/, with: "").replacing("\\[", with: "")
    #expect(!brackets.contains("["))
    #expect(!rest.unicodeScalars.contains { $0 != "\n" && VisibleText.isHidden($0) })
    #expect(markdown.contains("left out") == false)
  }
}

/// The summary as the command writes it.
enum SampleSummary {
  static func markdown(_ audit: Audit, within limit: Int) throws -> String {
    let words = PageLabels(
      facets: [], document: "", all: "", search: "", clear: "", shownRows: "", filter: "", copy: "", copied: "")
    let labels = RenderingLabels(
      contents: "Contents", skipToContent: "", table: "", footer: "", labelSeparator: ": ", page: words)
    let renderer = MarkdownRenderer(templates: try Templates(files: BuiltinTemplates.files), labels: labels)
    let bytes = try SummaryDocument(audit).bytes(within: limit) { set throws(RenderingError) in
      try renderer.render(set).flatMap(\.bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
