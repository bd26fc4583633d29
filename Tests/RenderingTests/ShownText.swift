import Diagnostics

/// Text as Markdown and HTML show it, written down a second time for the tests.
enum ShownText {
  /// Plain text: line breaks kept, a space for a tab, what is invisible as escapes.
  static func plain(_ text: String) -> String {
    var lines = ""
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\n" where previous == "\r": continue
      case "\n", "\r": lines += "\n"
      case "\t": lines += " "
      default: lines += VisibleText.escaping(String(scalar))
      }
    }
    return lines
  }

  /// Code: everything invisible as escapes.
  static func code(_ text: String) -> String { VisibleText.escaping(text) }
}

extension String {
  /// Characters for comparison: to Swift's `==`, composed and decomposed ones are equal.
  var scalars: [UInt32] { unicodeScalars.map(\.value) }
}
