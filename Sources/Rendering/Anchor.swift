/// An id of the document set as a page can carry it: letters, digits, `-`, `.` and `:` as they are, every other byte
/// of the UTF-8 form as `_` and two hexadecimal digits.
///
/// Two different ids never give one anchor, and `__` never occurs in the anchor of an id: what templates and
/// renderers name themselves contains `__` and cannot collide.
public struct Anchor: Sendable, Hashable {
  public let text: String

  public init(id: String) {
    if !id.isEmpty, Self.verbatim.contains(all: id) {
      text = id
      return
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(id.utf8.count)
    for byte in id.utf8 {
      if Self.verbatim.contains(byte) {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "_"))
        bytes.append(Self.hexadecimalDigit(byte >> 4))
        bytes.append(Self.hexadecimalDigit(byte & 15))
      }
    }
    // An id must not be empty, and a lone underscore is no escape.
    text = bytes.isEmpty ? "_" : String(decoding: bytes, as: UTF8.self)
  }

  private init(text: String) { self.text = text }

  /// The anchor of something that belongs to this one, such as its `title`.
  func part(_ name: String) -> Anchor { Anchor(text: "\(text)__\(name)") }

  private static let verbatim = ByteSet("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.:")

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

/// Gives anchors out so that none occurs twice in a file, even when an id does: its later owners get `__2`, `__3`, …
struct AnchorRegister {
  private var owners: [String: Int] = [:]

  mutating func anchor(for id: String) -> Anchor {
    let anchor = Anchor(id: id)
    let count = owners[anchor.text, default: 0] + 1
    owners[anchor.text] = count
    return count == 1 ? anchor : anchor.part(String(count))
  }
}
