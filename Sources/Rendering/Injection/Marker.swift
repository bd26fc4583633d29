/// A line that says where Markdown of ours begins or ends in a file of somebody.
struct Marker: Equatable {
  enum Edge: String {
    case begin = "BEGIN"
    case end = "END"
  }

  var edge: Edge
  /// The document that belongs there; nil where none is named.
  var document: String?

  /// The marker that a line is, if it is one: a comment alone on its line, not indented like code.
  init?(line: ArraySlice<UInt8>) {
    let indentation = line.prefix { $0 == UInt8(ascii: " ") }.count
    guard indentation < 4, let text = String(validating: line.dropFirst(indentation), as: UTF8.self) else { return nil }
    let words = text.split { $0 == " " || $0 == "\t" || $0 == "\r" }
    guard words.count == 4 || words.count == 5, words.first == "<!--", words.last == "-->",
      let edge = Edge(rawValue: String(words[1])), words[2] == Self.owner
    else { return nil }
    self.edge = edge
    document = words.count == 5 ? String(words[3]) : nil
  }

  private static let owner = "backup-worksheets"

  /// The line to write for an edge.
  static func line(_ edge: Edge, _ document: String? = nil) -> String {
    "<!-- \(edge.rawValue) \(owner)\(document.map { " \($0)" } ?? "") -->"
  }
}
