import BuiltinTemplates
import Documents
import Rendering

/// A small document set with awkward content, about a library and not about Lync.
enum Sample {
  static let labels = RenderingLabels(
    contents: "Contents", skipToContent: "Skip to content", table: "Table", footer: "Keep one copy off site & dry.",
    labelSeparator: ": ",
    page: PageLabels(
      facets: [.init(Facet("room"), "Room"), .init(Facet("state"), "State")], document: "Sheet", all: "All",
      search: "Search", clear: "Clear", shownRows: "{shown} of {all} rows", filter: "Filter", copy: "Copy",
      copied: "Copied"))

  static func templates() throws -> Templates { try Templates(files: BuiltinTemplates.files) }

  static func renderers() throws -> [any Renderer] {
    [
      MarkdownRenderer(templates: try templates(), labels: labels),
      HTMLRenderer(templates: try templates(), labels: labels), CSVRenderer(labels: labels),
    ]
  }

  static let set = DocumentSet(
    title: "Books & boxes", subtitle: "Two shelves", language: "en", documents: [shelves, overview, procedures])

  static let overview = Document(
    id: "index", title: "Overview", isOverview: true,
    sections: [
      Section(
        id: "summary",
        blocks: [
          .paragraph(
            Text([
              .plain("The library has "), .strong("two"), .plain(" shelves; see "),
              .link("shelf A", document: "shelf-worksheet", anchor: #"shelf:\\house\a$"#), .plain(" or "),
              .link("all shelves", document: "shelf-worksheet", anchor: nil), .plain("."),
            ])),
          .list([
            "1. is no list", "- nor is this", Text([.plain("Run "), .code("Copy-Book -Path 'a|b'"), .plain(".")]),
          ]),
          .cards([
            Card(
              title: "Copied", value: "1 of 2", lines: [Text([.link("Wet", document: "index", anchor: nil)])],
              needsAttention: true)
          ]),
          .lookup(
            Lookup(
              id: "lookup", question: "Which shelf?",
              link: Text([.link("All shelves", document: "shelf-worksheet", anchor: nil)]), table: "shelf-table",
              nothingFound: "There is none.")),
          .chart(
            Chart(
              id: "copied", caption: "Copied, by room",
              bars: [
                .init(label: "Attic", done: 1, total: 3, text: "1 of 3"),
                .init(label: "Hall", done: 0, total: 0, text: "-"),
              ])),
          .picture(house),
        ])
    ])

  static let house = Picture(
    id: "house", caption: "The house", legend: "A box is a room.",
    places: [
      .init(
        title: "Attic",
        kinds: [
          .init(title: "Reader", nodes: [.init(id: "r", label: "Ann", anchor: "summary")], isUsedByOthers: false),
          .init(
            title: "Shelf", nodes: [.init(id: "s", label: #"\\house\a long name that nobody can read"#, anchor: nil)],
            isUsedByOthers: true),
        ], remarks: ["Chairs: 2", "Lamps: 3"]),
      .init(
        title: "Hall",
        kinds: [.init(title: "Reader", nodes: [.init(id: "t", label: "Bob", anchor: nil)], isUsedByOthers: false)]),
    ], lines: [.init(from: "r", to: "s"), .init(from: "r", to: "t", isPair: true), .init(from: "r", to: "nobody")],
    alternativeTitle: "In words", alternative: ["Attic. Ann uses the shelf.", "Hall. Bob stands in for Ann."])

  static let shelves = Document(
    id: "shelf-worksheet", title: "Shelf worksheet",
    sections: [
      Section(
        id: "shelves",
        blocks: [
          .paragraph("One row a shelf. Write to owner@library.example or see https://library.example."),
          .table(
            Table(
              id: "shelf-table", caption: "Shelves to copy",
              columns: [
                Column("Shelf", facet: Facet("room")), Column("Path"), Column("Copied with"),
                Column("Schedule", isFilledByPeople: true),
                Column("Destination", isFilledByPeople: true), Column("Notes"),
                Column("Item ID", audience: .dataOnly), Column("Why", audience: .pagesOnly),
              ],
              rows: [
                Row(
                  id: #"shelf:\\house\a$"#,
                  cells: [
                    Cell("A | first"),
                    Cell([.code(#"\\house\a$"#), Text([.value("Dry", of: Facet("state"), isGap: false)])]),
                    Cell([.code("robocopy /MIR | Out-Null"), .code("echo `done`")]), Cell("Daily 01:00"), .empty,
                    Cell(["wet *and* dry", "two\nlines"]), Cell(#"shelf:\\house\a$"#), Cell("It floods."),
                  ]),
                Row(
                  id: "shelf:b",
                  cells: [
                    Cell("=B+1"), Cell([.code("C:\\Books"), Text([.value("Wet", of: Facet("state"), isGap: true)])]),
                    Cell([Text([.strong("By hand:"), .plain(" carry it")])]),
                    .empty, .empty, Cell("name\u{202E}gpj.exe"), Cell("shelf:b"), Cell("<b>Because</b>"),
                  ]),
              ], emptyText: "There is no shelf.")),
        ])
    ])

  static let procedures = Document(
    id: "procedures", title: "Procedures",
    sections: [
      Section(
        id: "flood", heading: "After a flood: water & mud",
        blocks: [.table(steps("flood-steps", "Steps after a flood", ["Dry the books", "Count them"]))]),
      Section(
        id: "fire", heading: "After a fire",
        blocks: [
          .table(steps("fire-steps", "Steps after a fire", ["Leave"])),
          .table(
            Table(
              id: "fire-needs", caption: "Needed", columns: [Column("Thing"), Column("Step")],
              rows: [Row(cells: [Cell("Bucket"), Cell("1")])], emptyText: "Nothing is needed.")),
        ]),
      Section(
        id: "theft", heading: "After a theft", blocks: [.table(steps("theft-steps", "Steps after a theft", []))]),
    ])

  private static func steps(_ id: String, _ caption: String, _ texts: [String]) -> Table {
    Table(
      id: id, caption: caption,
      columns: [Column("Step"), Column("What to do"), Column("Done", isFilledByPeople: true)],
      rows: texts.enumerated().map { Row(cells: [Cell("\($0.offset + 1)"), Cell($0.element), .empty]) },
      emptyText: "Nothing to do.")
  }
}
