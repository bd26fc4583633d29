"""A logo, a colour and a classification: shown and printed, and nothing is fetched or let in for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from browsing import DESKTOP, PHONE, Opener, Scheme
from inputs import CLASSIFICATION, Worksheets
from printing import print_page
from test_content_security_policy import INTRUSIONS, attempt

COLOR = "el => getComputedStyle(el).color"


@pytest.mark.parametrize(("width", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")])
def test_it_is_shown_and_nothing_is_asked_for(
    worksheets: Callable[[str], Worksheets], open_page: Opener, width: int, scheme: Scheme
) -> None:
    written = worksheets("house-style")
    opened = open_page(written.url, width=width, scheme=scheme)
    logo = opened.page.locator("header img.logo")

    assert logo.evaluate("image => [image.complete, image.naturalWidth, image.naturalHeight]") == [True, 120, 40]
    assert logo.bounding_box()["width"] > 60
    assert opened.page.locator("header .classification").inner_text() == CLASSIFICATION
    link = opened.page.locator("main a[href^='#']").first.evaluate(COLOR)
    assert link == ("rgb(138, 28, 74)" if scheme == "light" else link)
    assert link != "rgb(142, 197, 255)", "the colour of the style sheet in the dark"
    assert opened.noise.messages == []
    assert opened.noise.requests == [written.url]


def test_the_policy_lets_in_parts_of_the_page_alone(
    worksheets: Callable[[str], Worksheets], open_page: Opener
) -> None:
    page = open_page(worksheets("house-style").url).page
    policy = page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content") or ""
    assert [rule.strip() for rule in policy.split(";") if "img-src" in rule] == ["img-src data:"]
    for name in ("image", "inline style", "inline script", "font"):
        directive, code = INTRUSIONS[name]
        assert attempt(page, code) == directive


def test_every_printed_page_says_who_may_read_it(
    worksheets: Callable[[str], Worksheets], open_page: Opener, tmp_path: Path
) -> None:
    printout = print_page(open_page(worksheets("house-style").url).page, "A4", tmp_path / "page.pdf")
    assert len(printout.pages) > 20
    assert printout.pages_with(CLASSIFICATION) == list(range(len(printout.pages)))
