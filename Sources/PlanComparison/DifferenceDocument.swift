public import Documents

/// A difference as a document, for a comment on a pull request.
public struct DifferenceDocument {
  private let difference: PlanDifference
  private let words: DifferenceWords

  public init(_ difference: PlanDifference) {
    self.difference = difference
    words = DifferenceWords(difference)
  }

  /// - Parameter mostRows: Of one table; what is left out is counted.
  public func document(mostRows: Int) -> Document {
    var sections = [
      Section(
        id: "summary",
        blocks: [.paragraph(Text(difference.isEmpty ? "No backup duty changes." : "\(words.summary)."))]
          + [words.registerAdvice].compactMap { $0.map { .paragraph(Text($0.replacing("`", with: ""))) } })
    ]
    if !difference.renames.isEmpty { sections.append(renames(mostRows)) }
    for group in PlanGroup.allCases where !difference.changes(of: group).isEmpty {
      sections.append(section(group, mostRows))
    }
    return Document(
      id: "backup-duties",
      title: "Backup duties: \(short(difference.oldName)) → \(short(difference.newName))", sections: sections)
  }

  private func renames(_ mostRows: Int) -> Section {
    let rows = difference.renames.map { rename in
      Row(cells: [
        Cell(code: rename.from), Cell(code: rename.to), Cell(rename.kinds.map { Text($0) }),
        Cell("\(rename.serversKept) of \(rename.serversBefore)"), Cell("\(rename.serversNow)"),
      ])
    }
    return section(
      "renames", "Renamed: \(difference.renames.count)",
      ["Was", "Is now", "What", "Servers that stayed", "Servers now"], rows, mostRows)
  }

  private func section(_ group: PlanGroup, _ mostRows: Int) -> Section {
    let rows = difference.changes(of: group).map { change in
      let former = change.formerID.map { [Text([.plain("before: "), .code($0)])] } ?? []
      return Row(cells: [
        Cell(words.word(of: change.kind)), Cell(code: change.id),
        Cell(former + words.details(change).map { Text($0) }),
      ])
    }
    return section(
      group.rawValue, "\(words.title(of: group)): \(words.counts(of: group))", ["Change", "Id", "What"], rows, mostRows)
  }

  private func section(
    _ id: String, _ heading: String, _ columns: [String], _ rows: [Row], _ mostRows: Int
  ) -> Section {
    let table = Table(
      id: "\(id)-table", caption: "", columns: columns.map { Column($0) }, rows: Array(rows.prefix(mostRows)),
      emptyText: "")
    let omitted = rows.count - table.rows.count
    return Section(
      id: id, heading: heading,
      blocks: (table.rows.isEmpty ? [] : [.table(table)])
        + (omitted > 0 ? [.paragraph(Text("\(omitted) more; the JSON form has all of them."))] : []))
  }

  /// File names are as long as people make them.
  private func short(_ name: String) -> String { name.count <= 200 ? name : "…\(name.suffix(200))" }
}
