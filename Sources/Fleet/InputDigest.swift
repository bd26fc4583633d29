internal import Digest

/// One SHA-256 over everything that the files of a deployment are a function of.
public struct InputDigest {
  private var hasher = SHA256.Hasher()

  public init() { add("form", "backup-worksheets/inputs/1") }

  /// A part. Its length is part of it, so that no two lists of parts give the same bytes.
  public mutating func add(_ label: String, _ value: String?) {
    let text = value.map { "\($0.utf8.count):\($0)" } ?? "-"
    hasher.update(Array("\(label.utf8.count):\(label)=\(text)\n".utf8).span)
  }

  /// Hexadecimal.
  public consuming func finish() -> String { SHA256.hexadecimal(hasher.finish()) }
}
