internal import Diagnostics
internal import Documents

/// A diagram in the language of Mermaid, in a fence.
enum MermaidFlowchart {
  static func bytes(of diagram: Diagram) -> [UInt8] {
    let nodes = diagram.ranks.flatMap(\.nodes)
    let names = Dictionary(
      nodes.enumerated().map { ($0.element.id, "n\($0.offset)") }, uniquingKeysWith: { first, _ in first })
    var text = "```mermaid\nflowchart LR\n"
    for (number, rank) in diagram.ranks.enumerated() {
      text += "  subgraph r\(number)[\"\(label(rank.title))\"]\n"
      for node in rank.nodes { text += "    \(names[node.id] ?? "n")[\"\(label(node.label))\"]\n" }
      text += "  end\n"
    }
    for node in nodes {
      for previous in node.after {
        if let from = names[previous], let to = names[node.id] { text += "  \(from) --> \(to)\n" }
      }
    }
    return Array((text + "```").utf8)
  }

  /// Mermaid reads entities in labels, written with `#`. A label cannot end its line, so it cannot end the fence.
  private static func label(_ text: String) -> String {
    VisibleText.escaping(text).unicodeScalars.reduce(into: "") { label, scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", ".", "-", ":", ",", "\\", "_": label.unicodeScalars.append(scalar)
      default: label += "#\(scalar.value);"
      }
    }
  }
}
