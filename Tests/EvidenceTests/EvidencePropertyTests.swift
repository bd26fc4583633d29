import BackupPlanning
import CivilTime
import DeploymentGenerator
import Testing
import TopologyImport

@testable import Evidence

/// Over generated deployments: what is laid down under its planned name is found, and nothing else.
@Suite struct EvidencePropertyTests {
  static let seeds: Range<UInt64> = 0..<40

  private static func plan(_ seed: UInt64) throws -> Plan {
    let xml = GeneratedDeployment(seed: seed, awkward: seed.isMultiple(of: 2)).xml(.published)
    var importer = TopologyImporter(fileName: "seed-\(seed)")
    try importer.read(xml.span)
    let imported = try importer.finish()
    return try Planner.plan(imported.topology, importDiagnostics: imported.diagnostics).plan
  }

  /// A file for each item; of a folder, one in it. Below a run's folder for every other seed.
  private static func files(_ items: [BackupItem], _ seed: UInt64) -> [BackupFile] {
    items.enumerated().map { position, item in
      let run = seed.isMultiple(of: 3) ? "" : "2026-11-2\(position % 3)/"
      let inner = item.worksheet == .fileStore ? "/sub/Config.zip" : ""
      let name = seed.isMultiple(of: 5) ? item.backupSet.name.uppercased() : item.backupSet.name
      return BackupFile(path: run + name.replacing("\\", with: "/") + inner, size: 1, modified: .november(20))
    }
  }

  @Test func plannedNamesAreFound() throws {
    var kinds: Set<BackupData> = []
    for seed in Self.seeds {
      let items = try Self.plan(seed).backupItems
      let names = items.map { $0.backupSet.name.lowercased() }
      #expect(Set(names).count == names.count, "seed \(seed): names of their own")
      kinds.formUnion(items.map(\.data))
      let files = Self.files(items, seed)
      let all = EvidenceMatches(items, [EvidenceSource(files: files)])
      #expect(all.items.map(\.files.count) == items.map { _ in 1 }, "seed \(seed)")
      #expect(all.matchedFiles == files.count && all.foreign.count == 0 && all.notes.count == 0, "seed \(seed)")
      for removed in files.indices {
        var rest = files
        rest.remove(at: removed)
        let matches = EvidenceMatches(items, [EvidenceSource(files: rest)])
        let missing = matches.items.indices.filter { matches.items[$0].isEmpty }
        #expect(missing == [removed], "seed \(seed): \(files[removed].path)")
      }
    }
    #expect(kinds == Set(BackupData.allCases))
  }

  @Test func theOrderOfFilesDoesNotMatter() throws {
    for seed in Self.seeds {
      let items = try Self.plan(seed).backupItems
      let files = Self.files(items, seed) + [BackupFile(path: "b", size: 1, modified: .november(1))]
      #expect(
        EvidenceMatches(items, [EvidenceSource(files: files)])
          == EvidenceMatches(items, [EvidenceSource(files: files.reversed())]))
    }
  }
}
