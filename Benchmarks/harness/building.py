"""Builds what is measured and what measures."""

from __future__ import annotations

import filecmp
import shutil
import subprocess
import sys
from pathlib import Path

from harness.places import BENCHMARKS, PEERS, ROOT, call, fail, note


def build(arguments: list[str], folder: Path) -> Path:
    """Builds in release; the folder of the binaries."""
    command = ["swift", "build", "--configuration", "release", *arguments]
    note(f"+ {' '.join(command)}")
    if subprocess.run(command, cwd=folder, stdout=sys.stderr, check=False).returncode != 0:
        fail(f"{folder} does not build")
    return Path(call([*command, "--show-bin-path"], folder).strip())


def build_product(*flags: str) -> Path:
    return build(["--product", "backup-worksheets", *flags], ROOT) / "backup-worksheets"


STATIC_PROGRAM = "the program that is handed out, by `Scripts/static-program`"
"""What ``build_static_program`` makes, in the words of the tables."""


def build_static_program() -> Path:
    """The program as it is handed out."""
    program = ROOT / ".build-release" / "benchmarks" / "backup-worksheets"
    call([str(ROOT / "Scripts" / "static-program"), str(program)])
    return program


def build_tools() -> Path:
    return build([], BENCHMARKS)


def python_with_peers() -> Path:
    """A Python that has what the Python peer needs, from PyPI and pinned by hash; made anew when that changes."""
    requirements = PEERS / "requirements.txt"
    environment = BENCHMARKS / ".build-peers" / "venv"
    python, installed = environment / "bin" / "python", environment / "installed.txt"
    if not (python.exists() and installed.exists() and filecmp.cmp(requirements, installed, shallow=False)):
        call([sys.executable, "-m", "venv", "--clear", str(environment)])
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        call([*pip, "--require-hashes", "--requirement", str(requirements)])
        shutil.copyfile(requirements, installed)
    return python
