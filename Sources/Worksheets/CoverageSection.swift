internal import BackupPlanning
internal import Documents

/// What is planned and what is not, as far as it can be said without a clock. Waivers and evidence are the audit's.
struct CoverageSection {
  let words: Language
  /// Whether uncovered items are marked in their rows alone.
  let isCondensed: Bool

  func section(of items: [BackupItem], _ components: [Component]) -> Section {
    var blocks: [Block] = [
      .paragraph(Text(sum(items))), .table(worksheets(items)), .table(cells(items)), .table(sites(items)),
    ]
    // Of many pools, the matrix says it.
    if !isCondensed { blocks.append(.table(pools(items))) }
    blocks += [
      .table(CoverageMatrix(words: words).table(of: items, components))
    ]
    let uncovered = items.filter { !$0.isPlanned }
    if isCondensed && !uncovered.isEmpty {
      blocks.append(.paragraph(Text(words.uncoveredInRows)))
    } else if !uncovered.isEmpty {
      blocks.append(.table(list(uncovered)))
    }
    blocks += [.paragraph(Text(words.auditSaysMore)), .paragraph(Text(words.notCovered))]
    return Section(id: "coverage", heading: words.coverageHeading, blocks: blocks)
  }

  private func sum(_ items: [BackupItem]) -> String {
    let planned = items.count(where: \.isPlanned)
    return words.fill(
      words.coverageSum,
      [
        "required": words.fill(words.requiredSum, count: items.count),
        "planned": words.fill(words.plannedSum, count: planned, ["percent": percent(planned, of: items.count)]),
        "uncovered": words.fill(words.uncoveredSum, count: items.count - planned),
      ])
  }

  private func worksheets(_ items: [BackupItem]) -> Table {
    let rows = WorksheetKind.allCases.map { kind in
      let own = items.filter { $0.worksheet == kind }
      let link = Text(.link(words.name(of: kind).title, document: kind.documentID, anchor: nil))
      let emptyCells = own.reduce(0) { $0 + $1.emptyCells }
      return Row(cells: [Cell([link])] + counts(own) + [Cell(words.number(emptyCells))])
    }
    return table(
      "coverage-table", words.coverageCaption, [words.worksheetColumn] + countColumns + [words.openCellsColumn], rows)
  }

  /// By name; items whose site nobody knows first.
  private func sites(_ items: [BackupItem]) -> Table {
    let groups = Dictionary(grouping: items) { $0.site ?? "" }
    let rows = groups.keys.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }.map { name in
      Row(cells: [Cell(name.isEmpty ? words.siteUnknown : name)] + counts(groups[name] ?? []))
    }
    return table(
      "coverage-by-site", words.coverageBySiteCaption, [words.siteColumn] + countColumns, rows, facets: [0: .site])
  }

  /// By name; an item counts for every pool it serves.
  private func pools(_ items: [BackupItem]) -> Table {
    var groups: [String: [BackupItem]] = [:]
    for item in items {
      for pool in item.pools { groups[pool.lowercased(), default: []].append(item) }
    }
    let names = Dictionary(items.flatMap(\.pools).map { ($0.lowercased(), $0) }) { first, _ in first }
    let rows = groups.keys.sorted().map { key in Row(cells: [Cell(names[key])] + counts(groups[key] ?? [])) }
    return table(
      "coverage-by-pool", words.coverageByPoolCaption, [words.poolColumn] + countColumns, rows, facets: [0: .pool])
  }

  /// By what people have to decide.
  private func cells(_ items: [BackupItem]) -> Table {
    let cells: [(title: String, isGiven: (BackupItem) -> Bool)] = [
      (words.schedule, { $0.schedule != nil }), (words.destination, { $0.destination != nil }),
      (words.owner, { $0.owner != nil }), (words.rpo, { $0.rpo != nil }), (words.rto, { $0.rto != nil }),
      (words.backupSetExpiration, { $0.backupSet.expiration != nil }),
    ]
    let rows = cells.map { cell in
      let given = items.count(where: cell.isGiven)
      let numbers = [items.count, given, items.count - given].map { words.number($0) }
      return Row(cells: ([cell.title] + numbers + [percent(given, of: items.count)]).map { Cell($0) })
    }
    return table(
      "coverage-by-cell", words.coverageByCellCaption,
      [words.cellColumn, words.requiredColumn, words.givenColumn, words.openCellsColumn, words.givenPercentColumn], rows
    )
  }

  /// One row for each site and reason.
  private func list(_ items: [BackupItem]) -> Table {
    let rows = items.grouped { [$0.site ?? "", missing($0)] }.compactMap { group -> Row? in
      guard let first = group.first else { return nil }
      let links = group.map { Text(.link($0.id, document: $0.worksheet.documentID, anchor: $0.id)) }
      return Row(cells: [Cell(links), Cell(first.site), Cell(missing(first))])
    }
    return table(
      "uncovered-table", words.uncoveredCaption, [words.itemColumn, words.siteColumn, words.reasonColumn], rows,
      facets: [1: .site])
  }

  private func missing(_ item: BackupItem) -> String {
    words.list(
      [(item.schedule, words.missingSchedule), (item.destination, words.missingDestination)].filter { $0.0 == nil }
        .map(\.1))
  }

  private var countColumns: [String] {
    [words.requiredColumn, words.plannedColumn, words.uncoveredColumn, words.percentColumn]
  }

  private func counts(_ items: [BackupItem]) -> [Cell] {
    let planned = items.count(where: \.isPlanned)
    let numbers = [items.count, planned, items.count - planned].map { words.number($0) }
    return (numbers + [percent(planned, of: items.count)]).map { Cell($0) }
  }

  /// Rounded down: 100 only where nothing is missing.
  private func percent(_ planned: Int, of required: Int) -> String {
    words.percent(required == 0 ? 100 : planned * 100 / required)
  }

  private func table(_ id: String, _ caption: String, _ columns: [String], _ rows: [Row], facets: [Int: Facet] = [:])
    -> Table
  {
    Table(
      id: id, caption: caption, columns: columns.enumerated().map { Column($1, facet: facets[$0]) },
      rows: rows, emptyText: words.noRows)
  }
}
