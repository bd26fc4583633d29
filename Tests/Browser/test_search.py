"""The search finds what is on the page, as people type."""

from __future__ import annotations

import unicodedata

import pytest

from browsing import Opener
from filtering import THINGS, choose, counts
from inputs import Worksheets


def plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(one for one in decomposed if not unicodedata.category(one).startswith("M")).lower()


@pytest.mark.parametrize("search", ["zurich", "ZÜRICH", "GENÈVE", "sql-lyo", "Backup-SqlDatabase", "front end lyon"])
def test_search_leaves_the_rows_that_have_every_word(example: Worksheets, open_page: Opener, search: str) -> None:
    page = open_page(example.url).page
    before = page.evaluate(THINGS)
    choose(page, q=search)
    words = plain(search).split()
    expected = [all(word in plain(thing["text"]) for word in words) for thing in before]
    assert any(expected)
    assert [thing["visible"] for thing in page.evaluate(THINGS)] == expected


def test_search_hits_rows_of_every_table(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url).page
    for table in page.evaluate("[...document.querySelectorAll('main .table > table')].map(table => table.id)"):
        text, found = page.evaluate(
            """id => {
              const row = document.getElementById(id).tBodies[0].rows[0];
              const words = row.cells[0].textContent.trim().split(/\\s+/);
              return [words[0], row.closest('.page') === null];
            }""",
            table,
        )
        if not found or not text:
            continue
        choose(page, q=text)
        things = page.evaluate(THINGS)
        assert any(thing["visible"] for thing in things if thing["table"] == table), f"{text} in {table}"


def test_nothing_found_is_said(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url).page
    choose(page, q="no such thing")
    shown, total = counts(page)
    assert shown == 0
    assert page.locator("#page__filter output").inner_text() == f"0 of {total} rows"


def test_a_word_does_not_span_two_cells(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url).page
    # The site is followed by the servers.
    choose(page, q="lyonfe-lyo")
    assert counts(page)[0] == 0
