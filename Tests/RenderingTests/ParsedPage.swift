import Foundation
import TestSupport

/// A page as an independent parser reads it: Python's `html.parser`, which is on every machine.
struct ParsedPage: Decodable {
  var elements: Set<String>
  var attributes: Set<String>
  var repeatedIDs: [String]
  /// Fragments of links and ids in ARIA attributes that no element has.
  var unanswered: [String]
  var unclosed: [String]
  /// Broken promises of the page: one h1, captions, scopes.
  var problems: [String]
  var headings: [String]
  /// Text of the cells of all table bodies, `<br>` as a line feed.
  var rows: [[String]]

  static let expectedElements: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3", "nav", "main", "footer",
    "section",
    "div", "ul", "ol", "li", "p", "table", "caption", "thead", "tbody", "tr", "th", "td", "br", "wbr", "strong", "code",
    "span", "script", "details", "summary", "form", "label", "input", "select", "option", "button", "output", "dl",
    "dt", "dd", "figure", "figcaption", "svg", "path", "g", "text", "i",
  ]

  static let expectedAttributes: Set<String> = [
    "lang", "charset", "http-equiv", "content", "name", "class", "href", "id", "tabindex", "aria-labelledby", "role",
    "scope", "open", "hidden", "type", "for", "value", "autocomplete", "spellcheck", "aria-label", "aria-hidden",
    "data-copy", "data-copied", "data-text", "data-table", "data-none", "data-facet", "viewbox", "preserveaspectratio",
    "width", "height", "d", "x", "y",
  ]

  init(of page: [UInt8]) throws {
    self = try Self.all(of: [page])[0]
  }

  /// Parses several pages in one run of Python. No page contains the NUL between them.
  static func all(of pages: [[UInt8]]) throws -> [ParsedPage] {
    let result = try runProcess("python3", ["-c", script], input: Array(pages.joined(separator: [0])))
    guard result.status == 0 else { throw Failure(description: result.errorText) }
    return try JSONDecoder().decode([ParsedPage].self, from: Data(result.standardOutput))
  }

  private struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private static let script = """
    import sys, json, collections
    from html.parser import HTMLParser
    VOID = {'meta', 'br', 'wbr', 'link', 'img', 'input', 'hr'}
    class Page(HTMLParser):
        def __init__(self):
            super().__init__(convert_charrefs=True)
            self.elements, self.attributes, self.ids, self.wanted = set(), set(), [], []
            self.stack, self.unclosed, self.problems, self.rows = [], [], [], []
            self.cell, self.heading, self.headings, self.captions = None, None, [], 0
            self.tables, self.h1 = 0, 0
        # Cells and rows may end without end tags, where the standard says so.
        ENDED_BY = {'td': {'td', 'th', 'tr'}, 'th': {'td', 'th', 'tr'}, 'tr': {'tr'}}
        def end_open(self, ended):
            # The line end after a row is in its last cell.
            if self.cell is not None and 'tr' in ended: self.cell = self.cell.removesuffix(chr(10))
            while self.stack and self.stack[-1] in ended: self.handle_endtag(self.stack[-1])
        def handle_starttag(self, tag, attrs):
            self.end_open({open for open in self.ENDED_BY if tag in self.ENDED_BY[open]})
            self.elements.add(tag)
            d = dict(attrs)
            if len(d) != len(attrs): self.problems.append('attribute twice on ' + tag)
            self.attributes.update(d)
            if 'id' in d:
                self.ids.append(d['id'])
                if not d['id'] or any(c.isspace() for c in d['id']): self.problems.append('bad id ' + repr(d['id']))
            if tag == 'a':
                if not d.get('href', '').startswith('#'): self.problems.append('link leaves: ' + repr(d))
                else: self.wanted.append(d['href'][1:])
            if 'for' in d: self.wanted.append(d['for'])
            if 'aria-labelledby' in d: self.wanted.append(d['aria-labelledby'])
            if tag == 'html' and not d.get('lang'): self.problems.append('no lang')
            if tag == 'h1': self.h1 += 1
            if tag == 'table': self.tables += 1
            if tag == 'caption':
                self.captions += 1
                if self.stack[-1] != 'table': self.problems.append('caption in ' + self.stack[-1])
            if tag == 'th' and d.get('scope') not in ('col', 'row'): self.problems.append('th without scope')
            if tag == 'tr' and self.stack[-1] == 'tbody': self.rows.append([])
            if tag in ('td', 'th') and 'tbody' in self.stack: self.cell = ''
            if tag in ('h1', 'h2'): self.heading = ''
            if tag == 'br':
                if self.cell is not None: self.cell += chr(10)
            if tag not in VOID: self.stack.append(tag)
        def handle_endtag(self, tag):
            if tag in ('tbody', 'thead', 'table'): self.end_open(self.ENDED_BY.keys())
            if not self.stack or self.stack[-1] != tag: self.unclosed.append(tag)
            else: self.stack.pop()
            if tag in ('td', 'th') and self.cell is not None:
                self.rows[-1].append(self.cell)
                self.cell = None
            if tag in ('h1', 'h2'):
                self.headings.append(self.heading)
                self.heading = None
        def handle_data(self, data):
            if self.cell is not None: self.cell += data
            if self.heading is not None: self.heading += data
        def handle_comment(self, data): self.problems.append('comment ' + data)
        def handle_pi(self, data): self.problems.append('instruction ' + data)
    def parsed(text):
        page = Page()
        page.feed(text)
        page.close()
        if page.h1 != 1: page.problems.append('%d h1' % page.h1)
        if page.captions != page.tables: page.problems.append('table without caption')
        counts = collections.Counter(page.ids)
        return dict(elements=sorted(page.elements), attributes=sorted(page.attributes),
            repeatedIDs=[i for i in counts if counts[i] > 1], unanswered=[w for w in page.wanted if w not in counts],
            unclosed=page.unclosed + page.stack, problems=page.problems, headings=page.headings, rows=page.rows)
    json.dump([parsed(text) for text in sys.stdin.buffer.read().decode('utf-8').split(chr(0))], sys.stdout)
    """
}
