"""The pages under test: each is what the program writes for one input."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable
from csv import DictReader, DictWriter
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import hostile_strings

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"


@dataclass(frozen=True)
class Worksheets:
    """A folder that `generate` wrote."""

    folder: Path

    @property
    def page(self) -> Path:
        return self.folder / "worksheets.html"

    @property
    def url(self) -> str:
        return self.page.as_uri()

    @property
    def plan(self) -> dict[str, Any]:
        return json.loads((self.folder / "plan.json").read_text(encoding="utf-8"))


def example(folder: Path) -> Worksheets:
    return _generate(EXAMPLES / "published.xml", folder, "--policy", str(EXAMPLES / "published.policy.yml"))


def french(folder: Path) -> Worksheets:
    policy = ("--policy", str(EXAMPLES / "published.policy.yml"))
    return _generate(EXAMPLES / "published.xml", folder, *policy, "--language", "fr")


def house_style(folder: Path) -> Worksheets:
    """The example with a logo, a colour and a classification."""
    style = {"logo": str(EXAMPLES / "logo.png"), "color": "#8a1c4a", "classification": CLASSIFICATION}
    policy = folder / "policy.yml"
    policy.write_text(_yaml({"schema": "backup-worksheets/policy/1", "houseStyle": style}), encoding="ascii")
    return _generate(EXAMPLES / "published.xml", folder, "--policy", str(policy))


CLASSIFICATION = 'Intern: "nur für 3 Leute" </style>'


def half_planned(folder: Path) -> Worksheets:
    """The example with nothing planned but the data of users."""
    planned = {"match": {"data": "userData"}, "schedule": "Daily", "destination": r"\\backup.adatum.com\lync$"}
    policy = folder / "policy.yml"
    policy.write_text(_yaml({"schema": "backup-worksheets/policy/1", "backup": {"overrides": [planned]}}), encoding="ascii")
    return _generate(EXAMPLES / "published.xml", folder, "--policy", str(policy))


def small(folder: Path) -> Worksheets:
    """Hardly anything in it, and no policy: empty cells, tables without rows."""
    return _generate(ROOT / "Tests" / "Fixtures" / "no-cms.xml", folder)


def large(folder: Path) -> Worksheets:
    """A deployment of 100 pools."""
    return _generate(_made_up(100, folder), folder)


def large_french(folder: Path) -> Worksheets:
    return _generate(_made_up(100, folder), folder, "--language", "fr")


def thousands(folder: Path) -> Worksheets:
    """More than 10,000 rows and procedures."""
    return _generate(_made_up(600, folder), folder, "--format", "html")


def hostile(folder: Path) -> Worksheets:
    """The example, with a hostile string in every place where people write freely."""
    topology = folder / "topology.xml"
    topology.write_text(_with_hostile_names((EXAMPLES / "published.xml").read_text(encoding="utf-8")), encoding="utf-8")
    policy = folder / "policy.yml"
    policy.write_text(_yaml(_hostile_policy()), encoding="ascii")
    register = folder / "entries.csv"
    _run(_tool("BACKUP_WORKSHEETS"), "entries", str(topology), "--file", str(register), "--quiet")
    _fill_in_hostile_cells(register)
    return _generate(topology, folder, "--policy", str(policy), "--entries", str(register))


INPUTS: dict[str, Callable[[Path], Worksheets]] = {
    "example": example,
    "small": small,
    "large": large,
    "hostile": hostile,
}
"""What every page has to stand."""

OTHERS: dict[str, Callable[[Path], Worksheets]] = {
    "french": french,
    "half-planned": half_planned,
    "house-style": house_style,
    "large-french": large_french,
    "thousands": thousands,
}
"""For the tests that name them."""


def _made_up(pools: int, folder: Path) -> Path:
    topology = folder / "topology.xml"
    _run(_tool("MAKE_TOPOLOGY"), "--pools", str(pools), str(topology))
    return topology


def _with_hostile_names(topology: str) -> str:
    names = cycle(text for text in hostile_strings.ALL if hostile_strings.fits_xml(text) and text.strip())

    def replaced(match: re.Match[str]) -> str:
        # Line breaks of a name would be normalised by the parser; a reference keeps them.
        name = escape(next(names), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
        return f"<{match[1]}>{name}</{match[1]}>"

    return re.sub(r"<(Name|Description)>[^<]*</\1>", replaced, topology)


def _hostile_policy() -> dict[str, Any]:
    return {
        "schema": "backup-worksheets/policy/1",
        "organization": "</title><script>alert(1)</script><img src=x onerror=alert(1)>",
        "backup": {"defaults": {"owner": "\"><img src=x onerror=alert(1)>", "schedule": "<svg onload=alert(1)>"}},
        "additional": [{"what": text, "subject": text} for text in hostile_strings.ALL if text.strip()],
    }


def _yaml(value: Any) -> str:
    """JSON is YAML, but for characters that JSON writes as two escapes, and that YAML wants escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return "".join(character if " " <= character <= "~" else f"\\U{ord(character):08X}" for character in text)


def _fill_in_hostile_cells(register: Path) -> None:
    free = ["schedule", "backup_set_name", "backup_set_expiration", "destination", "owner", "rpo", "rto", "notes"]
    strings = cycle(text for text in hostile_strings.ALL if hostile_strings.fits_csv(text))
    with register.open(encoding="utf-8", newline="") as file:
        reader = DictReader(file)
        titles = list(reader.fieldnames or [])
        rows = [row | {title: next(strings) for title in free} for row in reader]
    with register.open("w", encoding="utf-8", newline="") as file:
        writer = DictWriter(file, titles)
        writer.writeheader()
        writer.writerows(rows)


def _generate(topology: Path, folder: Path, *options: str) -> Worksheets:
    output = folder / "output"
    _run(_tool("BACKUP_WORKSHEETS"), "generate", str(topology), "--output", str(output), "--quiet", *options)
    return Worksheets(output)


def _tool(variable: str) -> str:
    """The program that `Scripts/browser-test` built."""
    path = os.environ.get(variable)
    if not path:
        raise RuntimeError(f"{variable} names no program: run Scripts/browser-test")
    return path


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
