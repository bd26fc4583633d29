internal import Topology
internal import Diagnostics
internal import XMLStream

extension DeploymentBuilder {
  /// Resolves all references and returns everything that is odd, in the order of the file; what is general comes
  /// first.
  func complete(limit: Int) -> [ImportProblem] {
    if topology.services.isEmpty {
      return inOrder(problems + [.withoutServices(place?.position)])
    }
    resolve()
    reportDuplicates()
    reportUnknownRoles()
    var all = inOrder(problems)
    // An error must never be among those left out: it decides what becomes of the file.
    if all.count > limit {
      let kept = all.filter { $0.severity == .error }.prefix(limit)
      let room = limit - kept.count
      all = inOrder(kept + all.filter { $0.severity != .error }.prefix(room)) + [.omitted(all.count - limit)]
    }
    return all
  }

  private func inOrder(_ problems: some Sequence<ImportProblem>) -> [ImportProblem] {
    problems.enumerated().sorted { left, right in
      let (first, second) = (left.element.position, right.element.position)
      return (first?.line ?? 0, first?.column ?? 0, left.offset) < (
        second?.line ?? 0, second?.column ?? 0, right.offset
      )
    }.map(\.element)
  }
}
