import Documents
import Rendering
import TestSupport
import Testing

/// The diagram in Markdown: whatever a name says, it is a label.
@Suite struct MermaidTests {
  private func lines(_ text: String) throws -> [String] {
    let section = Section(id: "s", blocks: [.diagram(HostileSample.diagram(text))])
    let document = Document(id: "d", title: "t", sections: [section])
    let set = DocumentSet(title: "t", language: "en", documents: [document])
    let file = try #require(
      try MarkdownRenderer(templates: Sample.templates(), labels: Sample.labels).render(set).first)
    let lines = String(decoding: file.bytes, as: UTF8.self).unicodeScalars.split(separator: "\n").map { String($0) }
    let begin = try #require(lines.firstIndex(of: "```mermaid"))
    let end = try #require(lines[begin...].firstIndex(of: "```"))
    return Array(lines[begin...end])
  }

  @Test(arguments: HostileStrings.all) func aNameIsALabel(_ text: String) throws {
    let lines = try lines(text)
    // What is left of a label after escaping: letters, digits and a few signs that mean nothing to Mermaid.
    let label = #"\["[^"\[\]<>{}|()`%/]*"\]"#
    let forms = [
      "```mermaid", "flowchart LR", "  subgraph r0\(label)", "    n0\(label)", "    n1\(label)", "  end", "  n0 --> n1",
      "```",
    ]
    try #require(lines.count == forms.count)
    for (line, form) in zip(lines, forms) { #expect(try Regex(form).wholeMatch(in: line) != nil, "\(line)") }
  }
}
