internal import Documents

/// Writes the blocks of one document's sections as Markdown into one buffer.
struct MarkdownBlocks: BlockWriter {
  var file: OutgoingFile
  private var anchors = AnchorRegister()
  private let document: String
  private let labelSeparator: String
  /// What stands before the file names that links lead to.
  private let linkPrefix: String

  init(_ file: OutgoingFile, document: String, labelSeparator: String, linkPrefix: String = "") {
    self.file = file
    self.document = document
    self.labelSeparator = labelSeparator
    self.linkPrefix = linkPrefix
  }

  mutating func anchor(for id: String) -> Anchor { anchors.anchor(for: id) }

  /// Writes blocks, an empty line between two of them.
  mutating func write(_ blocks: [Block]) { write(each: blocks) }

  private mutating func write(each blocks: some Sequence<Block>) {
    var isFirst = true
    for block in blocks {
      if !isFirst { file.bytes.append("\n\n") }
      isFirst = false
      file.passOn()
      switch block {
      case .paragraph(let text): line(text, in: .block)
      case .list(let items): list(items)
      case .table(let table): self.table(table)
      case .diagram(let diagram): self.diagram(diagram)
      case .group(let group): self.group(group)
      case .groups(let groups): write(each: groups.lazy.map(Block.group))
      case .cards(let cards): list(cards.map(line))
      case .chart(let chart): self.chart(chart)
      case .lookup(let lookup): line(lookup.link, in: .block)
      case .picture(let picture): self.picture(picture)
      }
    }
  }

  private mutating func group(_ group: Group) {
    file.bytes.append("### ")
    anchorElement(anchors.anchor(for: group.id))
    MarkdownText.append(group.heading, in: .block, to: &file.bytes)
    file.bytes.append("\n\n")
    write(group.blocks)
  }

  /// A Mermaid flow chart, which GitHub draws.
  private mutating func diagram(_ diagram: Diagram) {
    titled(diagram.id, diagram.caption)
    file.bytes.append(contentsOf: MermaidFlowchart.bytes(of: diagram))
  }

  /// All of a card in one line.
  private func line(_ card: Card) -> Text {
    let rest = card.lines.flatMap { [Text.Run.plain(", ")] + $0.runs }
    // The sign belongs to the bold label, the space after it does not: Markdown wants it so.
    let sign = labelSeparator.prefix { $0 != " " }
    return Text(
      [.strong(card.title + sign), .plain(labelSeparator.dropFirst(sign.count) + card.value)] + rest)
  }

  private mutating func chart(_ chart: Chart) {
    titled(chart.id, chart.caption)
    list(chart.bars.map { Text($0.label.runs + [.plain(labelSeparator + $0.text)]) })
  }

  /// What it shows, in words.
  private mutating func picture(_ picture: Picture) {
    titled(picture.id, picture.caption)
    list(picture.alternative)
  }

  private mutating func titled(_ id: String, _ caption: String) {
    anchorElement(anchors.anchor(for: id))
    file.bytes.append("**")
    MarkdownText.append(caption, in: .block, to: &file.bytes)
    file.bytes.append("**\n\n")
  }

  private mutating func list(_ items: [Text]) {
    var isFirst = true
    for item in items {
      if !isFirst { file.bytes.append("\n") }
      isFirst = false
      file.bytes.append("- ")
      line(item, in: .block)
    }
  }

  private mutating func anchorElement(_ anchor: Anchor) {
    file.bytes.append("<a id=\"")
    file.bytes.append(contentsOf: anchor.text.utf8)
    file.bytes.append("\"></a>")
  }

  private mutating func table(_ table: Table) {
    anchorElement(anchors.anchor(for: table.id))
    guard !table.rows.isEmpty else {
      MarkdownText.append(table.emptyText, in: .block, to: &file.bytes)
      return
    }
    if !table.caption.isEmpty {
      file.bytes.append("**")
      MarkdownText.append(table.caption, in: .block, to: &file.bytes)
      file.bytes.append("**")
    }
    file.bytes.append("\n\n|")
    let columns = table.pageColumns
    for column in columns {
      file.bytes.append(" ")
      MarkdownText.append(table.columns[column].title, in: .cell, to: &file.bytes)
      file.bytes.append(" |")
    }
    file.bytes.append("\n|")
    for _ in columns { file.bytes.append(" --- |") }
    for row in table.rows {
      file.passOn()
      file.bytes.append("\n|")
      var id = row.id
      for column in columns {
        file.bytes.append(" ")
        if let rowID = id { anchorElement(anchors.anchor(for: rowID)) }
        id = nil
        cell(row.values(in: column))
        file.bytes.append(" |")
      }
    }
  }

  private mutating func cell(_ values: Few<Text>) {
    var isFirst = true
    for value in values {
      if !isFirst { file.bytes.append("<br>") }
      isFirst = false
      line(value, in: .cell)
    }
  }

  private mutating func line(_ text: Text, in place: MarkdownText.Place) {
    for (index, run) in text.runs.enumerated() {
      switch run {
      case .plain(let part), .value(let part, _, _):
        MarkdownText.append(part, in: place, isAtStart: index == 0, to: &file.bytes)
      case .strong(let part):
        let usesStars = starsWork(around: part, next: index + 1 < text.runs.count ? text.runs[index + 1] : nil)
        file.bytes.append(usesStars ? "**" : "<strong>")
        MarkdownText.append(part, in: place, to: &file.bytes)
        file.bytes.append(usesStars ? "**" : "</strong>")
      case .code(let part):
        // Two fences side by side would be one longer fence.
        if file.bytes.last == UInt8(ascii: "`") { file.bytes.append("<span></span>") }
        MarkdownText.append(code: part, in: place, to: &file.bytes)
      case .link(let part, let document, let anchor):
        file.bytes.append("[")
        MarkdownText.append(part, in: place, to: &file.bytes)
        file.bytes.append("](")
        link(to: document, anchor: anchor)
        file.bytes.append(")")
      case .file(let part, let path):
        file.bytes.append("[")
        MarkdownText.append(part, in: place, to: &file.bytes)
        file.bytes.append("](")
        file.bytes.append(contentsOf: FileAddress.relative(path).utf8)
        file.bytes.append(")")
      }
    }
  }

  private mutating func link(to document: String, anchor: String?) {
    // The id of a document that exists is a file name; this keeps any other from ending the link.
    if document != self.document || anchor == nil {
      file.bytes.append(contentsOf: linkPrefix.utf8)
      file.bytes.append(contentsOf: Anchor(id: document).text.utf8)
      file.bytes.append(".md")
    }
    if let anchor {
      file.bytes.append("#")
      file.bytes.append(contentsOf: Anchor(id: anchor).text.utf8)
    }
  }

  /// Whether `**` is emphasis here: GitHub looks at the characters on both sides of it.
  private func starsWork(around part: String, next: Text.Run?) -> Bool {
    func isWord(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { $0.properties.isAlphabetic || $0.isDigit } ?? false }
    let followsSpace =
      switch file.bytes.last {
      case nil, UInt8(ascii: " "), UInt8(ascii: "\n"): true
      default: false
      }
    let precedesSpace =
      switch next {
      case nil: true
      case .plain(let text): text.unicodeScalars.first == " "
      default: false
      }
    guard let first = part.unicodeScalars.first, let last = part.unicodeScalars.last else { return false }
    return followsSpace && precedesSpace && isWord(first) && (isWord(last) || last == ":" || last == ".")
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
