"""Links and addresses lead where they say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from anchors import anchor, restoration_anchor
from browsing import Opener
from inputs import Worksheets

ReadPage = Callable[..., Page]


def test_every_link_stays_in_the_page_and_leads_somewhere(every_input: Worksheets, read_page: ReadPage) -> None:
    page = read_page(every_input.url)
    lost = page.evaluate(
        """() => [...document.querySelectorAll('[href]')].map(link => link.getAttribute('href'))
          .filter(href => !href.startsWith('#') || !document.getElementById(decodeURIComponent(href.slice(1))))"""
    )
    assert lost == []


def test_every_id_occurs_once(every_input: Worksheets, read_page: ReadPage) -> None:
    page = read_page(every_input.url)
    repeated = page.evaluate(
        """() => {
          const seen = new Set();
          return [...document.querySelectorAll('[id]')].map(element => element.id)
            .filter(id => seen.has(id) || !seen.add(id));
        }"""
    )
    assert repeated == []


def test_every_reference_between_elements_leads_somewhere(every_input: Worksheets, read_page: ReadPage) -> None:
    page = read_page(every_input.url)
    lost = page.evaluate(
        """() => ['aria-labelledby', 'aria-describedby', 'aria-controls', 'headers', 'for'].flatMap(name =>
          [...document.querySelectorAll(`[${name}]`)].flatMap(element => element.getAttribute(name).split(/\\s+/))
            .filter(id => !document.getElementById(id)))"""
    )
    assert lost == []


# What the address led to: the element, how far down the screen it begins, and the colour behind its first cell.
TARGET = """async () => {
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const target = document.querySelector(':target');
  if (!target) return null;
  const shown = target.querySelector('th, td, h2, h3, h4') ?? target;
  const box = shown.getBoundingClientRect();
  const middle = document.elementFromPoint(box.left + Math.min(box.width, 200) / 2, (box.top + box.bottom) / 2);
  return {
    id: target.id,
    isRow: target.matches('tr'),
    visible: box.top >= 0 && box.bottom <= innerHeight && (shown.contains(middle) || middle?.contains(shown)),
    colour: getComputedStyle(shown).backgroundColor,
  };
}"""


def colours_without_target(page_url: str, open_page: Opener, ids: list[str]) -> dict[str, str]:
    page = open_page(page_url).page
    return page.evaluate(
        """ids => Object.fromEntries(ids.map(id => {
          const cell = document.getElementById(id)?.querySelector('th, td');
          return [id, cell ? getComputedStyle(cell).backgroundColor : 'no such row'];
        }))""",
        ids,
    )


@pytest.mark.parametrize("name", ["example", "small"])
def test_address_of_every_backup_item_shows_its_row(
    worksheets: Callable[[str], Worksheets], open_page: Opener, name: str
) -> None:
    written = worksheets(name)
    ids = [anchor(item["id"]) for item in written.plan["backupItems"]]
    plain = colours_without_target(written.url, open_page, ids)
    page = open_page(written.url).page
    for position, identifier in enumerate(ids):
        if position % 8 == 0:
            page.goto("about:blank")
            page.goto(f"{written.url}#{identifier}")
        else:
            # As by a link of the page: without loading it anew.
            page.evaluate("fragment => { location.hash = fragment }", identifier)
        target = page.evaluate(TARGET)
        assert target, f"no element has the id {identifier}"
        assert (target["id"], target["isRow"], target["visible"]) == (identifier, True, True)
        assert target["colour"] != plain[identifier], f"{identifier} is not highlighted"


@pytest.mark.parametrize("name", ["example", "small"])
def test_address_of_every_restoration_shows_it(
    worksheets: Callable[[str], Worksheets], open_page: Opener, name: str
) -> None:
    written = worksheets(name)
    page = open_page(written.url).page
    for restoration in written.plan["restorations"]:
        identifier = restoration_anchor(restoration["id"])
        # As by a link of the page: without loading it anew.
        page.evaluate("fragment => { location.hash = fragment }", identifier)
        target = page.evaluate(TARGET)
        assert target, f"no element has the id {identifier}"
        assert (target["id"], target["visible"]) == (identifier, True)
