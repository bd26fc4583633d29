public import Diagnostics
internal import StrictYAML

/// Reads a policy from YAML, strictly: an unknown key, a wrong type or an impossible value is an error with file, line
/// and remedy. All errors are found, not the first alone.
public struct PolicyReader {
  private var decoder: PolicyDecoder

  /// - Parameter fileName: for messages only.
  public init(fileName: String) {
    decoder = PolicyDecoder(fileName: fileName, kind: "policy")
  }

  /// The policy that `yaml` states. An empty text is an empty policy.
  /// - Throws: ``UnusableInput`` with every error found.
  public mutating func read(_ yaml: String) throws(UnusableInput) -> Policy {
    var policy = Policy()
    if let root = try decoder.root(of: yaml), let mapping = decoder.mapping(root, "the policy") {
      decoder.readPolicy(mapping, into: &policy)
      decoder.refuseCommentAsColor(mapping, yaml)
    }
    guard decoder.diagnostics.isEmpty else { throw UnusableInput(decoder.diagnostics) }
    return policy
  }
}
