internal import Diagnostics

/// Text in XML 1.0.
enum XMLText {
  /// `text` for content and attributes. What XML cannot have, what steers a display and line breaks are visible
  /// escapes.
  static func escaping(_ text: String) -> String {
    VisibleText.escaping(text).unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }

  /// A tag without its brackets.
  static func tag(_ name: String, _ attributes: KeyValuePairs<String, String>) -> String {
    name + attributes.map { " \($0.key)=\"\(escaping($0.value))\"" }.joined()
  }
}
