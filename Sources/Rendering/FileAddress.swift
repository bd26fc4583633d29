internal import Diagnostics

/// Where links to files lead that are no documents of the set.
enum FileAddress {
  /// Names alone, each encoded: whatever they hold, the address has no scheme, no host and no end of an attribute. The
  /// dots of `..` stay, which lead out of a folder.
  static func relative(_ path: [String]) -> String {
    path.map { PercentEncoding.encoded($0) }.joined(separator: "/")
  }
}
