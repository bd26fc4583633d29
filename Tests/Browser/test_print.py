"""On paper: A4 and Letter, landscape, every worksheet and procedure on pages of its own, no row torn apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser

from anchors import restoration_anchor
from browsing import Opener
from inputs import Worksheets
from printing import LANDSCAPE, Paper, Printout, print_page

# Puts a mark where each row begins and where each of its cells ends, and at the end of each column's title; small
# enough to move nothing. Text that stands in a row may stand elsewhere too, a mark cannot.
MARK = """() => {
  let count = 0;
  const mark = (cell, place) => {
    const text = `qz${++count}zq`;
    const element = document.createElement('span');
    element.textContent = text;
    element.style.fontSize = '3px';
    element.style.lineHeight = '0';
    cell[place](element);
    return text;
  };
  return [...document.querySelectorAll('table')].map(table => ({
    id: table.id,
    titles: [...table.querySelectorAll('thead th')].map(cell => mark(cell, 'append')),
    rows: [...table.querySelectorAll('tbody tr')].map(row =>
      [mark(row.cells[0], 'prepend'), ...[...row.cells].map(cell => mark(cell, 'append'))]),
  }));
}"""

# The headings that have to begin a page, in order: of every document but the first, and of every procedure.
HEADINGS = """procedures => [...document.querySelectorAll('.worksheet')].slice(1)
  .concat(procedures.map(id => document.getElementById(id)))
  .sort((one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1)
  .map(section => section.querySelector('h2, h3, h4').innerText)"""

# The words of the language that the page is in.
WORDS = """() => ({
  form: document.querySelector('.form caption').textContent,
  columns: [...document.querySelector('.form thead tr').cells].map(head => head.textContent),
  screenOnly: ['a.skip', 'nav h2', '#page__filter button[type=reset]']
    .map(selector => document.querySelector(selector).textContent),
})"""

COUNTS = """() => ({
  rows: document.querySelectorAll('tbody tr').length,
  signOffs: document.querySelectorAll('.form').length,
  tickBoxes: document.querySelectorAll('td.tick').length,
})"""


@dataclass(frozen=True)
class MarkedTable:
    id: str
    titles: list[str]
    rows: list[list[str]]


@dataclass(frozen=True)
class Printed:
    """One page printed on one kind of paper."""

    paper: Paper
    headings: list[str]
    counts: dict[str, int]
    words: dict[str, Any]
    plain: Printout
    tables: list[MarkedTable]
    pages_of_marks: dict[str, list[int]]


@pytest.fixture(
    scope="module", params=[("example", "A4"), ("french", "Letter"), ("small", "A4"), ("hostile", "Letter")], ids="-".join
)
def printed(
    request: pytest.FixtureRequest,
    browser: Browser,
    worksheets: Callable[[str], Worksheets],
    tmp_path_factory: pytest.TempPathFactory,
) -> Printed:
    name, paper = request.param
    folder = tmp_path_factory.mktemp("print")
    opener = Opener(browser)
    written = worksheets(name)
    page = opener(written.url).page
    headings = page.evaluate(HEADINGS, [restoration_anchor(one["id"]) for one in written.plan["restorations"]])
    counts = page.evaluate(COUNTS)
    words = page.evaluate(WORDS)
    plain = print_page(page, paper, folder / "plain.pdf")
    tables = [MarkedTable(**table) for table in page.evaluate(MARK)]
    marked = print_page(page, paper, folder / "marked.pdf")
    opener.close()
    pages_of_marks: dict[str, list[int]] = {}
    for number, text in enumerate(marked.pages):
        for mark in re.findall(r"qz\d+zq", text):
            pages_of_marks.setdefault(mark, []).append(number)
    return Printed(paper, headings, counts, words, plain, tables, pages_of_marks)


def squeezed(text: str) -> str:
    """Without spaces: lines are broken on paper where they are not on the screen."""
    return "".join(text.split())


def test_paper_is_the_printers_in_landscape(printed: Printed) -> None:
    assert printed.plain.size == pytest.approx(LANDSCAPE[printed.paper], abs=1)


def test_every_worksheet_and_procedure_begins_a_page(printed: Printed) -> None:
    assert printed.headings
    beginnings = [squeezed(text) for text in printed.plain.pages]
    number = 0
    for heading in printed.headings:
        found = [later for later in range(number + 1, len(beginnings)) if beginnings[later].startswith(squeezed(heading))]
        assert found, f"no page after {number + 1} begins with {heading}"
        number = found[0]


def test_number_of_pages(printed: Printed) -> None:
    fewest = 1 + len(printed.headings)
    # The rows of a worksheet are the tallest: a page holds six of them at least.
    most = fewest + printed.counts["rows"] // 6
    assert fewest <= len(printed.plain.pages) <= most


def test_pages_are_numbered(printed: Printed) -> None:
    count = len(printed.plain.pages)
    last_lines = [text.rstrip().splitlines()[-1].split("  ")[-1].strip() for text in printed.plain.pages]
    assert last_lines == [f"{number} / {count}" for number in range(1, count + 1)]


def test_no_row_is_torn_apart(printed: Printed) -> None:
    torn = [
        f"{table.id}, row {number}: {pages}"
        for table in printed.tables
        for number, marks in enumerate(table.rows, start=1)
        for pages in [[printed.pages_of_marks.get(mark, []) for mark in marks]]
        if not (len(pages[0]) == 1 and all(page == pages[0] for page in pages))
    ]
    assert torn == []


def test_every_page_of_a_table_has_its_titles(printed: Printed) -> None:
    continued = 0
    for table in printed.tables:
        pages = sorted({page for marks in table.rows for mark in marks for page in printed.pages_of_marks[mark]})
        continued += len(pages) - 1
        for title in table.titles:
            assert printed.pages_of_marks.get(title) == pages, f"a title of {table.id}"
    # Otherwise nothing was tested.
    assert continued > 0 or printed.counts["rows"] < 100


def test_every_procedure_has_boxes_to_tick_and_a_sign_off(printed: Printed) -> None:
    text = "\n".join(printed.plain.pages)
    assert printed.counts["tickBoxes"] > 0
    assert text.count("☐") == printed.counts["tickBoxes"]
    assert printed.counts["signOffs"] > 0
    assert len(re.findall(rf"^ *{printed.words['form']}$", text, re.MULTILINE)) == printed.counts["signOffs"]
    titles = " +".join(printed.words["columns"])
    assert len(re.findall(titles, text)) == printed.counts["signOffs"]


def test_what_is_only_for_the_screen_is_not_printed(printed: Printed) -> None:
    text = "\n".join(printed.plain.pages)
    found = [word for word in printed.words["screenOnly"] if re.search(rf"^ *{re.escape(word)}\s*$", text, re.MULTILINE)]
    assert found == []


def test_dark_screen_prints_on_white_paper(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url, scheme="dark").page
    page.emulate_media(media="print", color_scheme="dark")
    colours = page.evaluate("(s => [s.backgroundColor, s.color])(getComputedStyle(document.body))")
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
