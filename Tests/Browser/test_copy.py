"""The button beside a command copies the command, letter by letter."""

from __future__ import annotations

from browsing import Opener
from inputs import Worksheets


def test_clipboard_has_the_exact_command(example: Worksheets, open_page: Opener) -> None:
    commands = {item["id"]: item["command"] for item in example.plan["backupItems"] if "command" in item}
    opened = open_page(example.url, permissions=["clipboard-read", "clipboard-write"])
    page = opened.page
    for command in commands.values():
        row = page.locator("main .many tbody tr").filter(has_text=command).first
        row.scroll_into_view_if_needed()
        row.hover()
        row.locator("code", has_text=command).locator("+ .copy").click()
        assert page.evaluate("navigator.clipboard.readText()") == command
    assert commands
    assert opened.noise.messages == []


def test_button_says_that_it_is_done(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url, permissions=["clipboard-read", "clipboard-write"]).page
    frame = page.locator("#database-worksheet .table").last
    frame.focus()
    button = frame.locator(".copy").first
    assert button.get_attribute("aria-label") == "Copy"
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(50)
    assert button.get_attribute("aria-label") == "Copied"
