"""The workbooks under test: each is what the program writes for one input, as it is or saved by LibreOffice."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
POLICY = ("--policy", str(EXAMPLES / "published.policy.yml"))

sys.path.append(str(ROOT / "Tests" / "Browser"))
import hostile_strings  # noqa: E402  (one list for every renderer)

FILLED_BY_PEOPLE = [
    "schedule", "backup_set_name", "backup_set_expiration", "destination", "owner", "rpo", "rto", "last_backup",
    "last_restore_test", "evidence", "notes",
]  # fmt: skip


@dataclass(frozen=True)
class Written:
    """A workbook, and what it was made from."""

    workbook: Path
    topology: Path
    register: Path | None = None


def program(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the program that `Scripts/workbook-test` built."""
    path = os.environ.get("BACKUP_WORKSHEETS")
    if not path:
        raise RuntimeError("BACKUP_WORKSHEETS names no program: run Scripts/workbook-test")
    return subprocess.run(
        [path, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, text=True,
        env=os.environ | environment,
    )  # fmt: skip


def generate(topology: Path, folder: Path, *options: str | Path, register: Path | None = None) -> Written:
    entries = ("--entries", register) if register else ()
    result = program("generate", topology, "--format", "xlsx", "--output", folder, "--quiet", *entries, *options)
    assert result.returncode == 0, result.stderr
    return Written(folder / "worksheets.xlsx", topology, register)


def example(folder: Path) -> Written:
    return generate(EXAMPLES / "published.xml", folder / "output", *POLICY)


def french(folder: Path) -> Written:
    return generate(EXAMPLES / "published.xml", folder / "output", *POLICY, "--language", "fr")


def bare(folder: Path) -> Written:
    """Nobody decided anything: no policy, no register, no Central Management store."""
    return generate(ROOT / "Tests" / "Fixtures" / "no-cms.xml", folder / "output")


def hostile(folder: Path) -> Written:
    """The example with a hostile string in every cell of the register where people write freely, and in a column of
    their own."""
    topology = EXAMPLES / "published.xml"
    register = folder / "entries.csv"
    assert program("entries", topology, "--file", register, "--quiet").returncode == 0
    strings = cycle(text for text in hostile_strings.ALL if hostile_strings.fits_csv(text))
    free = [title for title in FILLED_BY_PEOPLE if not title.startswith("last_")]
    rows = read_csv(register)
    for row in rows:
        row |= {title: next(strings) for title in free} | {"=1+1 \u00e9": next(strings)}
    with register.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    # Once through the program: apostrophes are where it puts them.
    assert program("entries", topology, "--file", register, "--quiet").returncode == 0
    return generate(topology, folder / "output", register=register)


INPUTS: dict[str, Callable[[Path], Written]] = {
    "example": example, "french": french, "bare": bare, "hostile": hostile,
}  # fmt: skip


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class LibreOffice:
    """LibreOffice without a window, with a profile of its own."""

    # Comma, quote, UTF-8, from line 1, cells as shown, every sheet a file.
    CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"

    def __init__(self, profile: Path) -> None:
        self._profile = profile

    def convert(self, file: Path, to: str, folder: Path) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["soffice", f"-env:UserInstallation={self._profile.as_uri()}", "--headless", "--convert-to", to,
             "--outdir", str(folder), str(file)],
            check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300,
        )  # fmt: skip
        return folder / f"{file.stem}.{to.partition(':')[0]}"

    def sheet_as_csv(self, workbook: Path, sheet: str, folder: Path) -> Path:
        self.convert(workbook, self.CSV, folder)
        return folder / f"{workbook.stem}-{sheet}.csv"
