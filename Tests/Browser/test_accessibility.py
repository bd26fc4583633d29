"""axe-core finds nothing, in either colour scheme, wide or narrow, nor in the colours that a person forces."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from browsing import DESKTOP, PHONE, Opener, Scheme
from inputs import Worksheets
from test_width import LAY_OUT_EVERYTHING


def violations(page: Page) -> list[str]:
    # What is not laid out yet is not looked at.
    page.evaluate(LAY_OUT_EVERYTHING)
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['help']}: {node['html'][:200]}" for one in found for node in one["nodes"][:5]]


@pytest.mark.parametrize("name", ["small", "example"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_axe_finds_nothing(
    worksheets: Callable[[str], Worksheets], open_page: Opener, name: str, width: int, scheme: Scheme
) -> None:
    assert violations(open_page(worksheets(name).url, width=width, scheme=scheme).page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_forced_colors(
    worksheets: Callable[[str], Worksheets], open_page: Opener, scheme: Scheme
) -> None:
    assert violations(open_page(worksheets("small").url, scheme=scheme, forced_colors=True).page) == []
