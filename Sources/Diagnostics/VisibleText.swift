/// Text for people's eyes: characters that could move the cursor, hide or reorder text are shown as escapes.
public enum VisibleText {
  /// `text` with control characters and bidirectional overrides as `\u{…}`, so that a name in an input can neither
  /// break a line nor colour or reorder what a terminal or page shows.
  public static func escaping(_ text: String) -> String {
    guard hidesSomething(in: text) else { return text }
    var visible = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        visible += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        visible.unicodeScalars.append(scalar)
      }
    }
    return visible
  }

  /// Whether ``escaping(_:)`` would show something. Text that is printable ASCII throughout, as nearly all is, is not
  /// taken apart into scalars.
  public static func hidesSomething(in text: String) -> Bool {
    let bytes = text.utf8.span
    for index in bytes.indices where !(0x20..<0x7F).contains(bytes[index]) {
      return text.unicodeScalars.contains(where: isHidden)
    }
    return false
  }

  /// Whether a scalar is invisible or steers the display: C0, C1, DEL, line and paragraph separators, marks,
  /// embeddings, overrides and isolates of direction, zero-width characters, the byte order mark, and what is no
  /// character at all (U+FFFE, U+10FFFF), which HTML forbids.
  public static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    case 0xFDD0...0xFDEF: true
    case let value: value & 0xFFFE == 0xFFFE
    }
  }
}
