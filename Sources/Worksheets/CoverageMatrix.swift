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
      let own = itemsOf.positions(of: component).map { items[$0] }
      guard let name = component.fqdn, !own.isEmpty else { return nil }
      let kind = words.text(component.kind.name)
      return Row(
        cells: [Cell([Text(name), Text(kind)])] + kinds.map { data in state(of: own.filter { $0.data == data }) })
    }
    let titles = kinds.map { words.label(of: $0) }
    return Table(
      id: "coverage-matrix", caption: words.matrixCaption,
      columns: [Column(words.componentColumn)] + titles.map { Column($0) },
      rows: rows, emptyText: words.noRows)
  }

  private func state(of items: [BackupItem]) -> Cell {
    guard !items.isEmpty else { return .empty }
    return Cell(items.allSatisfy(\.isPlanned) ? words.plannedColumn : words.uncoveredColumn)
  }
}
