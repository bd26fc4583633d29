internal import Diagnostics

/// A file's name as a relative reference of RFC 3986.
enum ArtifactURI {
  /// What the name is relative to. No machine's address is in a report: whoever reads it knows the folder.
  static let base = "%SRCROOT%"

  /// Nil for standard input, which is no file.
  static func text(of file: String) -> String? {
    guard file != "<stdin>", !file.isEmpty else { return nil }
    let parts = file.split(separator: "/").filter { $0 != "." }.map { PercentEncoding.encoded($0) }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }
}
