internal import BackupPlanning
internal import Diagnostics
internal import Yams

/// Compares a catalogue with the English one, key by key.
struct LanguageCheck {
  let fileName: String
  private(set) var diagnostics: [Diagnostic] = []
  private var plural = PluralRule.one

  init(fileName: String) { self.fileName = fileName }

  func problem(_ id: String, _ node: Node?, _ message: String, remedy: String? = nil) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error,
      location: SourceLocation(file: fileName, line: node?.mark?.line, column: node?.mark?.column), message: message,
      remedy: remedy ?? "compare it with templates/locales/en.yml")
  }

  private mutating func report(_ id: String, _ node: Node, _ message: String, remedy: String? = nil) {
    diagnostics.append(problem(id, node, message, remedy: remedy))
  }

  mutating func compare(_ root: Node, with english: Node) {
    readPluralRule(root)
    compare(root, with: english, at: "")
    checkValues(root)
  }

  private mutating func readPluralRule(_ root: Node) {
    guard let node = root.mapping?["plural"], let name = node.scalar?.string else { return }
    if let rule = PluralRule(rawValue: name) {
      plural = rule
    } else {
      report(
        "language-wrong-value", node, "plural is \"\(name)\", which is no rule",
        remedy: "use one of: \(PluralRule.allCases.map(\.rawValue).joined(separator: ", "))")
    }
  }

  /// What is no sentence: a tag, a number, as many months as English has.
  private mutating func checkValues(_ root: Node) {
    if let node = root.mapping?["language"], let tag = node.scalar?.string, !Self.isTag(tag) {
      report(
        "language-wrong-value", node, "language is \"\(tag)\", which is no language tag",
        remedy: "write one such as de")
    }
    if let node = root.mapping?["numbers"]?.mapping?["groupFrom"], node.scalar.flatMap({ Int($0.string) }) == nil {
      report("language-wrong-value", node, "numbers.groupFrom is not a whole number", remedy: "write 1000 or 10000")
    }
  }

  private static func isTag(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-")
      }
  }

  private mutating func compare(_ node: Node, with english: Node, at path: String) {
    if let forms = Self.forms(english) {
      compareCounted(node, with: forms, at: path)
    } else if let expected = english.mapping {
      compareMapping(node, with: expected, at: path)
    } else if let expected = english.sequence {
      guard let items = node.sequence, items.count == expected.count else {
        report("language-wrong-type", node, "\(path) is not a list of \(expected.count)")
        return
      }
      for item in items { compareText(item, placeholders: [], at: path) }
    } else if let expected = english.scalar {
      compareText(node, placeholders: Set(PhraseTemplate.placeholders(in: expected.string)), at: path)
    }
  }

  private mutating func compareMapping(_ node: Node, with expected: Node.Mapping, at path: String) {
    let place = path.isEmpty ? "the file" : path
    guard let mapping = node.mapping else {
      report("language-wrong-type", node, "\(place) is not a mapping", remedy: "write keys and values below it")
      return
    }
    let known = Array(expected.keys.compactMap(\.scalar?.string))
    var found: Set<String> = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string, let english = expected[key] else {
        let name = key.scalar?.string ?? "?"
        let near = Spelling.nearest(to: name, among: known).map { "did you mean \"\($0)\"?" }
        report(
          "language-unknown-key", key, "unknown key \"\(name)\" in \(place)", remedy: near ?? "remove it")
        continue
      }
      found.insert(name)
      compare(value, with: english, at: path.isEmpty ? name : "\(path).\(name)")
    }
    let missing = known.filter { !found.contains($0) }
    guard !missing.isEmpty else { return }
    report(
      "language-missing-key", node, "\(place) has no \(missing.joined(separator: ", "))",
      remedy: "take them from templates/locales/en.yml, and translate them")
  }

  // MARK: Texts

  /// The forms of an English sentence with a number.
  private static func forms(_ node: Node) -> Node.Mapping? {
    guard let mapping = node.mapping else { return nil }
    let keys = Array(mapping.keys.compactMap(\.scalar?.string))
    return keys == PluralRule.one.categories.map(\.rawValue) ? mapping : nil
  }

  /// One text for all numbers, or one for each form that the language has.
  private mutating func compareCounted(_ node: Node, with english: Node.Mapping, at path: String) {
    let placeholders = english.values.compactMap(\.scalar?.string).map { Set(PhraseTemplate.placeholders(in: $0)) }
      .reduce(into: Set<String>()) { $0.formUnion($1) }
    guard let mapping = node.mapping else { return compareText(node, placeholders: placeholders, at: path) }
    let wanted = plural.categories.map(\.rawValue)
    let given = mapping.keys.compactMap(\.scalar?.string)
    guard Set(given) == Set(wanted) else {
      report(
        "language-wrong-value", node, "\(path) has the forms \(given.joined(separator: ", "))",
        remedy: "plural \"\(plural.rawValue)\" has \(wanted.joined(separator: ", "))")
      return
    }
    for (key, value) in mapping {
      compareText(value, placeholders: placeholders, at: "\(path).\(key.scalar?.string ?? "")")
    }
  }

  private mutating func compareText(_ node: Node, placeholders: Set<String>, at path: String) {
    guard let text = node.scalar?.string else {
      report("language-wrong-type", node, "\(path) is not a text", remedy: "write one sentence, in double quotes")
      return
    }
    if text.isEmpty { report("language-wrong-value", node, "\(path) is empty", remedy: "translate it") }
    let own = Set(PhraseTemplate.placeholders(in: text))
    guard own != placeholders else { return }
    let missing = placeholders.subtracting(own).sorted().map { "has no {\($0)}" }
    let unknown = own.subtracting(placeholders).sorted().map { "has {\($0)}, which the English has not" }
    report(
      "language-placeholders", node, "\(path) \((missing + unknown).joined(separator: ", "))",
      remedy: "use the placeholders of the English sentence, in any order")
  }
}
