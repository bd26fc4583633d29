internal import Diagnostics
internal import StrictYAML
internal import Yams

/// Reads the values of a policy.
typealias PolicyDecoder = NodeReader

extension PolicyDecoder {
  /// A place where backups go: a UNC path, a path or a web address.
  mutating func destination(_ node: Node, _ path: String) -> String? {
    guard let text = text(node, path) else { return nil }
    if VisibleText.hidesSomething(in: text) {
      report(
        "policy-wrong-value", node, "\(path) holds a control character: in double quotes, \\ begins an escape",
        remedy: "put the path into single quotes")
    } else if text.hasPrefix("\\") && !text.hasPrefix("\\\\") {
      report(
        "policy-wrong-value", node, "\(path) begins with one backslash, which is no path of another server",
        remedy: "write \\\\server\\share, in single quotes or none")
    }
    return text
  }
}
