import Foundation

/// Reads back the cells of GitHub's tables as far as the renderer uses Markdown. Independent of its tables and loops.
enum MarkdownReader {
  /// The code of a cell that is one code span, or nil.
  static func code(inCell cell: String) -> String? {
    guard !cell.isEmpty else { return "" }
    var scalars = Array(cell.unicodeScalars)
    let fence = scalars.prefix { $0 == "`" }.count
    guard fence > 0, scalars.count > 2 * fence, scalars.suffix(fence).allSatisfy({ $0 == "`" }) else { return nil }
    scalars = Array(scalars.dropFirst(fence).dropLast(fence))
    // A run as long as the fence would end it early.
    var run = 0
    for scalar in scalars + [" "] {
      if scalar == "`" {
        run += 1
      } else if run == fence {
        return nil
      } else {
        run = 0
      }
    }
    if scalars.first == " ", scalars.last == " ", scalars.contains(where: { $0 != " " }) {
      scalars = Array(scalars.dropFirst().dropLast())
    }
    return string(scalars).replacing("\\|", with: "|")
  }

  /// The text of a cell without code, links and emphasis, or nil where unescaped markup is left in it.
  static func text(ofCell cell: String) -> String? {
    var text = cell
    if let end = text.range(of: "></a>") { text = String(text[end.upperBound...]) }
    var result: [Unicode.Scalar] = []
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let rest = scalars[index...]
      if let (source, meaning) = pieces.first(where: { rest.starts(with: $0.0.unicodeScalars) }) {
        result += meaning.unicodeScalars
        index += source.unicodeScalars.count
      } else if scalars[index] == "\\", index + 1 < scalars.count {
        result.append(scalars[index + 1])
        index += 2
      } else if "\\`*_[]!#~|&<>{@$".unicodeScalars.contains(scalars[index]) {
        return nil
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    return string(result)
  }

  private static let pieces = [
    ("<br>", "\n"), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("<span>@</span>", "@"), ("<span>$</span>", "$"),
    ("<span>:</span>", ":"), ("<span>.</span>", "."),
  ]

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }
}
