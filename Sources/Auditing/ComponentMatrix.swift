package import BackupPlanning

/// Components against what has to be backed up of them: for each kind of data the worst state.
package struct ComponentMatrix {
  /// One component and the worst state of each kind of data that concerns it.
  package struct Row {
    package let component: String
    package let states: [BackupData: Audit.State]
  }

  /// In the order of the plan; components that no item concerns have none.
  package let rows: [Row]

  package init(_ audit: Audit) {
    let itemsOf = ComponentItems(audit.items.map(\.item))
    rows = audit.components.compactMap { component in
      let own = itemsOf.positions(of: component).map { audit.items[$0] }
      guard !own.isEmpty else { return nil }
      let states = Dictionary(grouping: own, by: \.item.data).compactMapValues { items in
        Self.order.first { state in items.contains { $0.state == state } }
      }
      return Row(component: component.id, states: states)
    }
  }

  /// From the worst to the best.
  package static let order: [Audit.State] = [.uncovered, .waived, .planned, .evidenced]

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
