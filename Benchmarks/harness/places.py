"""Where things are, and how other programs are called."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

BENCHMARKS = Path(__file__).resolve().parent.parent
ROOT = BENCHMARKS.parent
DATA = BENCHMARKS / "data"
PEERS = BENCHMARKS / "peers"


def fail(message: str) -> NoReturn:
    sys.exit(f"error: {message}")


def note(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def call(arguments: list[str], folder: Path = ROOT, environment: dict[str, str] | None = None) -> str:
    """The standard output of a program that has to succeed; its messages go to ours."""
    try:
        done = subprocess.run(
            arguments, cwd=folder, check=True, text=True, stdout=subprocess.PIPE,
            env={**os.environ, **(environment or {})},
        )
    except FileNotFoundError:
        fail(f"{arguments[0]} is missing")
    except subprocess.CalledProcessError as problem:
        fail(f"{' '.join(arguments)}: exit code {problem.returncode}")
    return done.stdout


def install(kind: str) -> None:
    """Debian packages of one kind of `Scripts/install-prerequisites`, where they are missing."""
    call([str(ROOT / "Scripts" / "install-prerequisites"), kind])


def toolchain(name: str) -> str:
    """A program that comes with Swift: the one beside `swift`, else the one that is found."""
    swift = shutil.which("swift")
    beside = Path(swift).resolve().parent / name if swift else None
    return str(beside) if beside and beside.exists() else name
