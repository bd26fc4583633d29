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
          id: text, caption: text, columns: [Column(text), Column(text, isFilledByPeople: true)],
          rows: [Row(id: text, cells: [Cell(text), .empty]), Row(id: text, cells: [Cell([])])], emptyText: text)),
      .table(Table(id: text, caption: text, columns: [Column(text)], rows: [], emptyText: text)),
    ]
    return set([Section(id: text, heading: text, blocks: blocks), Section(id: text, blocks: blocks)], title: text)
  }

  private static func set(_ sections: [Section], title: String = "Title") -> DocumentSet {
    DocumentSet(title: title, language: "en", documents: [Document(id: "hostile", title: title, sections: sections)])
  }
}
