/// A set of bytes in four words: the scan for characters that need escaping is one shift and one test a byte.
struct ByteSet: Sendable {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init(_ characters: String, and ranges: ClosedRange<UInt8>...) {
    for byte in characters.utf8 { insert(byte) }
    for range in ranges {
      for byte in range { insert(byte) }
    }
  }

  mutating func insert(_ byte: UInt8) {
    let bit = UInt64(1) << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: words.0 |= bit
    case 1: words.1 |= bit
    case 2: words.2 |= bit
    default: words.3 |= bit
    }
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let word =
      switch byte >> 6 {
      case 0: words.0
      case 1: words.1
      case 2: words.2
      default: words.3
      }
    return word >> UInt64(byte & 63) & 1 == 1
  }

  /// Whether a byte of `text` is in the set.
  func meets(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for index in bytes.indices where contains(bytes[index]) { return true }
    return false
  }

  /// Whether every byte of `text` is in the set.
  func contains(all text: String) -> Bool {
    let bytes = text.utf8.span
    for index in bytes.indices where !contains(bytes[index]) { return false }
    return true
  }

  /// Bytes that begin a scalar which `VisibleText` may have to show as an escape.
  static let leadsToHidden: [ClosedRange<UInt8>] = [
    0...0x1F, 0x7F...0x7F, 0xC2...0xC2, 0xD8...0xD8, 0xE2...0xE2, 0xEF...0xF4,
  ]

  /// `characters` and every byte that begins a scalar which `VisibleText` may have to show as an escape.
  static func special(_ characters: String) -> ByteSet {
    var set = ByteSet(characters)
    for range in leadsToHidden {
      for byte in range { set.insert(byte) }
    }
    return set
  }
}
