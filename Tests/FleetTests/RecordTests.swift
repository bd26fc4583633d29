import Fleet
import TestSupport
import Testing

/// What is kept of a deployment, and what is said of it.
@Suite struct RecordTests {
  private static let record = DeploymentRecord(
    name: "contoso", inputs: "ab", files: ["index.md": "cd"], counts: DeploymentCounts())

  @Test func aRecordIsReadAsItWasWritten() {
    #expect(DeploymentRecord(json: Self.record.json) == Self.record)
  }

  @Test func aBrokenRecordIsNone() throws {
    for end in Self.record.json.indices.dropLast() {
      #expect(DeploymentRecord(json: Array(Self.record.json[..<end])) == nil)
    }
    let text = String(decoding: Self.record.json, as: UTF8.self)
    for (old, new) in [("record/1", "record/2"), ("index.md", "../x"), ("index.md", ".x"), ("\"cd\"", "1")] {
      #expect(DeploymentRecord(json: Array(text.replacing(old, with: new).utf8)) == nil)
    }
  }

  @Test func everyPartOfTheInputsCounts() {
    func digest(_ parts: [(String, String?)]) -> String {
      var digest = InputDigest()
      for (label, value) in parts { digest.add(label, value) }
      return digest.finish()
    }
    let all = [
      digest([]), digest([("a", nil)]), digest([("a", "")]), digest([("a", "-")]), digest([("a", "b")]),
      digest([("b", "a")]), digest([("a", "b"), ("c", "d")]), digest([("c", "d"), ("a", "b")]),
      digest([("a", "b\n1:c=1:d")]),
    ]
    #expect(Set(all).count == all.count)
    #expect(all.allSatisfy { $0.utf8.count == 64 })
  }

  @Test func theSummaryOfManyNamesFailuresOnly() {
    func reports(_ count: Int) -> [DeploymentReport] {
      (0..<count).map { number in
        var report = DeploymentReport(
          name: "c\(number)", topology: "c\(number).xml", output: "c\(number)", state: number == 7 ? .failed : .written)
        report.exitCode = number == 7 ? 66 : 0
        return report
      }
    }
    #expect(FleetSummary(reports(40)).lines.count == 42)
    let many = FleetSummary(reports(41)).lines
    #expect(many.map { $0.prefix(6) } == ["name  ", "c7    ", "deploy"])
    #expect(many.last?.hasPrefix("deployments: 41 (written 40, failed 1)") == true)
    #expect(reports(41).worstExitCode == 66)
    #expect([DeploymentReport]().worstExitCode == 0)
  }

  @Test func linesOfJSONHaveTheFormOfTheirSchema() throws {
    var reports: [DeploymentReport] = []
    for name in ["plain"] + HostileStrings.all {
      for state in DeploymentReport.State.allCases {
        var report = DeploymentReport(name: "x\(name)", topology: "x\(name)", output: "x\(name)", state: state)
        report.worksheets = PresentWorksheets(Self.record)
        report.missingEntries = state == .written ? name : nil
        if state == .failed {
          report.exitCode = 65
          report.errors = [name]
        }
        reports.append(report)
      }
    }
    let lines = FleetSummary(reports).jsonLines.split(separator: UInt8(ascii: "\n")).map(Array.init)
    #expect(lines.count == reports.count)
    #expect(try FormatCheck.problems("fleet-summary", lines) == "")
    #expect(try FormatCheck.problems("fleet-summary", [Array(#"{"more": 1}"#.utf8)]).contains("more"))
  }
}
