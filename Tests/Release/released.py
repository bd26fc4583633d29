"""What Scripts/release wrote, an ordinary build to compare it with, and runs of either."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
FIXTURES = ROOT / "Tests" / "Fixtures"
ARTIFACTS = Path(os.environ["RELEASE_ARTIFACTS"]).resolve()
ORDINARY = Path(os.environ["BACKUP_WORKSHEETS"]).resolve()
FORMATS = "markdown,html,csv,json,xlsx"
# A number that no machine has a user for.
NOBODY = 65532


def one(pattern: str) -> Path:
    """The one artefact of this form."""
    found = sorted(ARTIFACTS.glob(pattern))
    assert len(found) == 1, found
    return found[0]


PROGRAM = one("backup-worksheets-*-linux-*")
PACKAGE = one("backup-worksheets_*.deb")
LICENCES = one("*.licences.txt")
SBOM = one("*.cdx.json")


@dataclass(frozen=True)
class Ended:
    code: int
    output: bytes
    errors: bytes


def run(*command: str | Path, **options: object) -> Ended:
    # An environment of nothing: what the machine is set to must not matter.
    settings = {"env": {"PATH": os.environ["PATH"]}, "timeout": 300} | options
    ended = subprocess.run([str(part) for part in command], capture_output=True, **settings)  # type: ignore[call-overload]
    return Ended(ended.returncode, ended.stdout, ended.stderr)


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def empty_root(folder: Path) -> Path:
    """A file system with the program, a folder to work in with the example, and one for temporary files: no other file."""
    for name in "bin", "work", "tmp", "proc":
        (folder / name).mkdir(parents=True)
    shutil.copy2(PROGRAM, folder / "bin" / "backup-worksheets")
    for name in "published.xml", "published.policy.yml":
        shutil.copy(EXAMPLES / name, folder / "work")
    for name in "work", "tmp":
        os.chown(folder / name, NOBODY, NOBODY)
    return folder


def run_alone(root: Path, *arguments: str, program: str = "/bin/backup-worksheets") -> Ended:
    """In that file system, as a user without a name, without any network."""
    # The shell is the machine's: it mounts /proc, and is gone once the program runs.
    return run(
        "unshare", "--net", "--mount", "--pid", "--fork", "sh", "-c",
        'mount -t proc none "$1/proc" && root=$1 && shift && cd "$root" && '
        f'exec chroot --userspec={NOBODY}:{NOBODY} "$root" "$@"',
        "-", root, program, *arguments)
