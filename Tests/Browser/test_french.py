"""The page in French: French throughout, and it works as in English."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from anchors import anchor
from browsing import Opener
from filtering import choose, counts, visible_ids
from inputs import Worksheets

# What a person reads of the filter, the lookup and the copy buttons.
WORDS = """() => [
  ...[...document.querySelectorAll('#page__filter label > span, #page__filter button, #lookup label, #lookup a')]
    .map(element => element.textContent.trim()),
  ...['aria-label', 'data-copy', 'data-copied'].map(name => document.getElementById('page__filter').getAttribute(name)),
  document.querySelector('#page__filter option').textContent,
  document.querySelector('#page__filter output').dataset.text,
  document.getElementById('lookup').dataset.none,
]"""

THE_SAME = {"Site", "Pool"}
"""Words that both languages have."""


@pytest.fixture
def french(worksheets: Callable[[str], Worksheets]) -> Worksheets:
    return worksheets("french")


def test_page_says_that_it_is_french(french: Worksheets, open_page: Opener) -> None:
    assert open_page(french.url).page.evaluate("document.documentElement.lang") == "fr"


def test_no_word_of_the_controls_is_english(french: Worksheets, example: Worksheets, open_page: Opener) -> None:
    english = open_page(example.url).page.evaluate(WORDS)
    translated = open_page(french.url).page.evaluate(WORDS)
    assert len(translated) == len(english) > 10
    assert (set(translated) & set(english)) - THE_SAME == set()
    assert "" not in translated


def test_filter_works(french: Worksheets, open_page: Opener) -> None:
    page = open_page(french.url).page
    choose(page, site="Lyon", state="Planifié", q="donnees utilisateur")
    shown, total = counts(page)
    items = {
        anchor(item["id"]) for item in french.plan["backupItems"]
        if item.get("site") == "Lyon" and item["data"] == "userData"
    }
    assert items
    assert visible_ids(page) == items
    expect(page.locator("#page__filter output")).to_contain_text(f"{shown} ")
    expect(page.locator("#page__filter output")).to_contain_text(f" {total}")
