package import Diagnostics
package import Yams

/// Typed access to the nodes of a YAML file that people write, strictly: all that is wrong with them is collected, with
/// its place and what to do.
package struct NodeReader {
  package let fileName: String
  /// What the ids of its messages begin with, such as `policy`.
  private let kind: String
  package private(set) var diagnostics: [Diagnostic] = []

  package init(fileName: String, kind: String) {
    self.fileName = fileName
    self.kind = kind
  }

  /// A mapping's entries, in order.
  package struct Mapping {
    package let path: String
    package let entries: [(key: String, keyNode: Node, value: Node)]
    package let node: Node
  }

  /// The file's outermost value; nil for an empty file.
  /// - Throws: ``UnusableInput`` where it is no YAML.
  package func root(of yaml: String) throws(UnusableInput) -> Node? {
    do {
      return try Yams.compose(yaml: yaml)
    } catch {
      throw UnusableInput(diagnostic(for: error))
    }
  }

  package func location(of node: Node) -> SourceLocation {
    SourceLocation(file: fileName, line: node.mark?.line, column: node.mark?.column)
  }

  package mutating func report(_ id: String, _ node: Node, _ message: String, remedy: String) {
    report(id, at: location(of: node), message, remedy: remedy)
  }

  package mutating func report(_ id: String, at location: SourceLocation, _ message: String, remedy: String) {
    diagnostics.append(Diagnostic(id: id, severity: .error, location: location, message: message, remedy: remedy))
  }

  /// The entries of `node`; nil, and an error, if it is no mapping. An empty value is an empty mapping.
  package mutating func mapping(_ node: Node, _ path: String) -> Mapping? {
    if isNull(node) { return Mapping(path: path, entries: [], node: node) }
    guard let mapping = node.mapping else {
      report("\(kind)-wrong-type", node, "\(path) is not a mapping", remedy: "write keys and values below it")
      return nil
    }
    var entries: [(key: String, keyNode: Node, value: Node)] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        report("\(kind)-wrong-type", key, "a key of \(path) is not a word", remedy: "write a plain key")
        continue
      }
      entries.append((name, key, value))
    }
    return Mapping(path: path, entries: entries, node: node)
  }

  /// The items of `node`; nil, and an error, if it is no sequence. An empty value is an empty sequence.
  package mutating func sequence(_ node: Node, _ path: String) -> [Node]? {
    if isNull(node) { return [] }
    guard let sequence = node.sequence else {
      report("\(kind)-wrong-type", node, "\(path) is not a list", remedy: "write each entry on a line with \"- \"")
      return nil
    }
    return Array(sequence)
  }

  /// The text of a scalar; nil for an empty value, and with an error for anything but a scalar.
  package mutating func text(_ node: Node, _ path: String) -> String? {
    if isNull(node) { return nil }
    guard let scalar = node.scalar else {
      report("\(kind)-wrong-type", node, "\(path) is not a single value", remedy: "write one value, quoted if need be")
      return nil
    }
    return scalar.string.isEmpty ? nil : scalar.string
  }

  /// Yes or no; nil for an empty value.
  package mutating func flag(_ node: Node, _ path: String) -> Bool? {
    guard let word = text(node, path) else { return nil }
    switch word.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      report("\(kind)-wrong-value", node, "\(path) is \"\(word)\", not true or false", remedy: "write true or false")
      return nil
    }
  }

  /// One of the values of an enumeration; nil for an empty value.
  package mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: Node, _ path: String, of type: Choice.Type = Choice.self
  ) -> Choice? where Choice.RawValue == String {
    guard let word = text(node, path) else { return nil }
    if let choice = Choice(rawValue: word) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    report(
      "\(kind)-wrong-value", node, "\(path) is \"\(word)\", which is none of its values",
      remedy: suggestion(for: word, among: names))
    return nil
  }

  /// Reports a key that `mapping` must not have.
  package mutating func reportUnknownKey(_ key: String, _ keyNode: Node, in path: String, known: [String]) {
    report(
      "\(kind)-unknown-key", keyNode, "unknown key \"\(key)\" in \(path)", remedy: suggestion(for: key, among: known))
  }

  private func diagnostic(for error: any Error) -> Diagnostic {
    let remedy =
      "mend the YAML; values with : # or *, and paths, go into single quotes"
    guard let yamlError = error as? YamlError else {
      return Diagnostic(
        id: "\(kind)-not-yaml", severity: .error, location: SourceLocation(file: fileName), message: "not readable",
        remedy: remedy)
    }
    switch yamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Diagnostic(
        id: "\(kind)-not-yaml", severity: .error,
        location: SourceLocation(file: fileName, line: mark.line, column: mark.column),
        message: "not YAML: \(problem)", remedy: remedy)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let mark = context.mark
      return Diagnostic(
        id: "\(kind)-duplicate-key", severity: .error,
        location: SourceLocation(file: fileName, line: mark.line, column: mark.column),
        message: "key \(duplicates.map { "\"\($0)\"" }.sorted().joined(separator: ", ")) is given more than once",
        remedy: "keep one of them")
    case .reader(let problem, _, let value, let yaml):
      // Its offset is absent where the character is part of a longer one.
      return Diagnostic(
        id: "\(kind)-not-yaml", severity: .error,
        location: SourceLocation(file: fileName, of: UInt32(truncatingIfNeeded: value), in: yaml),
        message: "not YAML: \(problem)", remedy: "remove the character; it may be invisible")
    case .memory:
      return Diagnostic(
        id: "out-of-memory", severity: .error, location: SourceLocation(file: fileName),
        message: "memory ran out while reading", remedy: "give the program more memory")
    default:
      return Diagnostic(
        id: "\(kind)-not-yaml", severity: .error, location: SourceLocation(file: fileName),
        message: "not YAML", remedy: remedy)
    }
  }

  private func isNull(_ node: Node) -> Bool {
    guard let scalar = node.scalar else { return false }
    return scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  package func suggestion(for word: String, among names: [String]) -> String {
    if let near = Spelling.nearest(to: word, among: names) { return "did you mean \"\(near)\"?" }
    return "use one of: \(names.joined(separator: ", "))"
  }
}
