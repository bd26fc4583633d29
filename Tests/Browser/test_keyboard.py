"""Everything can be reached with the keyboard alone, and one sees where one is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from browsing import Opener
from inputs import Worksheets

# Numbers what the Tab key has to reach, in order, and returns how many there are.
NUMBER_STOPS = """() => {
  const stops = [...document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex="0"]'
  )].filter(element => !element.disabled && element.checkVisibility({ visibilityProperty: true }));
  stops.forEach((element, number) => { element.dataset.stop = number; });
  return stops.length;
}"""

WHERE = """() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    stop: element.dataset.stop === undefined ? -1 : Number(element.dataset.stop),
    isCopyButton: element.matches('.copy'),
    name: element.outerHTML.split('>')[0] + '>',
    // The browser's own ring has the style `auto`, whatever its width.
    outlined: style.outlineStyle === 'auto' || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2),
    onScreen: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth && box.width > 0,
  };
}"""


def stops_along_the_way(page: Page) -> list[dict[str, Any]]:
    """Up to the last of the numbered ones. On the way the script adds buttons to the table that Tab comes to."""
    count = page.evaluate(NUMBER_STOPS)
    stops: list[dict[str, Any]] = []
    while not stops or stops[-1]["stop"] < count - 1:
        page.keyboard.press("Tab")
        stops.append(page.evaluate(WHERE))
        assert len(stops) < 1000
    return stops


@pytest.mark.parametrize(("name", "javascript"), [("example", True), ("small", True), ("small", False)])
def test_tab_reaches_everything_and_shows_where_it_is(
    worksheets: Callable[[str], Worksheets], open_page: Opener, name: str, javascript: bool
) -> None:
    page = open_page(worksheets(name).url, javascript=javascript).page
    stops = stops_along_the_way(page)

    numbers = [stop["stop"] for stop in stops if not stop["isCopyButton"]]
    assert numbers == list(range(len(numbers)))
    # Copy buttons come while Tab goes on, and are reached too.
    copy_buttons = sum(stop["isCopyButton"] for stop in stops)
    assert copy_buttons == page.locator(".copy").count()
    assert (copy_buttons > 0) == javascript
    assert [stop["name"] for stop in stops if not stop["outlined"]] == []
    assert [stop["name"] for stop in stops if not stop["onScreen"]] == []


def test_every_table_frame_is_a_stop(every_input: Worksheets, open_page: Opener) -> None:
    page = open_page(every_input.url).page
    frames = page.evaluate("[...document.querySelectorAll('.table')].map(frame => frame.tabIndex)")
    assert frames
    assert set(frames) == {0}


def test_first_stop_skips_to_the_content(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url).page
    page.evaluate(NUMBER_STOPS)

    page.keyboard.press("Tab")
    link = page.evaluate(WHERE)
    assert page.evaluate("document.activeElement.matches('a.skip')")
    assert link["onScreen"]

    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('main')")

    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_arrow_keys_scroll_a_table_sideways(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url, width=320).page
    frame = page.locator(".table.many").first
    frame.focus()
    page.keyboard.press("ArrowRight")
    # Not wait_for_function: it evaluates a string in the page, which the policy forbids.
    assert any(scrolls(page) for _ in range(40))


def scrolls(page: Page) -> bool:
    page.wait_for_timeout(50)
    return bool(page.evaluate("document.activeElement.scrollLeft > 0"))
