internal import BackupPlanning
internal import Diagnostics

/// Components against what has to be backed up of them: in each cell the worst state.
struct ComponentMatrix {
  let audit: Audit

  init(_ audit: Audit) { self.audit = audit }

  /// From the worst to the best, with its letter.
  private static let letters: [(state: Audit.State, letter: String)] = [
    (.uncovered, "U"), (.waived, "W"), (.planned, "P"), (.evidenced, "E"),
  ]

  var text: String {
    let kinds = BackupData.allCases.filter { data in audit.items.contains { $0.item.data == data } }
    let itemsOf = ComponentItems(audit.items.map(\.item))
    let rows = audit.components.compactMap { component -> [String]? in
      let own = itemsOf.positions(of: component).map { audit.items[$0] }
      guard !own.isEmpty else { return nil }
      return ["  " + VisibleText.escaping(component.id)]
        + kinds.map { kind in letter(of: own.filter { $0.item.data == kind }) }
    }
    guard !rows.isEmpty else { return "" }
    let header = ["Components and requirements"] + kinds.indices.map { String($0 + 1) }
    let legend = kinds.enumerated().map { "\($0.offset + 1) \($0.element.rawValue)" }.joined(separator: ", ")
    let letters = Self.letters.map { "\($0.letter) \($0.state.rawValue)" }.joined(separator: ", ")
    return TextTable(rows: [header] + rows).text + "  \(legend)\n  \(letters); the worst of several\n"
  }

  private func letter(of items: [Audit.Item]) -> String {
    Self.letters.first { entry in items.contains { $0.state == entry.state } }?.letter ?? "-"
  }
}
