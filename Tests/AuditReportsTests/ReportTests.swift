import AuditReports
import BackupPlanning
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Auditing

/// What is particular to each format.
@Suite struct ReportTests {
  private func run(_ audit: Audit) throws -> [String: Any] {
    let bytes = SARIFReport(audit, version: "1.2.3", topology: "in/a b:c.xml").bytes
    #expect(try FormatCheck.problems("sarif", [bytes]) == "")
    let log = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  private func result(_ number: Int, _ run: [String: Any]) throws -> NSDictionary {
    try #require(((run["results"] as? [Any])?[number]) as? NSDictionary)
  }

  @Test func sarifResults() throws {
    let run = try run(try SampleReport.small())
    let first = try result(0, run)
    let expected: NSDictionary = [
      "level": "error", "ruleId": "schedule-missing", "ruleIndex": 0,
      "message": ["text": "userData:pool.contoso.com: nobody has given a schedule; mend it"],
      "partialFingerprints": ["ruleAndSubject/v1": "schedule-missing userData:pool.contoso.com"],
      "locations": [
        [
          "logicalLocations": [["fullyQualifiedName": "userData:pool.contoso.com", "kind": "backupItem"]],
          "physicalLocation": [
            "artifactLocation": ["uri": "entries.csv", "uriBaseId": "%SRCROOT%"], "region": ["startLine": 3],
          ],
        ]
      ],
    ]
    #expect(first == expected)
    let suppressions = try #require(try result(1, run)["suppressions"] as? [NSDictionary])
    let suppression: NSDictionary = [
      "kind": "external", "status": "accepted", "justification": "agreed",
      "properties": ["approver": "CIO", "expires": "2027-06-30"],
      "location": [
        "physicalLocation": [
          "artifactLocation": ["uri": "policy.yml", "uriBaseId": "%SRCROOT%"], "region": ["startLine": 7],
        ]
      ],
    ]
    #expect(suppressions == [suppression])
    // What is missing has no line; the file that asks for it is named.
    let place = try #require((try result(2, run)["locations"] as? [[String: Any]])?.first?["physicalLocation"])
    #expect(place as? NSDictionary == ["artifactLocation": ["uri": "in/a%20b%3Ac.xml", "uriBaseId": "%SRCROOT%"]])
  }

  @Test func sarifRules() throws {
    let tool = try #require(try run(try SampleReport.small())["tool"] as? [String: [String: Any]])
    let driver = try #require(tool["driver"])
    #expect(driver["version"] as? String == "1.2.3")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let ids = ControlCatalogue.rules.map(\.id) + FindingCatalogue.rules.map(\.finding.rawValue)
    #expect(rules.compactMap { $0["id"] as? String } == ids)
    #expect(rules.first?["name"] as? String == "ScheduleMissing")
    #expect((rules.first?["properties"] as? [String: [String]])?["tags"]?.contains("NIST SP 800-53 CP-9") == true)
    for rule in rules {
      // Words of ours in which Markdown would see something would need escapes.
      let help = try #require((rule["help"] as? [String: String])?["markdown"])
      #expect(!help.replacing("**", with: "").contains { "*_`<>[]#".contains($0) }, "\(help)")
    }
  }

  @Test func sarifBaseline() throws {
    let audit = try SampleReport.small().comparing(
      with: Baseline(entries: [
        .init(rule: "rto-missing", subject: SampleReport.archive), .init(rule: "gone", subject: "x"),
      ]))
    let run = try run(audit)
    let states = (run["results"] as? [[String: Any]])?.compactMap { $0["baselineState"] as? String }
    #expect(states == ["new", "new", "unchanged", "new", "new", "absent"])
    let suppression: NSDictionary = ["kind": "external", "justification": "known from the baseline"]
    #expect(try result(2, run)["suppressions"] as? [NSDictionary] == [suppression])
    #expect(try result(5, run)["level"] as? String == "note")
  }

  @Test func junit() throws {
    let text = String(decoding: JUnitReport(try SampleReport.small(), failingAt: .warning).bytes, as: UTF8.self)
    #expect(text == Self.junit)
  }

  private static let junit = #"""
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="Backup audit" tests="3" failures="2" errors="0" skipped="0">
      <testsuite name="database" tests="2" failures="2" errors="0" skipped="0">
        <testcase classname="database" name="userData:pool.contoso.com">
          <failure message="schedule-missing" type="error">error: nobody has given a schedule; mend it [schedule-missing] (entries.csv:3)</failure>
          <system-out>waived by CIO until 2027-06-30, agreed: warning: nobody has given a recovery time objective; mend it [rto-missing]
    state: uncovered</system-out>
        </testcase>
        <testcase classname="database" name="archiving:sql.contoso.com">
          <failure message="rto-missing" type="warning">warning: nobody has given a recovery time objective; mend it [rto-missing]</failure>
          <system-out>waived by CIO until 2027-06-30, agreed: error: 168 h between runs, 24 h allowed; mend it [schedule-exceeds-rpo]
    state: planned</system-out>
        </testcase>
      </testsuite>
      <testsuite name="other" tests="1" failures="0" errors="0" skipped="0">
        <testcase classname="other" name="fileStore:\\file\x">
          <system-out>note: unused\u{1B}; mend it [file-store-unused] (topology.xml:12)</system-out>
        </testcase>
      </testsuite>
    </testsuites>

    """#

  @Test func junitSkipsWhatIsExcused() throws {
    let text = String(decoding: JUnitReport(try SampleReport.small(), failingAt: .error).bytes, as: UTF8.self)
    #expect(text.contains(#"tests="3" failures="1" errors="0" skipped="1""#))
    #expect(text.contains("<skipped message=\"waived by CIO until 2027-06-30, agreed: error: 168 h between runs"))
  }

  private func manyFindings(_ severities: [Diagnostic.Severity]) throws -> Audit {
    try SampleReport.audit(
      items: [],
      findings: severities.enumerated().map {
        SampleReport.finding("rto-missing", $1, "a:\($0)", "100 %", file: "a,b:c")
      }
    )
  }

  @Test func annotationsAreTenAndTheRestIsCounted() throws {
    let ten = GitHubAnnotations(try manyFindings(Array(repeating: .error, count: 10))).text
    #expect(ten.split(separator: "\n").count == 10)
    #expect(ten.hasPrefix("::error file=a%2Cb%3Ac,title=rto-missing::a:0: 100 %25; mend it\n"))
    let more = GitHubAnnotations(try manyFindings(Array(repeating: .error, count: 12))).text.split(separator: "\n")
    #expect(more.count == 11)
    #expect(more.last?.hasPrefix("::notice::2 more") == true)
    // GitHub shows ten of one severity: the line about the rest has to be one of them.
    let notes = GitHubAnnotations(try manyFindings(Array(repeating: .note, count: 12))).text.split(separator: "\n")
    #expect(notes.count == 10)
    #expect(notes.last?.hasPrefix("::notice::3 more") == true)
    #expect(GitHubAnnotations(try manyFindings([])).text == "")
  }

  @Test func annotationsLeaveOutWhatIsWaivedOrKnown() throws {
    let audit = try SampleReport.small().comparing(
      with: Baseline(entries: [.init(rule: "rto-missing", subject: SampleReport.archive)]))
    let lines = GitHubAnnotations(audit).text.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("::error file=entries.csv,line=3,title=schedule-missing::") == true)
  }

  @Test(arguments: [600, 5000, 1 << 20])
  func summaryStaysWithinItsLimit(limit: Int) throws {
    let audit = try SampleReport.audit(
      items: [],
      findings: (0..<2_000).map {
        SampleReport.finding("rto-missing", .error, "a:\($0)", String(repeating: "@ <https://x> $$ ", count: 20))
      })
    let text = try SampleSummary.markdown(audit, within: limit)
    #expect(text.utf8.count <= limit)
    let rows = text.split(separator: "\n").count { $0.hasPrefix("| error |") }
    let left = try #require(text.firstMatch(of: /(\d+) rows are left out/))
    #expect(Int(left.1) == 2_000 - rows)
    // The room is used.
    if limit > 10_000 { #expect(text.utf8.count > limit - 3000) }
  }
}
