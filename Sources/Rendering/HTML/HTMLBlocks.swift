internal import Documents

/// Writes the blocks of sections as HTML into one buffer. Tables are written here and by no template, because what
/// the page promises about them (caption, scope, unique ids) must hold whatever a template does.
struct HTMLBlocks {
  private(set) var fragments = Fragments()
  private var anchors = AnchorRegister()

  mutating func anchor(for id: String) -> Anchor { anchors.anchor(for: id) }

  /// Writes blocks as a fragment of that name.
  mutating func fragment(_ name: String, of blocks: [Block]) -> TemplateValue {
    fragments.begin(name)
    write(blocks)
    return fragments.end()
  }

  private mutating func write(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let text): paragraph(text)
      case .list(let items): list(items)
      case .table(let table): self.table(table)
      case .diagram(let diagram): self.diagram(diagram)
      case .group(let group): self.group(group)
      case .cards(let cards): HTMLSummary.append(cards, to: &fragments.bytes)
      case .chart(let chart): HTMLSummary.append(chart, anchor: anchors.anchor(for: chart.id), to: &fragments.bytes)
      case .lookup(let lookup): HTMLSummary.append(lookup, anchor: anchors.anchor(for: lookup.id), to: &fragments.bytes)
      case .picture(let picture):
        PictureSVG.append(picture, anchor: anchors.anchor(for: picture.id), to: &fragments.bytes)
      }
    }
  }

  private mutating func group(_ group: Group) {
    let anchor = anchors.anchor(for: group.id)
    fragments.bytes.append(group.startsPage ? "<section class=\"page\" id=\"" : "<section id=\"")
    fragments.bytes.append(contentsOf: anchor.text.utf8)
    // Without a name it is no landmark: hundreds of procedures would bury the few that help.
    fragments.bytes.append("\">\n<h4>")
    HTMLText.append(group.heading, lineBreaks: .kept, to: &fragments.bytes)
    fragments.bytes.append("</h4>\n")
    write(group.blocks)
    fragments.bytes.append("</section>\n")
  }

  /// Ranks side by side: an ordered list of lists, which reads in order without the picture too.
  private mutating func diagram(_ diagram: Diagram) {
    fragments.bytes.append("<figure class=\"ranks\" id=\"")
    fragments.bytes.append(contentsOf: anchors.anchor(for: diagram.id).text.utf8)
    fragments.bytes.append("\">\n<figcaption>")
    HTMLText.append(diagram.caption, lineBreaks: .kept, to: &fragments.bytes)
    fragments.bytes.append("</figcaption>\n<ol>\n")
    for rank in diagram.ranks {
      fragments.bytes.append("<li><span>")
      HTMLText.append(rank.title, lineBreaks: .kept, to: &fragments.bytes)
      fragments.bytes.append("</span>\n<ul>\n")
      for node in rank.nodes {
        fragments.bytes.append("<li>")
        let run: Text.Run = node.anchor.map { .link(node.label, document: "", anchor: $0) } ?? .plain(node.label)
        HTMLText.append(Text([run]), breakingWords: .inColumns, to: &fragments.bytes)
        fragments.bytes.append("</li>\n")
      }
      fragments.bytes.append("</ul></li>\n")
    }
    fragments.bytes.append("</ol>\n</figure>\n")
  }

  mutating func fragment(_ name: String, bytes: [UInt8]) -> TemplateValue {
    fragments.begin(name)
    fragments.bytes.append(contentsOf: bytes)
    return fragments.end()
  }

  private mutating func paragraph(_ text: Text) {
    fragments.bytes.append("<p>")
    HTMLText.append(text, to: &fragments.bytes)
    fragments.bytes.append("</p>\n")
  }

  private mutating func list(_ items: [Text]) {
    // A list without items is no valid content for assistive technology.
    guard !items.isEmpty else { return }
    fragments.bytes.append("<ul>\n")
    for item in items {
      fragments.bytes.append("<li>")
      HTMLText.append(item, to: &fragments.bytes)
      fragments.bytes.append("</li>\n")
    }
    fragments.bytes.append("</ul>\n")
  }

  private mutating func table(_ table: Table) {
    let anchor = anchors.anchor(for: table.id)
    guard !table.rows.isEmpty else {
      fragments.bytes.append("<p class=\"empty\" id=\"")
      fragments.bytes.append(contentsOf: anchor.text.utf8)
      fragments.bytes.append("\">")
      HTMLText.append(table.emptyText, lineBreaks: .kept, to: &fragments.bytes)
      fragments.bytes.append("</p>\n")
      return
    }
    // A focusable group, so that the keyboard can scroll a wide table; a region each would flood the landmarks. Its
    // name is the table's, which is the caption.
    let columns = table.pageColumns
    fragments.bytes.append("<div class=\"table")
    if columns.count >= Self.manyColumns { fragments.bytes.append(" many") }
    if table.isForm { fragments.bytes.append(" form") }
    if table.isFilledByPeople { fragments.bytes.append(" fills") }
    fragments.bytes.append("\" role=\"group\" tabindex=\"0\" aria-labelledby=\"")
    fragments.bytes.append(contentsOf: anchor.text.utf8)
    fragments.bytes.append("\">\n<table id=\"")
    fragments.bytes.append(contentsOf: anchor.text.utf8)
    fragments.bytes.append("\">\n<caption>")
    HTMLText.append(table.caption, lineBreaks: .kept, to: &fragments.bytes)
    fragments.bytes.append("</caption>\n<thead>\n<tr>")
    for column in columns {
      switch table.columns[column].width {
      case .narrow: fragments.bytes.append("<th scope=\"col\" class=\"narrow\"")
      case .normal: fragments.bytes.append("<th scope=\"col\"")
      case .wide: fragments.bytes.append("<th scope=\"col\" class=\"wide\"")
      }
      if let facet = table.columns[column].facet {
        fragments.bytes.append(" data-facet=\"")
        fragments.bytes.append(contentsOf: Anchor(id: facet.key).text.utf8)
        fragments.bytes.append("\"")
      }
      fragments.bytes.append(">")
      HTMLText.append(table.columns[column].title, lineBreaks: .kept, to: &fragments.bytes)
      fragments.bytes.append("</th>")
    }
    fragments.bytes.append("</tr>\n</thead>\n<tbody>\n")
    for row in table.rows { self.row(row, of: table, columns: columns) }
    fragments.bytes.append("</tbody>\n</table>\n</div>\n")
  }

  /// From so many columns on, a table needs smaller type to be on the page as a whole.
  private static let manyColumns = 8
  /// A cell of this alone is large enough to tick on paper.
  private static let tickBox: [Text] = ["\u{2610}"]

  private mutating func row(_ row: Row, of table: Table, columns: [Int]) {
    fragments.bytes.append("<tr")
    if let id = row.id {
      fragments.bytes.append(" id=")
      fragments.bytes.append(contentsOf: anchors.anchor(for: id).text.utf8)
    }
    fragments.bytes.append(">")
    var isFirst = true
    for column in columns {
      let values = row.values(in: column)
      let isEmpty = values.allSatisfy(\.isEmpty)
      let isWide = table.columns[column].width == .wide || columns.count < Self.manyColumns
      let words = isWide ? WordBreaks.inWideColumns : .inColumns
      // Cells and rows end where the next begins: HTML needs no end tags there, and they are a tenth of a large page.
      // Nor does a title of a row need a scope: data follows it, and nothing but titles stands above it. The browser
      // says so to assistive technology, as a test asks it.
      if isFirst && !isEmpty {
        fragments.bytes.append("<th>")
        HTMLText.append(rowHeader: values, breakingWords: words, to: &fragments.bytes)
      } else if isEmpty {
        // An empty cell of such a table is a box to fill in; what is empty for good says so. No class: a worksheet has
        // thousands of them.
        let isBox = table.columns[column].isFilledByPeople
        fragments.bytes.append(isBox || !table.isFilledByPeople ? "<td>" : "<td>\u{2013}")
        // The line end after the row would fill it.
        if isBox && column == columns.last { fragments.bytes.append("</td>") }
      } else {
        fragments.bytes.append(values == Self.tickBox ? "<td class=tick>" : "<td>")
        HTMLText.append(values, breakingWords: words, to: &fragments.bytes)
      }
      isFirst = false
    }
    fragments.bytes.append("\n")
  }
}

extension Table {
  /// Whether people fill in some of its cells.
  fileprivate var isFilledByPeople: Bool { columns.contains(where: \.isFilledByPeople) }

  /// Whether it has nothing but cells to fill in.
  fileprivate var isForm: Bool {
    columns.allSatisfy(\.isFilledByPeople) && rows.allSatisfy { $0.cells.allSatisfy(\.isEmpty) }
  }
}
