"""The page says nothing, asks for nothing and opens nothing, whatever is in it."""

from __future__ import annotations

import pytest

from browsing import DESKTOP, PHONE, Opener, Scheme
from inputs import Worksheets


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
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
