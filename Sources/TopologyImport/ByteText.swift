/// ASCII questions about UTF-8 bytes, answered in place.
enum ByteText {
  /// Whether the bytes begin with `prefix`, without regard to case. `prefix` is ASCII in lower case.
  static func begins(_ bytes: Span<UInt8>, with prefix: [UInt8]) -> Bool {
    guard bytes.count >= prefix.count else { return false }
    for index in 0..<prefix.count where folded(bytes[index]) != prefix[index] { return false }
    return true
  }

  /// The byte in lower case, where it is an ASCII letter.
  static func folded(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }

  /// Whether the bytes are `true` in any case, or `1`.
  static func isTrue(_ bytes: Span<UInt8>) -> Bool {
    switch bytes.count {
    case 1: bytes[0] == UInt8(ascii: "1")
    case truth.count: begins(bytes, with: truth)
    default: false
    }
  }

  private static let truth = Array("true".utf8)

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
