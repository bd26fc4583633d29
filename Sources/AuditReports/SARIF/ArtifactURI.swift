/// A file's name as a relative reference of RFC 3986.
enum ArtifactURI {
  /// What the name is relative to. No machine's address is in a report: whoever reads it knows the folder.
  static let base = "%SRCROOT%"

  /// Nil for standard input, which is no file.
  static func text(of file: String) -> String? {
    guard file != "<stdin>", !file.isEmpty else { return nil }
    let parts = file.split(separator: "/").filter { $0 != "." }.map { encoded($0) }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  /// A colon in the first part would end a scheme, so that it is encoded everywhere.
  private static func encoded(_ part: Substring) -> String {
    part.utf8.reduce(into: "") { text, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
      }
    }
  }
}
