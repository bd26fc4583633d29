import BackupPlanning
import CivilTime
import Diagnostics
import Evidence
import Testing

@testable import Auditing

@Suite struct BackupEmptyTests {
  @Test func fires() throws {
    let sound = try BackupFile.sample("2026-11-21", folder: "old")
    let empty = try BackupFile.sample(size: 0)
    let unreadable = try BackupFile.sample(archive: .unreadable("is damaged"))
    let oldEmpty = try BackupFile.sample("2026-11-20", size: 0, folder: "older")
    let future = try BackupFile.sample("2026-11-23", size: 0)
    try check(
      "backup-empty", .error,
      breaks: [
        ({ $0.evidence = EvidenceSource(files: [empty]) }, "run/UserData-pool.contoso.com.zip is empty"),
        ({ $0.evidence = EvidenceSource(files: [sound, empty]) }, "run/UserData-pool.contoso.com.zip is empty"),
        (
          { $0.evidence = EvidenceSource(files: [sound, unreadable]) },
          "the zip archive run/UserData-pool.contoso.com.zip is damaged"
        ),
      ],
      keeps: [
        { _ in }, { $0.evidence = EvidenceSource(files: [sound]) },
        { $0.evidence = EvidenceSource(files: [oldEmpty, sound]) },
        { $0.evidence = EvidenceSource(files: [sound, future]) },
      ])
  }

  /// What is empty is no backup: the one before it is the newest known.
  @Test func anEmptyFileIsNoEvidence() throws {
    var sample = SampleAudit()
    sample.item.lastBackup = nil
    sample.evidence = EvidenceSource(files: [try .sample(size: 0)])
    #expect(try sample.audit().items.map(\.state) == [.planned])
    sample.evidence?.files.append(try .sample("2026-11-21", folder: "old"))
    #expect(try sample.audit().items.map(\.state) == [.evidenced])
    sample.evidence?.files[1].modified = try #require(Moment("2026-11-20"))
    #expect(try sample.audit().items.first?.rules == ["backup-empty", "backup-stale"])
  }

  /// A manifest says nothing about what is in an archive.
  @Test func whatNobodyLookedIntoIsUnknown() throws {
    func coverage(_ archive: ArchiveState) throws -> [Int]? {
      var sample = SampleAudit()
      sample.evidence = EvidenceSource(files: [try .sample(archive: archive)])
      return try sample.audit().controls.first { $0.rule == "backup-empty" }.map { [$0.met, $0.open, $0.unknown] }
    }
    #expect(try coverage(.readable) == [1, 0, 0])
    #expect(try coverage(.unknown) == [0, 0, 1])
    #expect(try coverage(.unreadable("is damaged")) == [0, 1, 0])
  }
}
