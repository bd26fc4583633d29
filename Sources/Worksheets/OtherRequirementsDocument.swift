internal import BackupPlanning
internal import Documents

/// `other-requirements`: what else to back up, what needs no backup and why, what the topology cannot answer.
struct OtherRequirementsDocument {
  static let documentID = "other-requirements"

  let words: Language

  /// The anchor of a question's row.
  static func rowID(ofQuestion id: String) -> String { "question:\(id)" }

  func document(for plan: Plan) -> Document {
    Document(
      id: Self.documentID, title: words.otherRequirementsTitle,
      sections: [
        requirements(plan.otherRequirements), exclusions(plan.exclusions), questions(plan.questions),
        answers(plan.answers),
      ])
  }

  private func requirements(_ requirements: [OtherRequirement]) -> Section {
    let rows = requirements.map { requirement in
      Row(cells: [
        Cell(words.requirementNames[requirement.kind] ?? requirement.kind), Cell(words.subject(requirement.subject)),
        Cell(words.text(requirement.text)),
        Cell(requirement.isAddition ? words.ourAddition : words.microsoftList), sources(requirement.sources),
      ])
    }
    let table = table(
      "requirements", words.requirementsCaption,
      [words.kindColumn, words.subjectColumn, words.whatColumn, words.authorityColumn, words.source], rows,
      whenEmpty: words.noRequirements)
    return Section(
      id: "requirements", heading: words.requirementsHeading,
      blocks: [.paragraph(Text(words.requirementsIntroduction)), .table(table)])
  }

  private func exclusions(_ exclusions: [Exclusion]) -> Section {
    let rows = exclusions.map { exclusion in
      Row(cells: [
        Cell(exclusion.database), Cell(exclusion.server), Cell(exclusion.instance), Cell(words.text(exclusion.reason)),
        sources(exclusion.sources),
      ])
    }
    let table = table(
      "exclusions", words.exclusionsCaption,
      [words.database, words.server, words.sqlInstance, words.whatColumn, words.source], rows,
      whenEmpty: words.noExclusions)
    return Section(id: "exclusions", heading: words.exclusionsHeading, blocks: [.table(table)])
  }

  private func questions(_ questions: [Question]) -> Section {
    let rows = questions.map { question in
      Row(
        id: Self.rowID(ofQuestion: question.id),
        cells: [Cell(question.id), Cell(words.subject(question.subject)), Cell(words.text(question.text)), .empty])
    }
    let columns = [words.questionColumn, words.subjectColumn, words.whatColumn].map { Column($0) }
    let table = Table(
      id: "questions-table", caption: words.questionsCaption,
      columns: columns + [Column(words.answerColumn, isFilledByPeople: true)], rows: rows,
      emptyText: words.noQuestions)
    return Section(id: "questions", heading: words.questionsHeading, blocks: [.table(table)])
  }

  private func answers(_ answers: [AnsweredQuestion]) -> Section {
    let rows = answers.map { answer in
      Row(cells: [Cell(answer.id), Cell(words.text(answer.question)), Cell(words.text(answer.answer))])
    }
    let table = table(
      "answers", words.answersCaption, [words.questionColumn, words.whatColumn, words.answerColumn], rows,
      whenEmpty: words.noAnswers)
    return Section(id: "answers", heading: words.answersHeading, blocks: [.table(table)])
  }

  private func table(
    _ id: String, _ caption: String, _ columns: [String], _ rows: [Row], whenEmpty: String
  ) -> Table {
    Table(
      id: "\(id)-table", caption: caption, columns: columns.map { Column($0) }, rows: rows, emptyText: whenEmpty)
  }

  private func sources(_ pages: [SourcePage]) -> Cell { Cell(pages.map { Text($0.id) }) }
}
