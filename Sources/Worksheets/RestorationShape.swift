internal import BackupPlanning
internal import Diagnostics

/// Restorations that differ in nothing but names: the same steps, cautions and place in the order. Their sentences
/// stand once, with placeholders for the names that differ. A step that is repeated for each of several names may be
/// repeated for none.
struct RestorationShape {
  /// A name that differs from member to member.
  struct Variable: Hashable {
    /// The placeholder of the catalogue, such as `pool`.
    let slot: String
    /// Which of several variables of one slot: from 1.
    let number: Int
  }

  /// What stands for a name of one sentence.
  private enum Name: Hashable {
    case constant(Phrase.Value)
    /// What is restored.
    case target
    case variable(Variable)
  }

  let example: Restoration
  let members: [Restoration]
  /// For every sentence, its names by slot.
  private let names: [[String: Name]]
  /// One example of every step, in order.
  private let printedSteps: [RestorationStep]
  /// Values of the variables, for every member.
  private let values: [(variable: Variable, values: [[Phrase.Value]])]

  /// The shapes of restorations, in the order of their first members.
  static func shapes(of restorations: [Restoration]) -> [RestorationShape] {
    restorations.grouped { $0.shape }.compactMap(RestorationShape.init)
  }

  private init?(_ members: [Restoration]) {
    guard let example = members.first else { return nil }
    self.example = example
    self.members = members
    var stepsByKey: [String: RestorationStep] = [:]
    for index in members.indices {
      for step in members[index].steps where stepsByKey[step.text.key] == nil { stepsByKey[step.text.key] = step }
    }
    printedSteps = example.procedure.stepKeys.compactMap { stepsByKey[$0] }
    let targets = members.map { [Phrase.Value.text($0.target)] }
    var names: [[String: Name]] = []
    var variables: [String: [[[Phrase.Value]]]] = [:]
    var order: [(variable: Variable, values: [[Phrase.Value]])] = []
    for place in example.sentencePlaces(steps: printedSteps) {
      var own: [String: Name] = [:]
      // One sentence of all members at a time: of ten thousand, all sentences would be the largest thing in memory.
      let sentences = members.indices.map { members[$0].names(at: place) }
      for slot in Set(sentences.lazy.flatMap(\.self).map(\.slot)).sorted() {
        let values = sentences.map { sentence in sentence.first { $0.slot == slot }?.values ?? [] }
        if let first = values.first, first.count <= 1, values.allSatisfy({ $0 == first }) {
          own[slot] = .constant(first.first ?? .text(""))
        } else if values == targets {
          own[slot] = .target
        } else if let known = variables[slot, default: []].firstIndex(of: values) {
          own[slot] = .variable(Variable(slot: slot, number: known + 1))
        } else {
          variables[slot, default: []].append(values)
          let variable = Variable(slot: slot, number: variables[slot, default: []].count)
          order.append((variable, values))
          own[slot] = .variable(variable)
        }
      }
      names.append(own)
    }
    self.names = names
    values = order
  }

  // MARK: Sentences with placeholders

  /// Words for what is restored and for variables.
  struct Words {
    let target: String
    let variable: (Variable) -> String
  }

  func purpose(_ words: Words) -> Phrase { phrase(example.purpose, at: 0, words) }

  func prerequisites(_ words: Words) -> [Phrase] {
    example.prerequisites.enumerated().map { phrase($0.element, at: 1 + $0.offset, words) }
  }

  func cautions(_ words: Words) -> [Phrase] {
    let first = 1 + example.prerequisites.count
    return example.cautions.enumerated().map { phrase($0.element, at: first + $0.offset, words) }
  }

  /// The steps; one that is repeated for several names stands once.
  func steps(_ words: Words) -> [RestorationStep] {
    let first = 1 + example.prerequisites.count + example.cautions.count
    return printedSteps.enumerated().map { index, step in
      var step = step
      let names = names[first + index]
      step.number = index + 1
      if step.command != nil {
        step.command = example.commandForm(of: step) { slot in
          Self.value(of: names[slot] ?? .variable(Variable(slot: slot, number: 1)), words).english
        }
      }
      step.text = phrase(step.text, at: first + index, words)
      return step
    }
  }

  private func phrase(_ phrase: Phrase, at position: Int, _ words: Words) -> Phrase {
    phrase.renaming { argument in names[position][argument.name].map { Self.value(of: $0, words) } ?? argument.value }
  }

  private static func value(of name: Name, _ words: Words) -> Phrase.Value {
    switch name {
    case .constant(let value): value
    case .target: .text(words.target)
    case .variable(let variable): .text(words.variable(variable))
    }
  }

  /// The names that differ, of the member with that index.
  func names(ofMember index: Int) -> [(variable: Variable, values: [Phrase.Value])] {
    values.map { ($0.variable, $0.values[index]) }
  }
}

extension Restoration {
  fileprivate enum SentencePlace {
    case purpose
    case prerequisite(Int)
    case caution(Int)
    /// A sentence of steps: of none, of one, or of one for each name.
    case step(PhraseTemplate)
  }

  /// Where its sentences are, in the order in which they are printed.
  fileprivate func sentencePlaces(steps: [RestorationStep]) -> [SentencePlace] {
    [.purpose] + prerequisites.indices.map(SentencePlace.prerequisite) + cautions.indices.map(SentencePlace.caution)
      + steps.map { .step($0.text.template) }
  }

  /// The names in a sentence by slot, each once.
  fileprivate func names(at place: SentencePlace) -> [(slot: String, values: [Phrase.Value])] {
    var names: [(slot: String, values: [Phrase.Value])] = []
    switch place {
    case .purpose: purpose.addNames(to: &names)
    case .prerequisite(let index): prerequisites[index].addNames(to: &names)
    case .caution(let index): cautions[index].addNames(to: &names)
    case .step(let template):
      for index in steps.indices where steps[index].text.template == template {
        steps[index].text.addNames(to: &names)
      }
    }
    return names
  }

  /// What two restorations have in common that differ in names alone. A repeated step without a name is part of it:
  /// nothing would say to whom it belongs.
  fileprivate var shape: Shape {
    let repeated = procedure.repeatedStepKeys
    var steps: [Shape.Step] = []
    for step in self.steps where step.text.arguments.isEmpty || !repeated.contains(step.text.key) {
      let step = Shape.Step(sentence: step.text.template, place: step.place, hasCommand: step.command != nil)
      if !steps.contains(step) { steps.append(step) }
    }
    return Shape(
      procedure: procedure, priority: priority,
      sentences: [[purpose], prerequisites, cautions, permissions].map { $0.map(\.template) }, steps: steps,
      lacksCommands: lacksCommands, sources: sources.map(\.id))
  }

  fileprivate struct Shape: Hashable {
    struct Step: Hashable {
      let sentence: PhraseTemplate
      let place: RestorationStep.Place
      let hasCommand: Bool
    }

    let procedure: RestorationProcedure
    let priority: Int
    let sentences: [[PhraseTemplate]]
    let steps: [Step]
    let lacksCommands: Bool
    let sources: [String]
  }
}

extension Phrase {
  fileprivate func addNames(to names: inout [(slot: String, values: [Value])]) {
    for argument in arguments {
      if let index = names.firstIndex(where: { $0.slot == argument.name }) {
        if !names[index].values.contains(argument.value) { names[index].values.append(argument.value) }
      } else {
        names.append((argument.name, [argument.value]))
      }
    }
  }
}
