/// Cells of a data file, harmless for spreadsheets.
public enum CSVCell {
  /// `text` with an apostrophe in front if a spreadsheet could take it for a formula: if after any number of
  /// apostrophes, none included, it has `=`, `+`, `-`, `@`, a tab or a carriage return.
  ///
  /// Text that has the apostrophe already gets another one; that is what makes the inverse exact.
  public static func neutralising(_ text: String) -> String { isFormulaLike(text.utf8) ? "'" + text : text }

  /// The exact inverse of ``neutralising(_:)`` for every string: takes the one apostrophe away that it put there.
  public static func undoingNeutralisation(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "'"), isFormulaLike(text.utf8) else { return text }
    return String(text.unicodeScalars.dropFirst())
  }

  // Bytes, not characters: to Swift "=" and a combining mark are one character, to a spreadsheet they are two.
  static func isFormulaLike(_ bytes: some Sequence<UInt8>) -> Bool {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "'"): continue
      case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: return true
      default: return false
      }
    }
    return false
  }
}
