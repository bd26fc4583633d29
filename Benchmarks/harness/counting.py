"""Counts the instructions of a command with Valgrind: nearly the same number whatever else the machine does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from harness.places import call, fail, toolchain


@dataclass(frozen=True)
class Count:
    input: str
    command: str
    instructions: int


def instructions_of(arguments: list[str]) -> int:
    """Of all threads, in user mode. The program has to exit with 0."""
    if shutil.which("valgrind") is None:
        fail("valgrind is missing: Scripts/install-prerequisites guard")
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *arguments],
        check=False, text=True, capture_output=True,
        # Hashes are seeded anew in every process, and the number of collisions with them.
        env={**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"},
    )
    count = collected(done.stderr)
    if done.returncode != 0 or count is None:
        fail(f"valgrind {' '.join(arguments)}: exit code {done.returncode}\n{done.stderr}")
    return count


def collected(output: str) -> int | None:
    """The sum that callgrind prints at the end."""
    found = re.search(r"^==\d+== Collected : (\d+)", output, re.MULTILINE)
    return int(found[1]) if found else None


@contextmanager
def stripped(binary: Path) -> Iterator[Path]:
    """A copy without debugging information, which Valgrind 3.19 cannot read: it is DWARF 5."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / binary.name
        call([toolchain("llvm-objcopy"), "--strip-all", str(binary), str(copy)])
        yield copy
