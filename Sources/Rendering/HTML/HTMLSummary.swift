internal import Documents

/// Writes what is no text and no table: cards, bars and the way into a table.
enum HTMLSummary {
  static func append(_ cards: [Card], to bytes: inout [UInt8]) {
    guard !cards.isEmpty else { return }
    bytes.append("<dl class=\"cards\">\n")
    for card in cards {
      bytes.append(card.needsAttention ? "<div class=\"gap\">\n<dt>" : "<div>\n<dt>")
      HTMLText.append(card.title, lineBreaks: .kept, to: &bytes)
      bytes.append("</dt>\n<dd class=\"value\">")
      HTMLText.append(card.value, lineBreaks: .kept, to: &bytes)
      bytes.append("</dd>\n")
      for line in card.lines {
        bytes.append("<dd>")
        HTMLText.append(line, to: &bytes)
        bytes.append("</dd>\n")
      }
      bytes.append("</div>\n")
    }
    bytes.append("</dl>\n")
  }

  /// Bars as graphics that say nothing to assistive technology: the words beside them do.
  static func append(_ chart: Chart, anchor: Anchor, to bytes: inout [UInt8]) {
    bytes.append("<figure class=\"bars\" id=\"")
    bytes.append(contentsOf: anchor.text.utf8)
    bytes.append("\">\n<figcaption>")
    HTMLText.append(chart.caption, lineBreaks: .kept, to: &bytes)
    bytes.append("</figcaption>\n")
    guard !chart.bars.isEmpty else { return bytes.append("</figure>\n") }
    bytes.append("<ul>\n")
    for bar in chart.bars {
      bytes.append("<li><span>")
      HTMLText.append(bar.label, to: &bytes)
      bytes.append("</span> <svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
      // Rounded down: full only where nothing is missing. Without a whole, nothing is missing.
      let share = bar.total <= 0 ? 1000 : min(max(bar.done, 0), bar.total) * 1000 / bar.total
      bytes.append("<path class=\"gap\" d=\"M0 0h1000v10h-1000z\"/><path class=\"done\" d=\"M0 0h")
      bytes.append(number: share)
      bytes.append("v10h-")
      bytes.append(number: share)
      bytes.append("z\"/></svg> <span>")
      HTMLText.append(bar.text, lineBreaks: .kept, to: &bytes)
      bytes.append("</span></li>\n")
    }
    bytes.append("</ul>\n</figure>\n")
  }

  /// A link; the script of the page puts a search before it.
  static func append(_ lookup: Lookup, anchor: Anchor, to bytes: inout [UInt8]) {
    let input = anchor.part("input").text.utf8
    bytes.append("<div class=\"lookup\" id=\"")
    bytes.append(contentsOf: anchor.text.utf8)
    bytes.append("\" data-table=\"")
    bytes.append(contentsOf: Anchor(id: lookup.table).text.utf8)
    bytes.append("\" data-none=\"")
    bytes.append(contentsOf: HTMLText.escaping(lookup.nothingFound).utf8)
    bytes.append("\">\n<form hidden>\n<label for=\"")
    bytes.append(contentsOf: input)
    bytes.append("\">")
    HTMLText.append(lookup.question, lineBreaks: .kept, to: &bytes)
    bytes.append("</label>\n<input type=\"search\" autocomplete=\"off\" spellcheck=\"false\" id=\"")
    bytes.append(contentsOf: input)
    bytes.append("\">\n</form>\n<div role=\"status\"></div>\n<p>")
    HTMLText.append(lookup.link, to: &bytes)
    bytes.append("</p>\n</div>\n")
  }
}

extension [UInt8] {
  mutating func append(number: Int) { append(contentsOf: String(number).utf8) }
}
