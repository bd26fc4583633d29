internal import BackupPlanning
internal import Diagnostics
internal import PlanComparison
internal import TopologyImport

/// A file that gives a plan: a topology, or a `plan.json`. Its first bytes tell which, so that a pipe will do.
struct PlanInput {
  let file: InputFile
  let limits: LimitOptions

  /// 1 GiB, as for a topology.
  private static let largestPlan = 1 << 30

  /// No file of either kind begins with more of it than this.
  private static let mostWhiteSpace = 1 << 16

  /// The plan, after the diagnostics about it have been printed.
  /// - Parameter policy: What the organisation decided; a `plan.json` has its own cells already.
  func snapshot(_ policy: Policy, _ console: Console) throws(CommandFailure) -> PlanSnapshot {
    var beginning: [UInt8] = []
    var isJSON: Bool?
    var importer = PieceImporter(file, limits.limits)
    try file.readChunks { piece throws(CommandFailure) in
      if isJSON == false { return try importer.read(piece) }
      for index in piece.indices { beginning.append(piece[index]) }
      if isJSON == nil {
        isJSON = PlanSnapshot.isJSON(beginning) ?? (beginning.count > Self.mostWhiteSpace ? false : nil)
        if isJSON == false { try importer.read(beginning.span) }
      }
      if isJSON == true, beginning.count > Self.largestPlan {
        throw CommandFailure(
          .unusableInput, id: "limit-exceeded", file: file.name, "larger than \(Self.largestPlan) bytes",
          remedy: "check that it is the right file")
      }
    }
    if isJSON == nil { try importer.read(beginning.span) }
    guard isJSON != true else {
      return try Self.snapshot { () throws(UnusableInput) in
        try PlanSnapshot(beginning, name: file.name)
      }
    }
    let plan = try file.plan(of: importer.finish(), policy, Register(), console)
    return try Self.snapshot { () throws(UnusableInput) in try PlanSnapshot(plan, name: file.name) }
  }

  private static func snapshot(
    _ make: () throws(UnusableInput) -> PlanSnapshot
  ) throws(CommandFailure) -> PlanSnapshot {
    do throws(UnusableInput) {
      return try make()
    } catch {
      throw CommandFailure(error)
    }
  }
}
