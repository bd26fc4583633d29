"""Printing a page and reading what is on the paper."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page

Paper = Literal["A4", "Letter"]

LANDSCAPE = {"A4": (841.89, 595.28), "Letter": (792.0, 612.0)}
"""Width and height in points."""


@dataclass(frozen=True)
class Printout:
    pages: list[str]
    """The text of each page, as it is laid out."""
    size: tuple[float, float]

    def pages_with(self, text: str) -> list[int]:
        return [number for number, page in enumerate(self.pages) if text in page]


def print_page(page: Page, paper: Paper, file: Path) -> Printout:
    # The paper is the printer's, the page's style says the rest.
    page.pdf(path=file, format=paper, prefer_css_page_size=True)
    information = _run("pdfinfo", str(file))
    count = int(_found(r"Pages:\s+(\d+)", information)[1])
    size = _found(r"Page size:\s+([\d.]+) x ([\d.]+) pts", information)
    # A form feed ends every page.
    pages = _run("pdftotext", "-layout", "-enc", "UTF-8", str(file), "-").split("\f")[:-1]
    assert len(pages) == count
    return Printout(pages, (float(size[1]), float(size[2])))


def _found(pattern: str, text: str) -> re.Match[str]:
    match = re.search(pattern, text)
    if match is None:
        raise AssertionError(f"{pattern} is not in {text}")
    return match


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
