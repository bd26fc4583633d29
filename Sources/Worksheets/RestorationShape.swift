internal import BackupPlanning
internal import Diagnostics

/// Restorations that differ in nothing but names: the same steps, cautions and place in the order. Their sentences
/// stand once, with placeholders for the names that differ.
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
  /// Values of the variables, for every member.
  private let values: [(variable: Variable, values: [[Phrase.Value]])]

  /// The shapes of restorations, in the order of their first members.
  static func shapes(of restorations: [Restoration]) -> [RestorationShape] {
    restorations.grouped(by: \.shape).compactMap(RestorationShape.init)
  }

  private init?(_ members: [Restoration]) {
    guard let example = members.first else { return nil }
    self.example = example
    self.members = members
    let sentences = members.map(\.sentences)
    let targets = members.map { [Phrase.Value.text($0.target)] }
    var names: [[String: Name]] = []
    var variables: [String: [[[Phrase.Value]]]] = [:]
    var order: [(variable: Variable, values: [[Phrase.Value]])] = []
    for position in example.sentences.indices {
      var own: [String: Name] = [:]
      for slot in example.sentences[position].keys.sorted() {
        let values = sentences.map { $0[position][slot] ?? [] }
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
    return example.distinctSteps.enumerated().map { index, steps in
      var step = steps[0]
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
  /// Its steps, those together that repeat one sentence for several names.
  fileprivate var distinctSteps: [[RestorationStep]] {
    var distinct: [[RestorationStep]] = []
    for step in steps {
      if distinct.last?.first?.text.key == step.text.key {
        distinct[distinct.count - 1].append(step)
      } else {
        distinct.append([step])
      }
    }
    return distinct
  }

  /// The names in each of its sentences by slot, each once: purpose, prerequisites, cautions, steps.
  fileprivate var sentences: [[String: [Phrase.Value]]] {
    let groups = [[purpose]] + (prerequisites + cautions).map { [$0] } + distinctSteps.map { $0.map(\.text) }
    return groups.map { phrases in
      var values: [String: [Phrase.Value]] = [:]
      for argument in phrases.lazy.flatMap(\.arguments)
      where !values[argument.name, default: []].contains(argument.value) {
        values[argument.name, default: []].append(argument.value)
      }
      return values
    }
  }

  /// What two restorations have in common that differ in names alone.
  fileprivate var shape: [String] {
    let steps = distinctSteps.map { "\($0[0].text.key) \($0[0].place.rawValue) \($0[0].command == nil)" }
    return [procedure.rawValue, String(priority), purpose.key, "prerequisites"] + prerequisites.map(\.key)
      + ["cautions"] + cautions.map(\.key) + ["steps"] + steps + ["sources"] + permissions.map(\.key) + sources.map(\.id)
  }
}
