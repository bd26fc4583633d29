internal import BackupPlanning
internal import Documents

/// `other-requirements`: what else to back up, what needs no backup and why, what the topology cannot answer.
struct OtherRequirementsDocument {
  static let documentID = "other-requirements"

  static let questionsTableID = "questions-table"

  let words: Language

  /// The anchor of a question's row.
  static func rowID(ofQuestion id: String) -> String { "question:\(id)" }

  func document(for plan: Plan) -> Document {
    Document(
      id: Self.documentID, title: words.otherRequirementsTitle,
      sections: OnDemand(
        { requirements(plan.otherRequirements) }, { exclusions(plan.exclusions) }, { questions(plan.questions) },
        { answers(plan.answers) }),
      dataTables: dataTables(plan))
  }

  // MARK: What else to back up

  /// Pages name the subjects of one requirement together: a line for each of a thousand names hides the few that differ.
  private func requirements(_ requirements: [OtherRequirement]) -> Section {
    let together = requirements.grouped { [$0.kind, words.text($0.text), String($0.isAddition)] }
    let rows = together.compactMap { group in
      group.first.map { row(for: $0, subjects: words.list(group.map { words.subject($0.subject) })) }
    }
    return Section(
      id: "requirements", heading: words.requirementsHeading,
      blocks: [.paragraph(Text(words.requirementsIntroduction)), .table(requirementsTable(OnDemand(rows)))])
  }

  private func requirementsTable(_ rows: OnDemand<Row>) -> Table {
    table(
      "requirements", words.requirementsCaption,
      [words.kindColumn, words.subjectColumn, words.whatColumn, words.authorityColumn, words.source], rows,
      whenEmpty: words.noRequirements)
  }

  private func row(for requirement: OtherRequirement, subjects: String) -> Row {
    Row(cells: [
      Cell(words.requirementNames[requirement.kind] ?? requirement.kind), Cell(subjects),
      Cell(words.text(requirement.text)),
      Cell(requirement.isAddition ? words.ourAddition : words.microsoftList), sources(requirement.sources),
    ])
  }

  // MARK: What needs no backup

  /// Pages name the places of one database together, and databases that are in the same places.
  private func exclusions(_ exclusions: [Exclusion]) -> Section {
    let databases = exclusions.grouped { [$0.database, words.text($0.reason)] }
      .sorted { ($0[0].database, words.text($0[0].reason)) < ($1[0].database, words.text($1[0].reason)) }
    let rows = databases.grouped { $0.map(place) }.map { group in
      Row(cells: [
        Cell(group.map { Text($0[0].database) }), Cell(group.map { why($0[0], isAlone: group.count == 1) }),
        Cell(words.list(group[0].map(place))), sources(group.flatMap { $0[0].sources }),
      ])
    }
    let table = Table(
      id: "exclusions-table", caption: words.exclusionsCaption,
      columns: [
        Column(words.database), Column(words.reasonColumn), Column(words.placesColumn, width: .wide),
        Column(words.source),
      ], rows: rows, emptyText: words.noExclusions)
    return Section(id: "exclusions", heading: words.exclusionsHeading, blocks: [.table(table)])
  }

  private func why(_ exclusion: Exclusion, isAlone: Bool) -> Text {
    isAlone
      ? Text(words.text(exclusion.reason))
      : Text(
        words.fill(words.databaseAndReason, ["database": exclusion.database, "reason": words.text(exclusion.reason)]))
  }

  private func place(of exclusion: Exclusion) -> String {
    exclusion.instance.map { "\(exclusion.server)\\\($0)" } ?? exclusion.server
  }

  private func exclusionRow(_ exclusion: Exclusion) -> Row {
    Row(cells: [
      Cell(exclusion.database), Cell(exclusion.server), Cell(exclusion.instance), Cell(words.text(exclusion.reason)),
      sources(exclusion.sources),
    ])
  }

  // MARK: Data

  func dataTables(_ plan: Plan) -> OnDemand<Table> {
    OnDemand(
      { requirementsData(plan.otherRequirements) }, { exclusionsData(plan.exclusions) },
      { questionsTable(plan.questions) }, { answersTable(plan.answers) })
  }

  /// A row for every subject.
  private func requirementsData(_ requirements: [OtherRequirement]) -> Table {
    requirementsTable(
      OnDemand(count: requirements.count) { index in
        row(for: requirements[index], subjects: words.subject(requirements[index].subject))
      })
  }

  /// A row for every place.
  private func exclusionsData(_ exclusions: [Exclusion]) -> Table {
    table(
      "exclusions", words.exclusionsCaption,
      [words.database, words.server, words.sqlInstance, words.whatColumn, words.source],
      OnDemand(count: exclusions.count) { exclusionRow(exclusions[$0]) }, whenEmpty: words.noExclusions)
  }

  // MARK: Questions

  private func questions(_ questions: [Question]) -> Section {
    Section(id: "questions", heading: words.questionsHeading, blocks: [.table(questionsTable(questions))])
  }

  private func questionsTable(_ questions: [Question]) -> Table {
    let rows = questions.map { question in
      Row(
        id: Self.rowID(ofQuestion: question.id),
        cells: [Cell(question.id), Cell(words.subject(question.subject)), Cell(words.text(question.text)), .empty])
    }
    let columns = [words.questionColumn, words.subjectColumn, words.whatColumn].map { Column($0) }
    return Table(
      id: Self.questionsTableID, caption: words.questionsCaption,
      columns: columns + [Column(words.answerColumn, isFilledByPeople: true)], rows: rows,
      emptyText: words.noQuestions)
  }

  private func answers(_ answers: [AnsweredQuestion]) -> Section {
    Section(id: "answers", heading: words.answersHeading, blocks: [.table(answersTable(answers))])
  }

  private func answersTable(_ answers: [AnsweredQuestion]) -> Table {
    let rows = answers.map { answer in
      Row(cells: [Cell(answer.id), Cell(words.text(answer.question)), Cell(words.text(answer.answer))])
    }
    return table(
      "answers", words.answersCaption, [words.questionColumn, words.whatColumn, words.answerColumn], OnDemand(rows),
      whenEmpty: words.noAnswers)
  }

  private func table(
    _ id: String, _ caption: String, _ columns: [String], _ rows: OnDemand<Row>, whenEmpty: String
  ) -> Table {
    Table(
      id: "\(id)-table", caption: caption, columns: columns.map { Column($0) }, rows: rows, emptyText: whenEmpty)
  }

  private func sources(_ pages: [SourcePage]) -> Cell {
    Cell(pages.grouped(by: \.id).map { Text($0[0].id) })
  }
}
