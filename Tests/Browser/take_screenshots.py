"""Takes the pictures of the documentation: take_screenshots.py PAGE FOLDER. Scripts/screenshots calls it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from browsing import DESKTOP, PHONE, Opener, Scheme
from conftest import CHROMIUM
from printing import print_page

SCREENS: dict[str, tuple[int, Scheme]] = {
    "worksheets.png": (DESKTOP, "light"),
    "worksheets-dark.png": (DESKTOP, "dark"),
    "worksheets-narrow.png": (PHONE, "light"),
}
"""Width and colour scheme."""

PROCEDURE = "Restore Response Group settings"
"""What the printed page begins with."""


def main(url: str, folder: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, chromium_sandbox=os.geteuid() != 0)
        opener = Opener(browser)
        for name, (width, scheme) in SCREENS.items():
            opener(url, width=width, scheme=scheme).page.screenshot(path=folder / name, animations="disabled")
        with tempfile.TemporaryDirectory() as temporary:
            file = Path(temporary) / "page.pdf"
            printout = print_page(opener(url).page, "A4", file)
            number = next(n for n, text in enumerate(printout.pages, start=1) if text.lstrip().startswith(PROCEDURE))
            # The upper part: below is the paper's white.
            area = ["-x", "0", "-y", "20", "-W", "1287", "-H", "500"]
            target = str(folder / "restoration")
            subprocess.run(
                ["pdftoppm", "-r", "110", "-f", str(number), "-l", str(number), *area, "-png", "-singlefile", file, target],
                check=True,
            )
        opener.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve().as_uri(), Path(sys.argv[2]))
