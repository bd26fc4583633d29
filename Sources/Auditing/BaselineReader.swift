public import Diagnostics

extension Baseline {
  /// The baseline that a file holds.
  /// - Throws: ``UnusableInput`` where it is no JSON, of another version, or has other members.
  public init(json bytes: [UInt8], fileName: String) throws(UnusableInput) {
    let root: JSONNode
    do {
      root = try JSONReader.read(bytes)
    } catch {
      throw Self.unusable("baseline-not-json", "the baseline is no JSON", fileName, error.line)
    }
    let reader = BaselineReader(fileName: fileName)
    let members = try reader.members(of: root, "the baseline", ["findings", "schema"])
    let schema = try reader.text(members["schema"], "schema", root)
    guard schema == Self.schema else {
      throw reader.wrong("schema \"\(schema)\" is not the one this version reads, \(Self.schema)", members["schema"])
    }
    guard case .array(let findings) = members["findings"]?.value else {
      throw reader.wrong("the baseline has no list of findings", members["findings"] ?? root)
    }
    var entries: [Entry] = []
    for finding in findings {
      let members = try reader.members(of: finding, "a finding", ["rule", "subject"])
      entries.append(
        Entry(
          rule: try reader.text(members["rule"], "rule", finding),
          subject: try reader.text(members["subject"], "subject", finding)))
    }
    self.entries = entries
  }

  fileprivate static func unusable(_ id: String, _ message: String, _ file: String, _ line: Int?) -> UnusableInput {
    UnusableInput(
      Diagnostic(
        id: id, severity: .error, location: SourceLocation(file: file, line: line), message: message,
        remedy: "write it anew with `audit --format baseline=FILE`"))
  }
}

/// The members that a baseline has, each of its kind.
private struct BaselineReader {
  let fileName: String

  func members(of node: JSONNode, _ what: String, _ names: [String]) throws(UnusableInput) -> [String: JSONNode] {
    guard case .object(let pairs) = node.value else { throw wrong("\(what) is no object", node) }
    var members: [String: JSONNode] = [:]
    for (name, value) in pairs {
      guard names.contains(name) else {
        throw wrong("\(what) has an unknown member \"\(name)\"; it has \(names.joined(separator: ", "))", value)
      }
      guard members.updateValue(value, forKey: name) == nil else { throw wrong("\(what) has \(name) twice", value) }
    }
    return members
  }

  func text(_ node: JSONNode?, _ name: String, _ parent: JSONNode) throws(UnusableInput) -> String {
    guard case .string(let text) = node?.value else {
      throw wrong(node == nil ? "\(name) is missing" : "\(name) is no text", node ?? parent)
    }
    return text
  }

  func wrong(_ message: String, _ node: JSONNode?) -> UnusableInput {
    Baseline.unusable("baseline-wrong-form", message, fileName, node?.line)
  }
}
