"""Runs of the program in which something fails: calls that the kernel refuses, kills, and files that are not what they
should be. `strace` does the failing; nothing in the program knows that it is tested."""

from __future__ import annotations

import json
import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
PROGRAM = os.environ["BACKUP_WORKSHEETS"]

NAMES = [
    "database-worksheet.csv", "database-worksheet.md", "file-store-worksheet.csv", "file-store-worksheet.md", "index.md",
    "other-requirements.csv", "other-requirements.md", "plan.json", "restoration-worksheet.csv",
    "restoration-worksheet.md", "settings-worksheet.csv", "settings-worksheet.md", "worksheets.html",
]

Contents = dict[str, bytes]


def temporary(name: str) -> str:
    return f".backup-worksheets-{name}.tmp"


def former(name: str) -> str:
    """The second name of an old file while files are renamed."""
    return f".backup-worksheets-old-{name}.tmp"


def contents(folder: Path) -> Contents:
    """Every file of a folder, hidden ones too; a folder, pipe or socket in it counts as empty."""
    return {path.name: path.read_bytes() if path.is_file() else b"" for path in folder.iterdir()}


@dataclass(frozen=True)
class Ended:
    """How a run ended: with an exit code, or minus a signal."""

    code: int
    output: bytes
    errors: str


@dataclass(frozen=True)
class Input:
    """A topology with a policy."""

    policy: Path
    topology: Path = EXAMPLES / "published.xml"

    def arguments(self, folder: Path) -> list[str]:
        return ["generate", str(self.topology), "--policy", str(self.policy), "--output", str(folder), "--quiet"]


def write_policy(path: Path, owner: str, last: str, requirements: int = 0) -> Input:
    """Policies that differ in `owner` give files that differ early; in `last`, files that differ after hundreds of
    kilobytes, where there are enough requirements before it."""
    additional = [
        {"what": f"Requirement {number:04d}, " + 60 * "so that files are large ", "subject": f"thing-{number:04d}"}
        for number in range(requirements)
    ]
    additional.append({"what": last, "subject": "zzz"})
    defaults = {"owner": owner}
    path.write_text(
        json.dumps({"schema": "backup-worksheets/policy/1", "backup": {"defaults": defaults}, "additional": additional})
    )
    return Input(path)


def run(*arguments: str, before: list[str] | None = None, timeout: float = 60, **options: object) -> Ended:
    """Runs the program. `before` is what stands before it on the command line."""
    ended = subprocess.run(
        [*(before or []), PROGRAM, *arguments],
        stdin=subprocess.DEVNULL, capture_output=True, timeout=timeout, check=False, **options,  # type: ignore[call-overload]
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr.decode())


@dataclass(frozen=True)
class Injection:
    """What happens to calls: `openat:error=ENOSPC:when=1`, several with a space between. Only calls about `paths`
    count. `when` counts the calls of one thread."""

    what: str
    paths: list[Path] = field(default_factory=list)

    def before(self, log: Path = Path("/dev/null")) -> list[str]:
        calls = ",".join(what.partition(":")[0] for what in self.what.split())
        injections = [word for what in self.what.split() for word in ("-e", f"inject={what}")]
        of_paths = [word for path in self.paths for word in ("-P", str(path))]
        return ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={calls}", *injections, *of_paths]


def paths_of(folder: Path, *kinds: str) -> list[Path]:
    """The paths of `generate`'s files: "new" for temporary files, "old" for those that are there, "former", "folder"."""
    forms = {"new": temporary, "old": str, "former": former}
    found = [folder / forms[kind](name) for kind in kinds if kind in forms for name in NAMES]
    return found + [folder] * ("folder" in kinds)


def calls(log: str, call: str) -> int:
    """The most calls of that kind that one thread of a trace made."""
    counts: dict[str, int] = {}
    for thread in re.findall(rf"(?m)^(\d+) +{call}\(", log):
        counts[thread] = counts.get(thread, 0) + 1
    return max(counts.values(), default=0)
