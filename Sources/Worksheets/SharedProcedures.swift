internal import BackupPlanning
internal import Diagnostics
internal import Documents

/// The procedures of a page that would be too long with each of them written out: those of one shape stand once, above
/// a table of what they restore. The files beside the page have every procedure with its names.
struct SharedProcedures {
  let words: Language
  /// Backup items as links, by id.
  let items: ByID<BackupItem>
  let restorations: ByID<Restoration>
  let shapes: [RestorationShape]
  /// The rows below each shape, by the id of its first member.
  private var rows: [String: [[Member]]]

  init(plan: Plan, words: Language) {
    self.words = words
    items = ByID(plan.backupItems, \.id)
    restorations = ByID(plan.restorations, \.id)
    shapes = RestorationShape.shapes(of: plan.restorations)
    rows = [:]
    rows = Dictionary(shapes.map { ($0.example.id, memberRows(of: $0)) }) { first, _ in first }
  }

  /// Anchor of the group of a shape, from the id of its first member.
  static func anchor(of shape: RestorationShape) -> String { "shape:\(shape.example.id)" }

  func heading(of shape: RestorationShape) -> String {
    words.procedureNames[shape.example.procedure.rawValue] ?? shape.example.procedure.rawValue
  }

  func group(_ shape: RestorationShape) -> Group {
    let anchor = Self.anchor(of: shape)
    let example = shape.example
    let cautions = shape.cautions(placeholders).map { Text([.strong(words.caution), .plain(words.text($0))]) }
    let facts =
      [Text(words.fill(words.permissions, ["permissions": words.list(example.permissions.map { words.text($0) })]))]
      + shape.prerequisites(placeholders).map { Text(words.fill(words.prerequisite, ["text": words.text($0)])) }
      + [Text(words.fill(words.sourcesLine, ["sources": words.list(example.sources.map(\.id))]))]
    return Group(
      id: anchor, heading: heading(of: shape), startsPage: true,
      blocks: [
        .paragraph(Text(words.text(shape.purpose(placeholders)))), .list(facts + cautions),
        .table(steps(of: shape, anchor)),
        .table(members(of: shape, anchor)),
      ])
  }

  private func steps(of shape: RestorationShape, _ anchor: String) -> Table {
    let rows = shape.steps(placeholders).map { step in
      Row(cells: [
        Cell(String(step.number)), Cell(words.places[step.place.rawValue]),
        Cell([Text(words.text(step.text))] + (step.command.map { [.code($0)] } ?? [])),
      ])
    }
    return Table(
      id: "\(anchor):steps", caption: words.sharedStepsCaption,
      columns: [Column(words.stepColumn), Column(words.whereColumn), Column(words.whatColumn, width: .wide)],
      rows: rows, emptyText: words.noProcedures)
  }

  private func members(of shape: RestorationShape, _ anchor: String) -> Table {
    let rows = (rows[shape.example.id] ?? []).map { row in
      let member = row[0].restoration
      return Row(
        id: RestorationDocument.anchor(of: member.id),
        cells: [
          Cell(words.list(row.map(\.restoration.target))), Cell(member.site),
          Cell(row[0].names.map { Text($0) }),
          needs(of: member), Cell(after(row[0])), .empty,
        ])
    }
    return Table(
      id: "\(anchor):members", caption: words.sharedMembersCaption,
      columns: [
        Column(placeholders.target), Column(words.site, facet: .site), Column(words.namesColumn, width: .wide),
        Column(words.needsColumn), Column(words.afterColumn), Column(words.doneByAt, isFilledByPeople: true),
      ], rows: rows, emptyText: words.noProcedures)
  }

  /// Members that differ in their target alone, such as the servers of one pool, have one row.
  private func memberRows(of shape: RestorationShape) -> [[Member]] {
    shape.members.enumerated().map { index, member in
      // Several that stand for one name, such as the pool and the Registrar of it, have one line.
      let names = shape.names(ofMember: index).filter { !$0.values.isEmpty }
        .grouped { words.list($0.values.map { words.text($0) }) }
        .map { same in
          words.fill(
            words.nameLine,
            [
              "name": words.list(same.map { placeholders.variable($0.variable) }),
              "values": words.list(same[0].values.map { words.text($0) }),
            ])
        }
      return Member(
        restoration: member, names: names, values: shape.names(ofMember: index).flatMap(\.values))
    }
    .grouped { [[$0.restoration.site ?? ""], $0.names, $0.restoration.needs, $0.restoration.after] }
  }

  private struct Member {
    let restoration: Restoration
    /// A line for each of its placeholders.
    let names: [String]
    /// The names in those lines.
    let values: [Phrase.Value]
  }

  /// Where each restoration is printed, by id.
  var anchors: [String: String] {
    var anchors: [String: String] = [:]
    for shape in shapes {
      for row in rows[shape.example.id] ?? [] {
        for entry in row { anchors[entry.restoration.id] = RestorationDocument.anchor(of: row[0].restoration.id) }
      }
    }
    return anchors
  }

  private func needs(of member: Restoration) -> Cell {
    let unplanned = Set(member.unplannedNeeds)
    let planned = member.needs.filter { !unplanned.contains($0) }.map { Text([need($0)]) }
    let open = member.unplannedNeeds.map { Text([need($0)]) }
    return Cell(planned + (open.isEmpty ? [] : [Text(.strong(words.notPlanned))]) + open)
  }

  private func need(_ id: String) -> Text.Run {
    guard let item = items[id] else { return .plain(id) }
    let label = words.label(of: item.data)
    return .link(label, document: item.worksheet.documentID, anchor: id)
  }

  /// Targets alone, and none that stands among the names: the order of the kinds of procedures is in the table above.
  private func after(_ member: Member) -> String? {
    let named = Set(member.values.map { $0.english.lowercased() })
    let targets = member.restoration.after.compactMap { restorations[$0]?.target }
      .filter { !named.contains($0.lowercased()) }
      .grouped { $0.lowercased() }.compactMap(\.first)
    return targets.isEmpty ? nil : words.list(targets)
  }

  private var placeholders: RestorationShape.Words {
    RestorationShape.Words(target: words.fill(words.placeholderForm, ["name": words.targetPlaceholder])) { variable in
      words.placeholder(forSlot: variable.slot, number: variable.number)
    }
  }
}

extension Language {
  /// What stands for a name, such as `‹pool›`.
  func placeholder(forSlot slot: String, number: Int = 1) -> String {
    let name = wording.placeholders[slot] ?? slot
    return fill(wording.placeholderForm, ["name": number == 1 ? name : "\(name) \(number)"])
  }
}
