"""On a narrow screen the page itself never scrolls sideways: wide tables do, each in its frame."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browsing import DESKTOP, PHONE
from inputs import Worksheets

# Hundreds of procedures are laid out only when they come on the screen: here all of them are.
LAY_OUT_EVERYTHING = """() => {
  const waiting = [...document.querySelectorAll('.table, .page')]
    .filter(element => getComputedStyle(element).contentVisibility === 'auto');
  for (const element of waiting) element.style.contentVisibility = 'visible';
}"""


@pytest.fixture(params=[DESKTOP, PHONE])
def laid_out(request: pytest.FixtureRequest, every_input: Worksheets, read_page: Callable[..., Page]) -> Page:
    page = read_page(every_input.url, request.param)
    page.evaluate(LAY_OUT_EVERYTHING)
    return page


def test_body_does_not_scroll_sideways(laid_out: Page) -> None:
    sizes = laid_out.evaluate("[document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]")
    assert sizes[0] <= sizes[1]


def test_tables_stay_in_their_frames(laid_out: Page) -> None:
    outside = laid_out.evaluate(
        """() => [...document.querySelectorAll('table')].filter(table => {
          const frame = table.closest('.table');
          const scrolls = frame && ['auto', 'scroll'].includes(getComputedStyle(frame).overflowX);
          const fits = frame && frame.getBoundingClientRect().right <= document.documentElement.clientWidth;
          return !(scrolls && fits);
        }).map(table => table.id)"""
    )
    assert outside == []


def test_a_wide_table_scrolls_to_its_last_column(example: Worksheets, read_page: Callable[..., Page]) -> None:
    page = read_page(example.url, PHONE)
    page.evaluate(LAY_OUT_EVERYTHING)
    ends = page.evaluate(
        """() => [...document.querySelectorAll('.table.many')].map(frame => {
          frame.scrollLeft = frame.scrollWidth;
          const last = frame.querySelector('thead th:last-child').getBoundingClientRect();
          const isReached = frame.scrollLeft > 0 && last.right <= frame.getBoundingClientRect().right + 1;
          frame.scrollLeft = 0;
          return [frame.querySelector('table').id, isReached];
        })"""
    )
    assert len(ends) > 3
    assert [table for table, is_reached in ends if not is_reached] == []


@pytest.mark.parametrize("width", [1200, 1280, 1920])
def test_worksheets_fit_wide_screens(example: Worksheets, read_page: Callable[..., Page], width: int) -> None:
    page = read_page(example.url, width)
    page.evaluate(LAY_OUT_EVERYTHING)
    wider = page.evaluate(
        """() => [...document.querySelectorAll('.table')]
          .filter(frame => frame.scrollWidth > frame.clientWidth)
          .map(frame => `${frame.querySelector('table').id}: ${frame.scrollWidth - frame.clientWidth}`)"""
    )
    assert wider == []
