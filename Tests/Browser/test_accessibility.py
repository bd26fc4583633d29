"""axe-core finds nothing: in either colour scheme, wide or narrow, filtered, nor in the colours that a person forces."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browsing import DESKTOP, PHONE, Opener, Scheme
from inputs import Worksheets
from test_width import LAY_OUT_EVERYTHING


def violations(page: Page) -> list[str]:
    # What is not laid out yet is not looked at.
    page.evaluate(LAY_OUT_EVERYTHING)
    # Describing what is right would take most of the time.
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {one['help']}: {node['html'][:200]}" for one in found for node in one["nodes"][:5]]


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        ("small", DESKTOP, "light"),
        ("small", PHONE, "dark"),
        ("example", DESKTOP, "light"),
        ("half-planned", PHONE, "dark"),
        ("house-style", DESKTOP, "light"),
        ("house-style", DESKTOP, "dark"),
        ("french", DESKTOP, "light"),
        ("french", DESKTOP, "dark"),
    ],
)
def test_axe_finds_nothing(
    worksheets: Callable[[str], Worksheets],
    open_page: Opener,
    name: str,
    width: int,
    scheme: Scheme,
) -> None:
    assert violations(open_page(worksheets(name).url, width=width, scheme=scheme).page) == []


@pytest.mark.parametrize(
    ("name", "query", "scheme"),
    [("small", "?q=pool", "dark"), ("large", "?site=Site+01&state=Uncovered", "light")],
)
def test_axe_finds_nothing_in_a_filtered_page(
    worksheets: Callable[[str], Worksheets], open_page: Opener, name: str, query: str, scheme: Scheme
) -> None:
    page = open_page(worksheets(name).url + query, scheme=scheme).page
    expect(page.locator("#page__filter output")).not_to_have_text("")
    assert violations(page) == []


@pytest.mark.parametrize(("name", "scheme"), [("small", "light"), ("example", "dark")])
def test_axe_finds_nothing_in_forced_colors(
    worksheets: Callable[[str], Worksheets], open_page: Opener, name: str, scheme: Scheme
) -> None:
    # Of the example one site: whatever a page can have is in it.
    url = worksheets(name).url + ("?site=Lyon" if name == "example" else "")
    assert violations(open_page(url, scheme=scheme, forced_colors=True).page) == []


def test_title_of_every_row_is_one_for_assistive_technology(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url).page
    page.evaluate(LAY_OUT_EVERYTHING)
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in tree if not node.get("ignored")]
    heads = page.evaluate(
        """() => [document.querySelectorAll('tbody th').length, document.querySelectorAll('thead th').length]"""
    )
    assert [roles.count("rowheader"), roles.count("columnheader")] == heads
