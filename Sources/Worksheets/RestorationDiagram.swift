internal import BackupPlanning
internal import Documents

/// The order of restoring as a picture.
struct RestorationDiagram {
  /// More nodes than this are no picture any more: the table says it.
  static let largest = 60

  let words: Language

  /// Nil where there is nothing to order, or too much to draw.
  func diagram(of restorations: [Restoration]) -> Diagram? {
    // Failing over comes instead of restoring: it is no part of the order.
    let drawn = restorations.filter { !Self.pairProcedures.contains($0.procedure) }
    guard drawn.count > 1, drawn.count <= Self.largest else { return nil }
    let direct = directPredecessors(of: drawn)
    let ranks = Dictionary(grouping: drawn, by: \.priority).sorted { $0.key < $1.key }.map { priority, members in
      Diagram.Rank(
        title: words.fill(words.rankTitle, ["priority": String(priority)]),
        nodes: members.map { member in
          Diagram.Node(
            id: member.id, label: words.name(of: member), anchor: RestorationDocument.anchor(of: member.id),
            after: direct[member.id] ?? [])
        })
    }
    return Diagram(id: "restoration-diagram", caption: words.diagramCaption, ranks: ranks)
  }

  private static let pairProcedures: Set<RestorationProcedure> = [.poolFailover, .poolFailback, .abcFailover]

  /// What comes right before each: without what comes before that anyway.
  private func directPredecessors(of restorations: [Restoration]) -> [String: [String]] {
    let after = Dictionary(restorations.map { ($0.id, Set($0.after)) }) { first, _ in first }
    var all: [String: Set<String>] = [:]
    var direct: [String: [String]] = [:]
    for restoration in restorations {
      let before = after[restoration.id] ?? []
      let indirect = before.reduce(into: Set<String>()) { $0.formUnion(all[$1] ?? []) }
      all[restoration.id] = before.union(indirect)
      direct[restoration.id] = before.subtracting(indirect).sorted()
    }
    return direct
  }
}
