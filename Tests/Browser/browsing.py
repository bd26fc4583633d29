"""Opening a page and noting everything that it should not do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

Scheme = Literal["light", "dark"]

DESKTOP = 1280
PHONE = 320


@dataclass
class Noise:
    """What a page said, asked for or opened, besides showing itself."""

    messages: list[str] = field(default_factory=list)
    """Errors and warnings on the console, and errors that nothing caught."""
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.messages.append(f"uncaught: {error}"))
        page.on("request", self._request)
        page.on("dialog", self._dialog)
        page.on("popup", lambda popup: self.dialogs.append(f"popup: {popup.url}"))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning", "assert"):
            self.messages.append(f"{message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _dialog(self, dialog: Dialog) -> None:
        self.dialogs.append(f"{dialog.type}: {dialog.message}")
        dialog.dismiss()


@dataclass
class OpenPage:
    page: Page
    noise: Noise


class Opener:
    """Opens pages, each in a browser profile of its own, without a network."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._closers: list[Callable[[], None]] = []

    def __call__(
        self, url: str, *, width: int = DESKTOP, scheme: Scheme = "light", javascript: bool = True,
        forced_colors: bool = False, permissions: list[str] | None = None
    ) -> OpenPage:
        context = self._browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            forced_colors="active" if forced_colors else "none",
            java_script_enabled=javascript,
            permissions=permissions or [],
            offline=True,
        )
        self._closers.append(context.close)
        page = context.new_page()
        noise = Noise()
        noise.listen(page)
        page.goto(url, wait_until="load")
        return OpenPage(page, noise)

    def close(self) -> None:
        for close in self._closers:
            close()
