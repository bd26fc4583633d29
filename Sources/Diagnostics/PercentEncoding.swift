/// Names as parts of an address.
public enum PercentEncoding {
  /// What RFC 3986 lets stand as it is stays; every other byte becomes `%` and two digits. A colon too: in a first part
  /// it would end a scheme.
  public static func encoded(_ part: some StringProtocol) -> String {
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
