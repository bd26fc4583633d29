import Documents
import TestSupport

/// Document sets made of hostile strings, in every place that takes text.
enum HostileSample {
  /// One table: row n holds string n in a plain, a code and a strong cell, and twice in one cell.
  static let table = Table(
    id: "table", caption: "Strings",
    columns: [Column("Plain"), Column("Code"), Column("Strong"), Column("Twice"), Column("End")],
    rows: HostileStrings.all.enumerated().map { index, text in
      Row(
        id: "row:\(index)",
        cells: [
          Cell([Text(text)]), Cell([.code(text)]), Cell([Text([.strong(text)])]), Cell([Text(text), Text(text)]),
          Cell("end"),
        ])
    }, emptyText: "none")

  static let tableSet = set([Section(id: "section", blocks: [.table(table)])])

  /// Every string as title, heading, id, caption, column, paragraph, list item and link.
  static func everywhere(_ text: String) -> DocumentSet {
    let blocks: [Block] = [
      .paragraph(Text([.plain(text), .code(text), .strong(text), .link(text, document: text, anchor: text)])),
      .list([Text(text), .code(text)]),
      .table(
        Table(
          id: text, caption: text, columns: [Column(text, facet: Facet(text)), Column(text, isFilledByPeople: true)],
          rows: [Row(id: text, cells: [Cell(text), .empty]), Row(id: text, cells: [Cell([])])], emptyText: text)),
      .table(Table(id: text, caption: text, columns: [Column(text)], rows: [], emptyText: text)),
      .cards([Card(title: text, value: text, lines: [Text(text)])]),
      .chart(Chart(id: text, caption: text, bars: [.init(label: Text(text), done: 1, total: 2, text: text)])),
      .lookup(Lookup(id: text, question: text, link: Text(text), table: text, nothingFound: text)),
      .picture(picture(text)), .diagram(diagram(text)),
    ]
    return set([Section(id: text, heading: text, blocks: blocks), Section(id: text, blocks: blocks)], title: text)
  }

  /// What comes before what, of names that are all the same.
  static func diagram(_ text: String) -> Diagram {
    let nodes = [
      Diagram.Node(id: text, label: text, anchor: text, after: []),
      .init(id: "b", label: text, anchor: nil, after: [text]),
    ]
    return Diagram(id: text, caption: text, ranks: [.init(title: text, nodes: nodes)])
  }

  /// Long names are shown shortened, and whole as a title.
  private static func picture(_ text: String) -> Picture {
    let nodes = [
      Picture.Node(id: text, label: text, anchor: text),
      Picture.Node(id: "long", label: String(repeating: text, count: 30), anchor: nil),
    ]
    return Picture(
      id: text, caption: text, legend: text,
      places: [
        .init(title: text, kinds: [.init(title: text, nodes: nodes, isUsedByOthers: false)], remarks: [text, text])
      ],
      lines: [.init(from: text, to: "long"), .init(from: "long", to: text, isPair: true)], alternativeTitle: text,
      alternative: [Text(text), Text([.value(text, of: Facet(text), isGap: true)])])
  }

  private static func set(_ sections: [Section], title: String = "Title") -> DocumentSet {
    DocumentSet(title: title, language: "en", documents: [Document(id: "hostile", title: title, sections: sections)])
  }
}
