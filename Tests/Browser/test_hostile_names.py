"""Names that try to be something else are shown as they are. That they start nothing, test_silence.py proves."""

from __future__ import annotations

from collections.abc import Callable

import hostile_strings
from browsing import Opener
from inputs import Worksheets


def test_page_holds_the_hostile_strings(worksheets: Callable[[str], Worksheets], open_page: Opener) -> None:
    text = open_page(worksheets("hostile").url).page.evaluate("document.documentElement.textContent")
    missing = [string for string in hostile_strings.MARKUP if text.count(string) < 2]
    assert missing == []


def test_nothing_in_it_became_an_element(worksheets: Callable[[str], Worksheets], open_page: Opener) -> None:
    kinds = "[...new Set([...document.querySelectorAll('*')].map(element => element.localName))].sort()"
    ordinary = open_page(worksheets("example").url).page.evaluate(kinds)
    hostile = open_page(worksheets("hostile").url).page.evaluate(kinds)
    assert set(hostile) <= set(ordinary)

    handlers = "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames()).filter(n => n.startsWith('on'))"
    assert open_page(worksheets("hostile").url).page.evaluate(handlers) == []
