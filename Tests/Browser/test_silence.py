"""The page says nothing, asks for nothing and opens nothing, whatever is in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from browsing import DESKTOP, PHONE, Opener, Scheme
from inputs import Worksheets


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize(("width", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")])
def test_no_message_no_request_no_dialog(
    every_input: Worksheets, open_page: Opener, width: int, scheme: Scheme, javascript: bool
) -> None:
    opened = open_page(every_input.url, width=width, scheme=scheme, javascript=javascript)
    # What is shown only further down is laid out and loaded then.
    opened.page.keyboard.press("End")
    opened.page.wait_for_timeout(50)

    assert opened.noise.messages == []
    assert opened.noise.requests == [every_input.url]
    assert opened.noise.dialogs == []


def test_page_in_use_is_silent(worksheets: Callable[[str], Worksheets], open_page: Opener) -> None:
    for name in ("french", "hostile"):
        written = worksheets(name)
        opened = open_page(written.url)
        page = opened.page
        page.evaluate("""() => {
          for (const button of document.querySelectorAll('thead button')) button.click();
          for (const field of document.querySelectorAll('input')) {
            field.value = 'a';
            field.dispatchEvent(new Event('input', { bubbles: true }));
          }
          for (const details of document.querySelectorAll('details')) details.open = true;
        }""")
        expect(page.locator("#page__filter output")).not_to_have_text("")
        assert opened.noise.messages == []
        assert opened.noise.requests == [written.url]
        assert opened.noise.dialogs == []
