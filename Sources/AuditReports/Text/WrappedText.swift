/// Words on lines that fit into a terminal of 80 columns.
struct WrappedText {
  static let width = 80

  let text: String

  /// - Parameter words: Text of ours, or text that is visible already. A word that is too long has its own line.
  init(_ words: String, indentation: Int) {
    let margin = String(repeating: " ", count: indentation)
    var lines: [String] = []
    var line = margin
    for word in words.split(separator: " ") {
      if line.count > margin.count {
        if line.count + 1 + word.count > Self.width {
          lines.append(line)
          line = margin
        } else {
          line += " "
        }
      }
      line += word
    }
    text = (lines + [line]).map { $0 + "\n" }.joined()
  }
}
