import AuditReports
import CivilTime
import Diagnostics
import TestSupport
import Testing

@testable import Auditing
@testable import BackupPlanning

/// The audit as text for people.
@Suite struct AuditTextTests {
  @Test func findingsStandByRuleThenWhatIsKnownThenWhatIsWaived() throws {
    var audit = try SampleReport.small()
    audit.switchedOff = ["owner-missing"]
    audit.changedParameters = [.init(rule: "restore-test-old", name: "days", published: 365, value: 180)]
    audit = audit.comparing(
      with: Baseline(entries: [
        .init(rule: "rto-missing", subject: SampleReport.archive), .init(rule: "rto-missing", subject: "gone"),
      ]))
    let text = AuditText(audit).text
    let end = try #require(text.firstRange(of: "Coverage by worksheet"))
    #expect(text[..<end.lowerBound] == Self.findings)
    #expect(
      text.hasSuffix("Coverage: 2 required, 1 planned (50 %), 0 evidenced (0 %), 0 waived (0 %), 1 uncovered (50 %)\n"))
    #expect(text.contains("\nUncovered\n  userData:pool.contoso.com: schedule-missing\n"))
  }

  private static let findings = #"""
    Audit of Contoso, as of 2026-11-22

    error schedule-missing: nobody has given a schedule (1)
      Nobody has said when it is backed up: the item is not planned.
      To do: mend it
        userData:pool.contoso.com (entries.csv:3)

    note file-store-unused: unused\u{1B} (1)
      No pool uses the file store.
      To do: mend it
        fileStore:\\file\x (topology.xml:12)

    Known from the baseline

    warning rto-missing: nobody has given a recovery time objective (1)
        archiving:sql.contoso.com

    Waived

    warning rto-missing: nobody has given a recovery time objective (1)
      waived by CIO until 2027-06-30: agreed
        userData:pool.contoso.com

    error schedule-exceeds-rpo: 168 h between runs, 24 h allowed (1)
      waived by CIO until 2027-06-30: agreed
        archiving:sql.contoso.com

    In the baseline and not found any more; write it anew
      rto-missing: gone

    Changed by the policy
      owner-missing: off
      restore-test-old: days 180 instead of 365


    """#

  @Test func whatFindingsOfARuleShareIsSaidOnce() throws {
    let same = try SampleReport.audit(
      items: [],
      findings: ["a:x", "a:y"].map { SampleReport.finding("rto-missing", .warning, $0, "nobody has given it") })
    #expect(AuditText(same).text.contains("\nwarning rto-missing: nobody has given it (2)\n"))
    #expect(AuditText(same).text.contains("\n  To do: mend it\n    a:x\n    a:y\n"))
    let different = try SampleReport.audit(
      items: [],
      findings: ["a:x", "a:y"].map { SampleReport.finding("rto-missing", .warning, $0, "\($0)!", remedy: "mend \($0)") }
    )
    #expect(AuditText(different).text.contains("\nwarning rto-missing (2)\n"))
    #expect(AuditText(different).text.contains("\n    a:x: a:x!; mend a:x\n    a:y: a:y!; mend a:y\n"))
  }

  @Test func linesFitIntoATerminal() throws {
    let long = String(repeating: "word ", count: 40)
    var audit = try SampleReport.audit(
      items: [], findings: [SampleReport.finding("rto-missing", .warning, "a:x", long, remedy: long)])
    audit.findings[0].waiver = SampleReport.waiver(reason: long)
    audit.findings.append(SampleReport.finding("rpo-missing", .warning, "a:x", long, remedy: long))
    let lines: [Substring] = AuditText(audit).text.split(separator: "\n")
    // The last line is the sum of all.
    #expect(lines.allSatisfy { $0.count <= 80 || $0.hasPrefix("Coverage:") })
  }

  @Test func openFindingsAreColoured() throws {
    let text = AuditText(try SampleReport.small(), usesColor: true).text
    #expect(text.contains("\n\u{1B}[31merror schedule-missing: nobody has given a schedule (1)\u{1B}[0m\n"))
    #expect(text.contains("Waived\n\nwarning rto-missing"))
  }

  @Test func nothingIsWrongAndNothingIsThere() throws {
    var audit = try SampleReport.audit(items: [], findings: [])
    audit.asOf = try #require(Moment("2026-11-22T10:00:00Z"))
    #expect(AuditText(audit).text.hasPrefix("Audit of Contoso, as of 2026-11-22T10:00:00Z\n\nNo findings.\n"))
    #expect(
      AuditText(audit).text.hasSuffix(
        "Coverage: 0 required, 0 planned (100 %), 0 evidenced (100 %), 0 waived (100 %), 0 uncovered (100 %)\n"))
  }
}
