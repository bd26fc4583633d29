"""Without a script the page is whole, and offers nothing that does not work."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browsing import Opener
from inputs import Worksheets
from printing import print_page


def test_no_button_and_no_field_is_there(every_input: Worksheets, open_page: Opener) -> None:
    page = open_page(every_input.url, javascript=False).page
    shown = page.locator("form, button, input, select, output").locator("visible=true")
    expect(shown).to_have_count(0)


def test_link_of_the_lookup_works(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url, javascript=False).page
    page.locator("#lookup a").click()
    expect(page.locator("#lost-components h3")).to_be_in_viewport()


def text_of(page: Page) -> str:
    return " ".join(page.locator("main").text_content().split())


def test_text_is_the_same_with_and_without_script(every_input: Worksheets, open_page: Opener) -> None:
    # What the script adds are choices of the filter; it takes nothing away.
    with_script = open_page(every_input.url).page
    with_script.evaluate("document.getElementById('page__filter').remove()")
    without = open_page(every_input.url, javascript=False).page
    filter_text = " ".join((without.locator("#page__filter").text_content() or "").split())
    assert text_of(without).removeprefix(filter_text).strip() == text_of(with_script)


@pytest.mark.parametrize("name", ["small"])
def test_paper_is_the_same_with_and_without_script(worksheets, open_page: Opener, name: str, tmp_path) -> None:
    url = worksheets(name).url
    printed = [
        print_page(open_page(url, javascript=javascript).page, "A4", tmp_path / f"{javascript}.pdf").pages
        for javascript in (True, False)
    ]
    assert printed[0] == printed[1]
