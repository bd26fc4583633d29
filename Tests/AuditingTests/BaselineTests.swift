import BackupPlanning
import Diagnostics
import Testing

@testable import Auditing

/// Known findings: by rule and subject, whatever their lines and words.
@Suite struct BaselineTests {
  private static let sample: SampleAudit = {
    var sample = SampleAudit()
    sample.item.schedule = nil
    sample.item.rto = nil
    return sample
  }()

  @Test func rulesAndSubjectsDecide() throws {
    let audit = try Self.sample.audit()
    let baseline = Baseline(of: audit)
    #expect(baseline.entries.map(\.rule) == ["rto-missing", "schedule-missing"])
    var changed = audit
    changed.findings[0].location = SourceLocation(file: "other", line: 1)
    changed.findings[0].message = .verbatim("other words")
    let compared = changed.comparing(with: baseline)
    #expect(compared.findings.map(\.standing) == [.known, .known])
    #expect(compared.openFindings(atLeast: .note).isEmpty)
    #expect(compared.baseline == BaselineComparison(stale: []))
    // Nothing is covered by being known.
    #expect(compared.coverage == audit.coverage && compared.items == audit.items)
    changed.findings[0].subject = "userData:other"
    #expect(changed.comparing(with: baseline).findings.map(\.standing) == [.open, .known])
  }

  @Test func staleIsWhatNothingMatches() throws {
    var sample = Self.sample
    sample.policy.waivers = [SampleAudit.waiver("rto-missing")]
    let audit = try sample.audit()
    let gone = Baseline.Entry(rule: "rpo-missing", subject: SampleAudit.itemID)
    let known = Baseline(entries: [gone, .init(rule: "rto-missing", subject: SampleAudit.itemID), gone])
    let compared = audit.comparing(with: known)
    // What is waived is there, and waived.
    #expect(compared.baseline?.stale == [gone])
    #expect(compared.findings.map(\.standing) == [.open, .waived])
    #expect(Baseline(of: compared).entries.map(\.rule) == ["schedule-missing"])
  }

  @Test func formIsReadBack() throws {
    let baseline = Baseline(of: try Self.sample.audit())
    #expect(try Baseline(json: baseline.json, fileName: "b.json") == baseline)
  }

  @Test func jsonSaysWhatIsKnownOnlyWhereABaselineIsGiven() throws {
    let audit = try Self.sample.audit()
    #expect(!String(decoding: audit.json, as: UTF8.self).contains("\"known\""))
    let compared = audit.comparing(with: Baseline(entries: [.init(rule: "gone", subject: "x")]))
    let json = String(decoding: compared.json, as: UTF8.self)
    #expect(json.contains("\"stale\": [\n      {\n        \"rule\": \"gone\",\n        \"subject\": \"x\"\n"))
    #expect(json.contains("\"known\": false"))
  }

  @Test func spellingsOfJSONAreOne() throws {
    let text =
      "\u{FEFF}{\"findings\" : [\r\n{\"subject\":\"\\u0041\\ud83d\\ude00\\/\\n\",\"rule\":\"\"} ]\n,\t\"schema\": "
      + "\"\(Baseline.schema)\"}\n"
    let baseline = try Baseline(json: Array(text.utf8), fileName: "b.json")
    #expect(baseline.entries == [.init(rule: "", subject: "A😀/\n")])
  }

  private static let rest = #""schema": "backup-worksheets/baseline/1"}"#

  @Test(arguments: [
    ("", "b.json:1: error: the baseline is no JSON"),
    ("{\n  \"schema\":\n}", "b.json:3: error: the baseline is no JSON"),
    ("{} {}", "b.json:1: error: the baseline is no JSON"),
    ("{\"a\": \"\\ud800\"}", "b.json:1: error: the baseline is no JSON"),
    ("{\"a\": 01}", "b.json:1: error: the baseline is no JSON"),
    ("{\"a\": \"\n\"}", "b.json:1: error: the baseline is no JSON"),
    (String(repeating: "[", count: 100_000), "b.json:1: error: the baseline is no JSON"),
    ("[]", "b.json:1: error: the baseline is no object"),
    (#"{\#n"schema": "backup-worksheets/baseline/1"}"#, "b.json:1: error: the baseline has no list of findings"),
    (#"{"schema":\#n"other", "findings": []}"#, #"b.json:2: error: schema "other" is not the one this version reads"#),
    ("{\"findings\": [],\n\"more\": 1.5e3, " + rest, "b.json:2: error: the baseline has an unknown member \"more\""),
    ("{\"findings\": [\n1], " + rest, "b.json:2: error: a finding is no object"),
    ("{\"findings\": [\n{\"rule\": \"a\",\n\"subject\": 1}], " + rest, "b.json:3: error: subject is no text"),
    ("{\"findings\": [\n{\"rule\": \"a\"}], " + rest, "b.json:2: error: subject is missing"),
    ("{\"findings\": [],\n\"findings\": [], " + rest, "b.json:2: error: the baseline has findings twice"),
  ])
  func whatIsNoBaselineIsRefused(text: String, message: String) {
    let error = #expect(throws: UnusableInput.self) {
      try Baseline(json: Array(text.utf8), fileName: "b.json")
    }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }
}
