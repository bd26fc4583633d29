internal import Documents

/// Writes the blocks of sections as HTML into one buffer. Tables are written here and by no template, because what
/// the page promises about them (caption, scope, unique ids) must hold whatever a template does.
struct HTMLBlocks: BlockWriter {
  var file: OutgoingFile
  private var anchors = AnchorRegister()

  init(_ file: OutgoingFile) { self.file = file }

  mutating func anchor(for id: String) -> Anchor { anchors.anchor(for: id) }

  mutating func write(_ blocks: [Block]) {
    for block in blocks {
      file.passOn()
      switch block {
      case .paragraph(let text): paragraph(text)
      case .list(let items): list(items)
      case .table(let table): self.table(table)
      case .diagram(let diagram): self.diagram(diagram)
      case .group(let group): self.group(group)
      case .groups(let groups): for group in groups { self.group(group) }
      case .cards(let cards): HTMLSummary.append(cards, to: &file.bytes)
      case .chart(let chart): HTMLSummary.append(chart, anchor: anchors.anchor(for: chart.id), to: &file.bytes)
      case .lookup(let lookup): HTMLSummary.append(lookup, anchor: anchors.anchor(for: lookup.id), to: &file.bytes)
      case .picture(let picture):
        PictureSVG.append(picture, anchor: anchors.anchor(for: picture.id), to: &file.bytes)
      }
    }
  }

  private mutating func group(_ group: Group) {
    let anchor = anchors.anchor(for: group.id)
    file.bytes.append(group.startsPage ? "<section class=\"page\" id=\"" : "<section id=\"")
    file.bytes.append(contentsOf: anchor.text.utf8)
    // Without a name it is no landmark: hundreds of procedures would bury the few that help.
    file.bytes.append("\">\n<h4>")
    HTMLText.append(group.heading, lineBreaks: .kept, to: &file.bytes)
    file.bytes.append("</h4>\n")
    write(group.blocks)
    file.bytes.append("</section>\n")
  }

  /// Ranks side by side: an ordered list of lists, which reads in order without the picture too.
  private mutating func diagram(_ diagram: Diagram) {
    file.bytes.append("<figure class=\"ranks\" id=\"")
    file.bytes.append(contentsOf: anchors.anchor(for: diagram.id).text.utf8)
    file.bytes.append("\">\n<figcaption>")
    HTMLText.append(diagram.caption, lineBreaks: .kept, to: &file.bytes)
    file.bytes.append("</figcaption>\n<ol>\n")
    for rank in diagram.ranks {
      file.bytes.append("<li><span>")
      HTMLText.append(rank.title, lineBreaks: .kept, to: &file.bytes)
      file.bytes.append("</span>\n<ul>\n")
      for node in rank.nodes {
        file.bytes.append("<li>")
        let run: Text.Run = node.anchor.map { .link(node.label, document: "", anchor: $0) } ?? .plain(node.label)
        HTMLText.append(Text([run]), breakingWords: .inColumns, to: &file.bytes)
        file.bytes.append("</li>\n")
      }
      file.bytes.append("</ul></li>\n")
    }
    file.bytes.append("</ol>\n</figure>\n")
  }

  private mutating func paragraph(_ text: Text) {
    file.bytes.append("<p>")
    HTMLText.append(text, to: &file.bytes)
    file.bytes.append("</p>\n")
  }

  private mutating func list(_ items: [Text]) {
    // A list without items is no valid content for assistive technology.
    guard !items.isEmpty else { return }
    file.bytes.append("<ul>\n")
    for item in items {
      file.bytes.append("<li>")
      HTMLText.append(item, to: &file.bytes)
      file.bytes.append("</li>\n")
    }
    file.bytes.append("</ul>\n")
  }

  private mutating func table(_ table: Table) {
    let anchor = anchors.anchor(for: table.id)
    guard !table.rows.isEmpty else {
      file.bytes.append("<p class=\"empty\" id=\"")
      file.bytes.append(contentsOf: anchor.text.utf8)
      file.bytes.append("\">")
      HTMLText.append(table.emptyText, lineBreaks: .kept, to: &file.bytes)
      file.bytes.append("</p>\n")
      return
    }
    // A focusable group, so that the keyboard can scroll a wide table; a region each would flood the landmarks. Its
    // name is the table's, which is the caption.
    let columns = table.pageColumns
    file.bytes.append("<div class=\"table")
    if columns.count >= Self.manyColumns { file.bytes.append(" many") }
    if table.isForm { file.bytes.append(" form") }
    if table.isFilledByPeople { file.bytes.append(" fills") }
    file.bytes.append("\" role=\"group\" tabindex=\"0\" aria-labelledby=\"")
    file.bytes.append(contentsOf: anchor.text.utf8)
    file.bytes.append("\">\n<table id=\"")
    file.bytes.append(contentsOf: anchor.text.utf8)
    file.bytes.append("\">\n<caption>")
    HTMLText.append(table.caption, lineBreaks: .kept, to: &file.bytes)
    file.bytes.append("</caption>\n<thead>\n<tr>")
    for column in columns {
      switch table.columns[column].width {
      case .narrow: file.bytes.append("<th scope=\"col\" class=\"narrow\"")
      case .normal: file.bytes.append("<th scope=\"col\"")
      case .wide: file.bytes.append("<th scope=\"col\" class=\"wide\"")
      }
      if let facet = table.columns[column].facet {
        file.bytes.append(" data-facet=\"")
        file.bytes.append(contentsOf: Anchor(id: facet.key).text.utf8)
        file.bytes.append("\"")
      }
      file.bytes.append(">")
      HTMLText.append(table.columns[column].title, lineBreaks: .kept, to: &file.bytes)
      file.bytes.append("</th>")
    }
    file.bytes.append("</tr>\n</thead>\n<tbody>\n")
    for row in table.rows {
      file.passOn()
      self.row(row, of: table, columns: columns)
    }
    file.bytes.append("</tbody>\n</table>\n</div>\n")
  }

  /// From so many columns on, a table needs smaller type to be on the page as a whole.
  private static let manyColumns = 8
  /// A cell of this alone is large enough to tick on paper.
  private static let tickBox: Few<Text> = ["\u{2610}"]

  private mutating func row(_ row: Row, of table: Table, columns: [Int]) {
    file.bytes.append("<tr")
    if let id = row.id {
      file.bytes.append(" id=")
      file.bytes.append(contentsOf: anchors.anchor(for: id).text.utf8)
    }
    file.bytes.append(">")
    var isFirst = true
    for column in columns {
      let values = row.values(in: column)
      let isEmpty = values.allSatisfy(\.isEmpty)
      let isWide = table.columns[column].width == .wide || columns.count < Self.manyColumns
      let words = isWide ? WordBreaks.inWideColumns : .inColumns
      // Cells and rows end where the next begins: HTML needs no end tags there, and they are a tenth of a large page.
      if isFirst && !isEmpty {
        file.bytes.append("<th scope=row>")
        HTMLText.append(rowHeader: values, breakingWords: words, to: &file.bytes)
      } else if isEmpty {
        // An empty cell of such a table is a box to fill in; what is empty for good says so. No class: a worksheet has
        // thousands of them.
        let isBox = table.columns[column].isFilledByPeople
        file.bytes.append(isBox || !table.isFilledByPeople ? "<td>" : "<td>\u{2013}")
        // The line end after the row would fill it.
        if isBox && column == columns.last { file.bytes.append("</td>") }
      } else {
        file.bytes.append(values == Self.tickBox ? "<td class=tick>" : "<td>")
        HTMLText.append(values, breakingWords: words, to: &file.bytes)
      }
      isFirst = false
    }
    file.bytes.append("\n")
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
