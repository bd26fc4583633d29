"""Whether the peers write the worksheet that they are compared for: the same file, byte for byte."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from harness.commands import WORKSHEET, Command
from harness.inputs import Input


def disagreements(commands: list[Command], source: Input) -> list[str]:
    """What is wrong with each command that should write what the first of them writes; none where all agree."""
    writers = [command for command in commands if command.writes_worksheet and command.reads(source)]
    problems: list[str] = []
    model: list[bytes] | None = None
    for command in writers:
        lines, problem = written(command, source)
        if problem:
            problems.append(f"{source.label}: {command.name}: {problem}")
        elif model is None:
            model = lines
        elif difference := first_difference(model, lines):
            problems.append(f"{source.label}: {command.name} differs from {writers[0].name}: {difference}")
    if model is not None and len(model) < 2:
        problems.append(f"{source.label}: {writers[0].name} wrote no row, so there is nothing to compare")
    return problems


def written(command: Command, source: Input) -> tuple[list[bytes], str]:
    """The lines of the worksheet, or why there are none."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            command.arguments(source.path, Path(folder)), check=False, capture_output=True, text=True
        )
        if done.returncode != 0:
            return [], f"exit code {done.returncode}: {done.stderr.strip()}"
        worksheet = Path(folder) / WORKSHEET
        if not worksheet.exists():
            return [], f"wrote no {WORKSHEET}"
        return worksheet.read_bytes().splitlines(keepends=True), ""


def first_difference(expected: list[bytes], found: list[bytes]) -> str:
    """The first line at which two files part; empty where they are the same."""
    for number, (line, other) in enumerate(zip(expected, found, strict=False), 1):
        if line != other:
            return f"line {number} is {other!r}, not {line!r}"
    if len(expected) != len(found):
        return f"{len(found)} lines, not {len(expected)}"
    return ""
