internal import BackupPlanning
internal import Diagnostics

/// Components against what has to be backed up of them: for each kind of data the worst state.
struct ComponentMatrix {
  /// One component and the worst state of each kind of data that concerns it.
  struct Row {
    let component: String
    let states: [BackupData: Audit.State]
  }

  /// In the order of the plan; components that no item concerns have none.
  let rows: [Row]

  init(_ audit: Audit) {
    let itemsOf = ComponentItems(audit.items.map(\.item))
    rows = audit.components.compactMap { component in
      let own = itemsOf.positions(of: component).map { audit.items[$0] }
      guard !own.isEmpty else { return nil }
      let states = Dictionary(grouping: own, by: \.item.data).compactMapValues { items in
        Self.letters.first { entry in items.contains { $0.state == entry.state } }?.state
      }
      return Row(component: component.id, states: states)
    }
  }

  /// From the worst to the best, with its letter.
  private static let letters: [(state: Audit.State, letter: String)] = [
    (.uncovered, "U"), (.waived, "W"), (.planned, "P"), (.evidenced, "E"),
  ]

  var text: String {
    guard !rows.isEmpty else { return "" }
    let kinds = BackupData.allCases.filter { data in rows.contains { $0.states[data] != nil } }
    let header = ["Components and requirements"] + kinds.indices.map { String($0 + 1) }
    let lines = rows.map { row in
      ["  " + VisibleText.escaping(row.component)]
        + kinds.map { kind in Self.letters.first { $0.state == row.states[kind] }?.letter ?? "-" }
    }
    let legend = kinds.enumerated().map { "\($0.offset + 1) \($0.element.rawValue)" }.joined(separator: ", ")
    let letters = Self.letters.map { "\($0.letter) \($0.state.rawValue)" }.joined(separator: ", ")
    return TextTable(rows: [header] + lines).text + "  \(legend)\n  \(letters); the worst of several\n"
  }

  func write(to writer: inout JSONWriter) {
    writer.array(rows) { writer, row in
      writer.object { writer in
        writer.member("component", row.component)
        writer.member("states") { writer in
          writer.array(row.states.sorted { $0.key.rawValue < $1.key.rawValue }) { writer, entry in
            writer.object { writer in
              writer.member("data", entry.key.rawValue)
              writer.member("state", entry.value.rawValue)
            }
          }
        }
      }
    }
  }
}
