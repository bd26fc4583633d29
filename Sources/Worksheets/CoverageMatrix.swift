internal import BackupPlanning
internal import Documents

/// Components against the kinds of data that have to be backed up of them: in each cell the worse of planned and
/// uncovered.
struct CoverageMatrix {
  let words: Language

  func table(of items: [BackupItem], _ components: [Component]) -> Table {
    let kinds = BackupData.allCases.filter { data in items.contains { $0.data == data } }
    let itemsOf = ComponentItems(items)
    let rows = components.compactMap { component -> Row? in
      var isPlanned: [BackupData: Bool] = [:]
      for position in itemsOf.positions(of: component) {
        isPlanned[items[position].data, default: true] =
          items[position].isPlanned && isPlanned[items[position].data] ?? true
      }
      guard let name = component.fqdn, !isPlanned.isEmpty else { return nil }
      let kind = words.text(component.kind.name)
      let states = kinds.map { data in
        isPlanned[data].map { Cell($0 ? words.plannedColumn : words.uncoveredColumn) } ?? .empty
      }
      return Row(cells: [Cell([Text(name), Text(kind)])] + states)
    }
    let titles = kinds.map { words.label(of: $0) }
    return Table(
      id: "coverage-matrix", caption: words.matrixCaption,
      columns: [Column(words.componentColumn)] + titles.map { Column($0) },
      rows: rows, emptyText: words.noRows)
  }
}
