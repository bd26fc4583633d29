internal import Topology
internal import Diagnostics
internal import XMLStream

extension DeploymentBuilder {
  /// Resolves all references and returns everything that is odd, in the order of the file; what is general comes
  /// first.
  mutating func complete(limit: Int) -> [ImportProblem] {
    if services.isEmpty { return inOrder(problems + [.withoutServices(place.position)]) }
    // Positions mean nothing once an object without identity is left out.
    if problems.contains(where: { $0.severity == .error }) { return bounded(problems, limit) }
    resolve()
    reportDuplicates()
    reportUnknownRoles()
    return bounded(problems, limit)
  }

  /// In order, and not more than the limit. An error is never among those left out before a warning: it decides what
  /// becomes of the file.
  private func bounded(_ problems: [ImportProblem], _ limit: Int) -> [ImportProblem] {
    guard problems.count > limit else { return inOrder(problems) }
    let ordered = inOrder(problems)
    let errors = ordered.filter { $0.severity == .error }.prefix(limit)
    let others = ordered.filter { $0.severity != .error }.prefix(limit - errors.count)
    return inOrder(errors + others) + [.omitted(problems.count - limit)]
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
