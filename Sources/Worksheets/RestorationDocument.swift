internal import BackupPlanning
internal import Documents

/// `restoration-worksheet`: what stops when something is lost, in which order to restore, and every procedure.
struct RestorationDocument {
  static let documentID = "restoration-worksheet"

  let words: Language
  /// Whether procedures of one shape stand once.
  let isCondensed: Bool

  /// The anchor of a procedure. Backup items and components have ids of the same form.
  static func anchor(of restoration: String) -> String { "restore:\(restoration)" }

  func document(for plan: Plan) -> Document {
    let names = Once { self.names(in: plan) }
    let shared = Once { isCondensed ? SharedProcedures(plan: plan, words: words) : nil }
    return Document(
      id: Self.documentID, title: words.restorationTitle,
      sections: OnDemand(
        { lostComponents(plan, shared.value) },
        { shared.value.map(order) ?? order(plan, names.value) },
        { shared.value.map { procedures(plan, names.value, $0) } ?? procedures(plan, names.value) }),
      dataTables: OnDemand({ dataTable(plan) }))
  }

  // MARK: What is lost

  private func lostComponents(_ plan: Plan, _ shared: SharedProcedures?) -> Section {
    let restorations = ByID(plan.restorations, \.id)
    let rows = LostRow.rows(of: plan.lostComponents, restorations, anchors: shared?.anchors ?? [:]).compactMap {
      $0.row(words)
    }
    let columns = [
      words.lostColumn, words.kindColumn, words.site, words.impactColumn, words.proceduresColumn,
    ]
    let table = Table(
      id: "lost-components-table", caption: words.lostCaption,
      columns: columns.map { Column($0, facet: $0 == words.site ? .site : nil) }, rows: rows,
      emptyText: words.noComponents)
    return Section(
      id: "lost-components", heading: words.lostHeading,
      blocks: [.paragraph(Text(words.lostIntroduction)), .table(table)])
  }

  /// Names by id, of restorations and of backup items: people read names, data files have the ids.
  private struct Names: Sendable {
    let restorations: [String: String]
    let items: [String: Text.Run]

    func link(_ restoration: String) -> Text.Run {
      .link(
        restorations[restoration] ?? restoration, document: RestorationDocument.documentID,
        anchor: RestorationDocument.anchor(of: restoration))
    }

    func links(_ restorations: [String]) -> Cell { Cell(restorations.map { Text(link($0)) }) }
  }

  private func names(in plan: Plan) -> Names {
    let restorations = plan.restorations.map { ($0.id, words.name(of: $0)) }
    let items = plan.backupItems.map { item in
      (item.id, Text.Run.link(words.name(of: item), document: item.worksheet.documentID, anchor: item.id))
    }
    return Names(
      restorations: Dictionary(restorations) { first, _ in first }, items: Dictionary(items) { first, _ in first })
  }

  // MARK: In which order

  private func order(_ plan: Plan, _ names: Names) -> Section {
    let rtoByItem = Dictionary(plan.backupItems.map { ($0.id, $0.rto) }) { first, _ in first }
    let restorations = plan.restorations
    let rows = OnDemand(count: restorations.count) { index in
      let restoration = restorations[index]
      let objectives = Set(restoration.needs.compactMap { rtoByItem[$0] ?? nil }).sorted()
      return Row(cells: [
        Cell(String(restoration.priority)), names.links([restoration.id]), Cell(restoration.site),
        names.links(restoration.after), Cell(objectives.map { Text($0) }),
      ])
    }
    let columns = [words.priorityColumn, words.procedureColumn, words.site, words.afterColumn].map {
      Column($0, facet: $0 == words.site ? .site : nil)
    }
    let table = Table(
      id: "restoration-order-table", caption: words.orderCaption,
      columns: columns + [Column(words.rto, isFilledByPeople: true)], rows: rows, emptyText: words.noProcedures)
    let diagram = RestorationDiagram(words: words).diagram(of: plan.restorations).map { [Block.diagram($0)] } ?? []
    return Section(
      id: "restoration-order", heading: words.orderHeading,
      blocks: [.paragraph(Text(words.orderIntroduction))] + diagram + [.table(table)])
  }

  private func order(_ shared: SharedProcedures) -> Section {
    let restorations = shared.restorations
    let rows = shared.shapes.map { shape in
      let after = Set(shape.members.flatMap(\.after).compactMap { restorations[$0]?.procedure })
      let names = RestorationProcedure.allCases.filter(after.contains).compactMap { words.procedureNames[$0.rawValue] }
      let target = shape.members.count == 1 ? Self.anchor(of: shape.example.id) : SharedProcedures.anchor(of: shape)
      let link = Text.Run.link(shared.heading(of: shape), document: Self.documentID, anchor: target)
      return Row(cells: [
        Cell(String(shape.example.priority)), Cell(Text(link)), Cell(words.number(shape.members.count)),
        Cell(names.map { Text($0) }),
      ])
    }
    let columns = [words.priorityColumn, words.procedureColumn, words.countColumn, words.afterColumn]
    let table = Table(
      id: "restoration-order-table", caption: words.orderCaption, columns: columns.map { Column($0) }, rows: rows,
      emptyText: words.noProcedures)
    return Section(
      id: "restoration-order", heading: words.orderHeading,
      blocks: [.paragraph(Text(words.orderIntroduction)), .table(table)])
  }

  // MARK: The procedures

  private func procedures(_ plan: Plan, _ names: Names) -> Section {
    let restorations = plan.restorations
    let groups: [Block] =
      restorations.isEmpty
      ? [.paragraph(Text(words.noProcedures))]
      : [.groups(OnDemand(count: restorations.count) { procedure(restorations[$0], names) })]
    return Section(
      id: "restoration-procedures", heading: words.restorationHeading,
      blocks: [.paragraph(Text(words.restorationIntroduction))] + groups)
  }

  private func procedures(_ plan: Plan, _ names: Names, _ shared: SharedProcedures) -> Section {
    let groups = shared.shapes.map { shape in
      Block.group(shape.members.count == 1 ? procedure(shape.example, names) : shared.group(shape))
    }
    let introduction = words.fill(
      words.sharedIntroduction,
      ["count": words.number(plan.restorations.count), "file": "\(Self.documentID).md"])
    return Section(
      id: "restoration-procedures", heading: words.restorationHeading,
      blocks: [.paragraph(Text(words.restorationIntroduction)), .paragraph(Text(introduction))] + groups)
  }

  private func procedure(_ restoration: Restoration, _ names: Names) -> Group {
    let anchor = Self.anchor(of: restoration.id)
    let cautions = restoration.cautions.map { Text([.strong(words.caution), .plain(words.text($0))]) }
    let facts = facts(on: restoration, names) + cautions
    return Group(
      id: anchor, heading: words.name(of: restoration), startsPage: true,
      blocks: [
        .paragraph(Text(words.text(restoration.purpose))), .list(facts), .table(steps(of: restoration, anchor)),
        .table(signOff(anchor)),
      ])
  }

  private func facts(on restoration: Restoration, _ names: Names) -> [Text] {
    var facts = restoration.site.map { [words.fill(words.siteLine, "site", with: [$0], of: .site)] } ?? []
    if !restoration.needs.isEmpty {
      let links = restoration.needs.map { names.items[$0] ?? .plain($0) }
      facts.append(Text([.plain(words.needs)] + links.joined(with: .plain(words.listSeparator))))
    }
    if !restoration.unplannedNeeds.isEmpty {
      let items = words.list(restoration.unplannedNeeds.map { names.items[$0]?.text ?? $0 })
      facts.append(Text(.strong(words.fill(words.unplannedNeeds, ["items": items]))))
    }
    if !restoration.after.isEmpty {
      let links = restoration.after.map { names.link($0) }
      facts.append(Text([.plain(words.after)] + links.joined(with: .plain(words.listSeparator))))
    }
    let permissions = words.list(restoration.permissions.map { words.text($0) })
    facts.append(Text(words.fill(words.permissions, ["permissions": permissions])))
    facts += restoration.prerequisites.map { Text(words.fill(words.prerequisite, ["text": words.text($0)])) }
    let sources = words.list(restoration.sources.map(\.id))
    return facts + [Text(words.fill(words.sourcesLine, ["sources": sources]))]
  }

  private func steps(of restoration: Restoration, _ anchor: String) -> Table {
    let rows = restoration.steps.map { step in
      Row(cells: [
        Cell(String(step.number)), Cell(words.tickBox), Cell(words.places[step.place.rawValue]),
        Cell([Text(words.text(step.text))] + (step.command.map { [.code($0)] } ?? [])), .empty,
      ])
    }
    let columns = [
      Column(words.stepColumn), Column(words.doneColumn), Column(words.whereColumn),
      Column(words.whatColumn, width: .wide), Column(words.remarkColumn, isFilledByPeople: true),
    ]
    return Table(
      id: "\(anchor):steps", caption: words.stepsCaption, columns: columns, rows: rows, emptyText: words.noProcedures)
  }

  private func signOff(_ anchor: String) -> Table {
    let columns = [words.decidedBy, words.doneBy, words.begunAt, words.endedAt, words.result, words.signature]
    return Table(
      id: "\(anchor):sign-off", caption: words.signOff, columns: columns.map { Column($0, isFilledByPeople: true) },
      rows: [Row(cells: columns.map { _ in .empty })], emptyText: "")
  }

  // MARK: Data

  /// A row for every step.
  private func dataTable(_ plan: Plan) -> Table {
    let restorations = plan.restorations
    let rows = OnDemand(sizes: restorations.lazy.map(\.steps.count)) { index in
      let restoration = restorations[index]
      let identity = [
        Cell(restoration.id), Cell(restoration.procedure.rawValue), Cell(restoration.target), Cell(restoration.site),
        Cell(String(restoration.priority)),
      ]
      let conditions = [
        Cell(restoration.needs.map { Text($0) }), Cell(restoration.after.map { Text($0) }),
        Cell(restoration.permissions.map { Text(words.text($0)) }), .empty, .empty, .empty,
        Cell(restoration.sources.map { Text($0.id) }),
      ]
      return restoration.steps.map { step in
        var cells = identity
        cells.reserveCapacity(identity.count + 4 + conditions.count)
        cells.append(Cell(String(step.number)))
        cells.append(Cell(step.place.rawValue))
        cells.append(Cell(words.text(step.text)))
        cells.append(Cell(code: step.command))
        cells += conditions
        return Row(cells: cells)
      }
    }
    let columns = [
      words.restorationIDColumn, words.procedureColumn, words.targetColumn, words.site, words.priorityColumn,
      words.stepColumn, words.whereColumn, words.whatColumn, words.commandColumn, words.needsColumn, words.afterColumn,
      words.permissionsColumn, words.doneBy, words.endedAt, words.result, words.source,
    ]
    return Table(
      id: "restoration-steps", caption: words.restorationTitle, columns: columns.map { Column($0) }, rows: rows,
      emptyText: words.noProcedures)
  }
}

extension [Text.Run] {
  /// The runs with `separator` between each two of them.
  fileprivate func joined(with separator: Text.Run) -> [Text.Run] {
    Array(map { [$0] }.joined(separator: [separator]))
  }
}
