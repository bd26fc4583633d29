"""What the tests share: one browser, and pages that are written once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from browsing import DESKTOP, Opener
from inputs import INPUTS, OTHERS, Worksheets

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # Chromium refuses its sandbox to root; everybody else keeps it.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, chromium_sandbox=os.geteuid() != 0)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Opener]:
    opener = Opener(browser)
    yield opener
    opener.close()


@pytest.fixture(scope="session")
def read_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Pages that stay open, each once by input and width, for tests that change nothing on them."""
    opener = Opener(browser)
    pages: dict[tuple[str, int], Page] = {}

    def of(url: str, width: int = DESKTOP) -> Page:
        if (url, width) not in pages:
            pages[url, width] = opener(url, width=width).page
        return pages[url, width]

    yield of
    opener.close()


@pytest.fixture(scope="session")
def worksheets(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Worksheets]:
    """The worksheets of the input of that name, written when they are first asked for."""
    written: dict[str, Worksheets] = {}

    def of(name: str) -> Worksheets:
        if name not in written:
            written[name] = (INPUTS | OTHERS)[name](tmp_path_factory.mktemp(name))
        return written[name]

    return of


@pytest.fixture
def example(worksheets: Callable[[str], Worksheets]) -> Worksheets:
    return worksheets("example")


@pytest.fixture(params=list(INPUTS))
def every_input(request: pytest.FixtureRequest, worksheets: Callable[[str], Worksheets]) -> Worksheets:
    """For tests of what holds for every page."""
    return worksheets(request.param)
