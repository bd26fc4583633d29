"""Every command line that is measured: ours, and those of the peers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from harness.inputs import PUBLISHED, SHAPES, Input
from harness.places import PEERS

WORKSHEET = "database-worksheet.csv"
"""The file that is compared, in the folder that a command is given."""

VALIDATE = "validate"
GENERATE = "generate"
CSV = "generate --format csv"
SAX = "xmllint --sax --noout"
STREAM = "xmllint --stream --noout"
TREE = "xmllint --noout"
XSLT = "xsltproc"
PYTHON = "lxml + Jinja2"


@dataclass(frozen=True)
class Command:
    name: str
    """As the tables print it."""
    arguments: Callable[[Path, Path], list[str]]
    """The command line for an input and a folder that is empty."""
    shapes: tuple[str, ...] = SHAPES
    """The shapes that it reads."""
    writes_worksheet: bool = False
    """Whether it writes ``WORKSHEET``."""

    def reads(self, source: Input) -> bool:
        return source.shape in self.shapes


def product_commands(binary: Path) -> list[Command]:
    def generate(*options: str) -> Callable[[Path, Path], list[str]]:
        return lambda path, folder: [str(binary), "generate", str(path), "--output", str(folder), *options]

    return [
        Command(VALIDATE, lambda path, _: [str(binary), "validate", str(path)]),
        Command(GENERATE, generate("--format", "markdown,html,csv,json"), writes_worksheet=True),
        Command(CSV, generate("--format", "csv"), writes_worksheet=True),
    ]


def peer_commands(python: Path) -> list[Command]:
    def xmllint(name: str) -> Command:
        return Command(name, lambda path, _: [*name.split(), str(path)])

    style_sheet, script = str(PEERS / "database-worksheet.xsl"), str(PEERS / "database_worksheet.py")
    return [
        xmllint(SAX),
        xmllint(STREAM),
        xmllint(TREE),
        Command(
            XSLT, lambda path, folder: ["xsltproc", "-o", str(folder / WORKSHEET), style_sheet, str(path)],
            shapes=(PUBLISHED,), writes_worksheet=True,
        ),
        Command(
            PYTHON, lambda path, folder: [str(python), script, str(path), str(folder / WORKSHEET)],
            shapes=(PUBLISHED,), writes_worksheet=True,
        ),
    ]
