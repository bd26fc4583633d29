internal import BackupPlanning
internal import Documents

/// `restoration-worksheet`: what stops when something is lost, in which order to restore, and every procedure.
struct RestorationDocument {
  static let documentID = "restoration-worksheet"

  let words: Wording

  /// The anchor of a procedure. Backup items and components have ids of the same form.
  static func anchor(of restoration: String) -> String { "restore:\(restoration)" }

  func document(for plan: Plan) -> Document {
    Document(
      id: Self.documentID, title: words.restorationTitle,
      sections: [lostComponents(plan), order(plan), procedures(plan)], dataTable: dataTable(plan))
  }

  // MARK: What is lost

  private func lostComponents(_ plan: Plan) -> Section {
    let rows = plan.lostComponents.map { component in
      Row(cells: [
        Cell(component.name), Cell(words.lostKinds[component.kind]), Cell(component.site),
        Cell(component.impact.map { Text($0.text) }), Cell(component.restorations.map { link($0) }),
      ])
    }
    let columns = [
      words.lostColumn, words.kindColumn, words.site, words.impactColumn, words.proceduresColumn,
    ]
    let table = Table(
      id: "lost-components-table", caption: words.lostCaption, columns: columns.map { Column($0) }, rows: rows,
      emptyText: words.noComponents)
    return Section(
      id: "lost-components", heading: words.lostHeading,
      blocks: [.paragraph(Text(words.lostIntroduction)), .table(table)])
  }

  private func link(_ restoration: String) -> Text {
    Text([.link(restoration, document: Self.documentID, anchor: Self.anchor(of: restoration))])
  }

  // MARK: In which order

  private func order(_ plan: Plan) -> Section {
    let rtoByItem = Dictionary(plan.backupItems.map { ($0.id, $0.rto) }) { first, _ in first }
    let rows = plan.restorations.map { restoration in
      let objectives = Set(restoration.needs.compactMap { rtoByItem[$0] ?? nil }).sorted()
      return Row(cells: [
        Cell(String(restoration.priority)), Cell([link(restoration.id)]), Cell(restoration.site),
        Cell(restoration.after.map { link($0) }), Cell(objectives.map { Text($0) }),
      ])
    }
    let columns = [words.priorityColumn, words.procedureColumn, words.site, words.afterColumn].map { Column($0) }
    let table = Table(
      id: "restoration-order-table", caption: words.orderCaption,
      columns: columns + [Column(words.rto, isFilledByPeople: true)], rows: rows, emptyText: words.noProcedures)
    let diagram = RestorationDiagram(words: words).diagram(of: plan.restorations).map { [Block.diagram($0)] } ?? []
    return Section(
      id: "restoration-order", heading: words.orderHeading,
      blocks: [.paragraph(Text(words.orderIntroduction))] + diagram + [.table(table)])
  }

  // MARK: The procedures

  private func procedures(_ plan: Plan) -> Section {
    let worksheets = Dictionary(plan.backupItems.map { ($0.id, $0.worksheet) }) { first, _ in first }
    let groups = plan.restorations.map { Block.group(procedure($0, worksheets: worksheets)) }
    let nothing: [Block] = groups.isEmpty ? [.paragraph(Text(words.noProcedures))] : []
    return Section(
      id: "restoration-procedures", heading: words.restorationHeading,
      blocks: [.paragraph(Text(words.restorationIntroduction))] + nothing + groups)
  }

  private func procedure(_ restoration: Restoration, worksheets: [String: WorksheetKind]) -> Group {
    let anchor = Self.anchor(of: restoration.id)
    let title = words.procedureNames[restoration.procedure] ?? restoration.procedure.rawValue
    let heading = words.fill(words.procedureHeading, ["procedure": title, "target": restoration.target])
    let cautions = restoration.cautions.map { Text([.strong(words.caution), .plain($0.text)]) }
    let facts = facts(on: restoration, worksheets: worksheets) + cautions
    return Group(
      id: anchor, heading: heading, startsPage: true,
      blocks: [
        .paragraph(Text(restoration.purpose.text)), .list(facts), .table(steps(of: restoration, anchor, heading)),
        .table(signOff(anchor)),
      ])
  }

  private func facts(on restoration: Restoration, worksheets: [String: WorksheetKind]) -> [Text] {
    var facts: [Text] = []
    if !restoration.needs.isEmpty {
      let links = restoration.needs.map { Text.Run.link($0, document: worksheets[$0]?.documentID ?? "", anchor: $0) }
      facts.append(Text([.plain(words.needs)] + links.joined(with: .plain(", "))))
    }
    if !restoration.unplannedNeeds.isEmpty {
      let items = restoration.unplannedNeeds.joined(separator: ", ")
      facts.append(Text([.strong(words.fill(words.unplannedNeeds, ["items": items]))]))
    }
    if !restoration.after.isEmpty {
      let links = restoration.after.map {
        Text.Run.link($0, document: Self.documentID, anchor: Self.anchor(of: $0))
      }
      facts.append(Text([.plain(words.after)] + links.joined(with: .plain(", "))))
    }
    facts.append(Text(words.fill(words.permissions, ["permissions": restoration.permissions.joined(separator: ", ")])))
    facts += restoration.prerequisites.map { Text(words.fill(words.prerequisite, ["text": $0.text])) }
    let sources = restoration.sources.map(\.id).joined(separator: ", ")
    return facts + [Text(words.fill(words.sourcesLine, ["sources": sources]))]
  }

  private func steps(of restoration: Restoration, _ anchor: String, _ caption: String) -> Table {
    let rows = restoration.steps.map { step in
      Row(cells: [
        Cell(String(step.number)), Cell(words.tickBox), Cell(words.places[step.place]),
        Cell([Text(step.text.text)] + (step.command.map { [.code($0)] } ?? [])), .empty,
      ])
    }
    let columns = [words.stepColumn, words.doneColumn, words.whereColumn, words.whatColumn].map { Column($0) }
    return Table(
      id: "\(anchor):steps", caption: caption, columns: columns + [Column(words.remarkColumn, isFilledByPeople: true)],
      rows: rows, emptyText: words.noProcedures)
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
    let rows = plan.restorations.flatMap { restoration in
      restoration.steps.map { step in
        Row(cells: [
          Cell(restoration.id), Cell(restoration.procedure.rawValue), Cell(restoration.target), Cell(restoration.site),
          Cell(String(restoration.priority)), Cell(String(step.number)), Cell(step.place.rawValue),
          Cell(step.text.text), Cell(step.command.map { [.code($0)] } ?? []), Cell(restoration.needs.map { Text($0) }),
          Cell(restoration.after.map { Text($0) }), Cell(restoration.permissions.map { Text($0) }), .empty, .empty,
          .empty, Cell(restoration.sources.map { Text($0.id) }),
        ])
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
