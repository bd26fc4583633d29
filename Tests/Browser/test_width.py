"""On a narrow screen the page itself never scrolls sideways: wide tables do, each in its frame."""

from __future__ import annotations

import pytest

from browsing import DESKTOP, PHONE, Opener
from inputs import Worksheets

# Hundreds of procedures are laid out only when they come on the screen: here all of them are.
LAY_OUT_EVERYTHING = """() => {
  const waiting = [...document.querySelectorAll('*')]
    .filter(element => getComputedStyle(element).contentVisibility === 'auto');
  for (const element of waiting) element.style.contentVisibility = 'visible';
}"""


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_body_does_not_scroll_sideways(every_input: Worksheets, open_page: Opener, width: int) -> None:
    page = open_page(every_input.url, width=width).page
    page.evaluate(LAY_OUT_EVERYTHING)
    sizes = page.evaluate("[document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]")
    assert sizes[0] <= sizes[1]


def test_tables_stay_in_their_frames(every_input: Worksheets, open_page: Opener) -> None:
    page = open_page(every_input.url, width=PHONE).page
    page.evaluate(LAY_OUT_EVERYTHING)
    outside = page.evaluate(
        """() => [...document.querySelectorAll('table')].filter(table => {
          const frame = table.closest('.table');
          const scrolls = frame && ['auto', 'scroll'].includes(getComputedStyle(frame).overflowX);
          const fits = frame && frame.getBoundingClientRect().right <= document.documentElement.clientWidth;
          return !(scrolls && fits);
        }).map(table => table.id)"""
    )
    assert outside == []


def test_a_wide_table_scrolls_to_its_last_column(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url, width=PHONE).page
    reached = page.evaluate(
        """() => {
          const frame = document.querySelector('.table.many');
          frame.scrollLeft = frame.scrollWidth;
          const last = frame.querySelector('thead th:last-child').getBoundingClientRect();
          return frame.scrollLeft > 0 && last.right <= frame.getBoundingClientRect().right + 1;
        }"""
    )
    assert reached
