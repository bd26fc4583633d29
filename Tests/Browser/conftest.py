"""What the tests share: one browser, and pages that are written once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from browsing import Opener
from inputs import INPUTS, Worksheets

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
def worksheets(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Worksheets]:
    """The worksheets of the input of that name, written when they are first asked for."""
    written: dict[str, Worksheets] = {}

    def of(name: str) -> Worksheets:
        if name not in written:
            written[name] = INPUTS[name](tmp_path_factory.mktemp(name))
        return written[name]

    return of


@pytest.fixture
def example(worksheets: Callable[[str], Worksheets]) -> Worksheets:
    return worksheets("example")


@pytest.fixture(params=list(INPUTS))
def every_input(request: pytest.FixtureRequest, worksheets: Callable[[str], Worksheets]) -> Worksheets:
    """For tests of what holds for every page."""
    return worksheets(request.param)
