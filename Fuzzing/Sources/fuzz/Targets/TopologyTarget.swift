import BackupPlanning
import Diagnostics
import TopologyImport

/// A topology of any shape and encoding: imported in one piece and in many alike; what is accepted can be planned.
enum TopologyTarget {
  static func check(_ bytes: [UInt8]) -> CInt {
    let file = "topology.xml"
    let whole = result { () throws(UnusableInput) in
      try TopologyImporter.importTopology(bytes, fileName: file)
    }
    let inPieces = result { () throws(UnusableInput) in
      var importer = TopologyImporter(fileName: file)
      for piece in pieces(of: bytes) { try importer.read(piece.span) }
      return try importer.finish()
    }
    require(whole == inPieces, "the sizes of chunks change nothing")
    requirePlan(whole, file: file)
    return 0
  }
}

/// A file as people have it: a topology or an archive.
enum ArchiveTarget {
  static func check(_ bytes: [UInt8]) -> CInt {
    let file = "topology.zip"
    let whole = result { () throws(UnusableInput) in
      var importer = TopologyFileImporter(fileName: file)
      try importer.read(bytes.span)
      return try importer.finish()
    }
    let inPieces = result { () throws(UnusableInput) in
      var importer = TopologyFileImporter(fileName: file)
      for piece in pieces(of: bytes) { try importer.read(piece.span) }
      return try importer.finish()
    }
    require(whole == inPieces, "the sizes of chunks change nothing: \(whole) \(inPieces)")
    requirePlan(whole, file: file)
    return 0
  }
}

private typealias Outcome = Result<ImportedTopology, UnusableInput>

private func result(_ work: () throws(UnusableInput) -> ImportedTopology) -> Outcome {
  do throws(UnusableInput) { return .success(try work()) } catch { return .failure(error) }
}

/// Of one size, which the input decides.
private func pieces(of bytes: [UInt8]) -> [[UInt8]] {
  let size = 1 + Int(bytes.last ?? 0)
  return stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
}

private func requirePlan(_ outcome: Outcome, file: String) {
  switch outcome {
  case .failure(let error): requireUsable(error, file: file)
  case .success(let imported):
    for diagnostic in imported.diagnostics {
      requireUsable(diagnostic, file: file)
      require(diagnostic.severity != .error, "what is accepted has no error: \(diagnostic)")
    }
    do throws(UnusableInput) {
      let plan = try Planner.plan(imported.topology, importDiagnostics: imported.diagnostics).plan
      let ids = plan.backupItems.map(\.id)
      require(Set(ids).count == ids.count, "an item has an id of its own: \(ids)")
      require(!plan.json.isEmpty, "a plan has a JSON form")
    } catch {
      require(error.diagnostics.contains { $0.severity == .error }, "a refusal has an error: \(error)")
    }
  }
}
