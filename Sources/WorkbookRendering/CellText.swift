internal import Diagnostics

/// Texts as the file holds them: sheets are XML, in which `_xHHHH_` stands for a character.
enum CellText {
  /// `text` with what is invisible as escapes, cut where it is too long. Line ends become LF.
  static func forReading(_ text: String, cutMark: String) -> String {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      VisibleText.escaping(String(line.last == "\r" ? line.dropLast() : line))
    }
    return cut(escapingEscapes(lines.joined(separator: "\n")), to: WorkbookLimits.characters, mark: cutMark)
  }

  /// Why `text` cannot be kept exactly.
  enum Problem: Equatable {
    case tooLong
    case character(String)
  }

  static func problem(with text: String) -> Problem? {
    if text.utf16.count > WorkbookLimits.characters { return .tooLong }
    // Control characters are written as escapes that readers undo; these have no place in XML at all.
    let lost = text.unicodeScalars.first { $0 == "\0" || $0.value == 0xFFFE || $0.value == 0xFFFF }
    return lost.map { .character("U+" + String($0.value, radix: 16, uppercase: true)) }
  }

  /// `text` with the underscore of whatever looks like an escape written as one, so that `_x0041_` stays that.
  static func escapingEscapes(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let starts = bytes.indices.filter { isEscape(bytes[$0...]) }
    guard !starts.isEmpty else { return text }
    var escaped: [UInt8] = []
    var end = 0
    for start in starts {
      escaped += bytes[end..<start] + "_x005F_".utf8
      end = start + 1
    }
    return String(decoding: escaped + bytes[end...], as: UTF8.self)
  }

  /// Whether `bytes` begin with `_xHHHH_`.
  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first == UInt8(ascii: "_"), bytes.count >= 7 else { return false }
    let start = bytes.startIndex
    guard bytes[start + 1] == UInt8(ascii: "x"), bytes[start + 6] == UInt8(ascii: "_") else { return false }
    return bytes[start + 2..<start + 6].allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
        UInt8(ascii: "a")...UInt8(ascii: "f"):
        true
      default: false
      }
    }
  }

  /// `text` if it has no more than `length` UTF-16 code units, else its beginning and `mark`.
  static func cut(_ text: String, to length: Int, mark: String) -> String {
    guard text.utf16.count > length else { return text }
    var room = length - mark.utf16.count
    guard room > 0 else { return cut(mark, to: length, mark: "") }
    var beginning = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      room -= UTF16.width(scalar)
      if room < 0 { break }
      beginning.append(scalar)
    }
    return String(beginning) + mark
  }
}
