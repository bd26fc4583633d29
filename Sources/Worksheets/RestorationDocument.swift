internal import BackupPlanning
internal import Documents

/// `restoration-worksheet`: what to do when a component is lost.
struct RestorationDocument {
  let words: Wording

  func document(for plan: Plan) -> Document {
    let columns = [
      words.procedureColumn, words.targetColumn, words.stepColumn, words.whatColumn, words.source,
    ]
    let table = Table(
      id: "restoration-steps", caption: words.restorationCaption, columns: columns.map { Column($0) }, rows: [],
      emptyText: words.noProcedures)
    return Document(
      id: "restoration-worksheet", title: words.restorationTitle,
      sections: [
        Section(
          id: "restoration-procedures", heading: words.restorationHeading,
          blocks: [.paragraph(Text(words.restorationIntroduction)), .table(table)])
      ])
  }
}
