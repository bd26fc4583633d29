import BackupPlanning
import Diagnostics
import Evidence
import Testing

@testable import Auditing

@Suite struct BackupMissingTests {
  @Test func fires() throws {
    let file = try BackupFile.sample()
    var other = file
    other.path = "run/UserData-pool2.contoso.com.zip"
    let future = try BackupFile.sample("2027-01-01")
    let message = "the evidence has no backup of it, called UserData-pool.contoso.com.zip"
    try check(
      "backup-missing", .error,
      breaks: [
        ({ $0.evidence = EvidenceSource() }, message),
        ({ $0.evidence = EvidenceSource(files: [other]) }, message),
        // Nor does the register help: somebody wrote down what is not there.
        (
          {
            $0.evidence = EvidenceSource(); $0.item.lastBackup = "2026-11-22"
          }, message
        ),
      ],
      keeps: [
        { _ in }, { $0.evidence = EvidenceSource(files: [file]) }, { $0.evidence = EvidenceSource(files: [future]) },
      ])
  }

  /// The states of an item of which nothing was found.
  @Test func states() throws {
    var sample = SampleAudit()
    sample.evidence = EvidenceSource()
    // The register knows of a backup.
    #expect(try sample.audit().items.map(\.state) == [.evidenced])
    sample.item.lastBackup = nil
    #expect(try sample.audit().items.map(\.state) == [.planned])
    sample.item.schedule = nil
    sample.policy.waivers = [SampleAudit.waiver("schedule-missing")]
    #expect(try sample.audit().items.map(\.state) == [.uncovered])
    sample.policy.waivers.append(SampleAudit.waiver("backup-missing"))
    #expect(try sample.audit().items.map(\.state) == [.waived])
  }

  @Test func withoutEvidenceNobodyAsks() throws {
    let rules = try SampleAudit().audit().controls.map(\.rule)
    #expect(ControlNames.needingEvidence.isDisjoint(with: rules))
    var sample = SampleAudit()
    sample.evidence = EvidenceSource()
    #expect(ControlNames.needingEvidence.isSubset(of: try sample.audit().controls.map(\.rule)))
  }
}
