"""The Debian package: what is in it, that it installs, works and goes, that it is always the same."""

from __future__ import annotations

import gzip
import os
import re
import shutil
from pathlib import Path

import pytest

from released import FORMATS, LICENCES, PACKAGE, PROGRAM, ROOT, SBOM, Ended, empty_root, files, run, run_alone

CONTENTS = {
    "usr/bin/backup-worksheets",
    "usr/share/bash-completion/completions/backup-worksheets",
    "usr/share/doc/backup-worksheets/backup-worksheets.cdx.json.gz",
    "usr/share/doc/backup-worksheets/changelog.gz",
    "usr/share/doc/backup-worksheets/copyright",
    *(f"usr/share/doc/backup-worksheets/examples/{name}" for name in (
        "draft.policy.yml", "draft.tbxml", "logo.png", "published.policy.yml", "published.xml")),
    "usr/share/fish/vendor_completions.d/backup-worksheets.fish",
    "usr/share/lintian/overrides/backup-worksheets",
    "usr/share/man/man1/backup-worksheets.1.gz",
    "usr/share/zsh/vendor-completions/_backup-worksheets",
}


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    assert run("dpkg-deb", "--raw-extract", PACKAGE, folder).code == 0
    return folder


def test_has_everything_in_its_place(unpacked: Path) -> None:
    assert {name for name in files(unpacked) if not name.startswith("DEBIAN/")} == CONTENTS
    assert (unpacked / "usr/bin/backup-worksheets").read_bytes() == PROGRAM.read_bytes()
    manual = gzip.decompress((unpacked / "usr/share/man/man1/backup-worksheets.1.gz").read_bytes())
    assert manual == (ROOT / "docs/man/backup-worksheets.1").read_bytes()


def test_needs_no_other_package_and_runs_no_script(unpacked: Path) -> None:
    assert {path.name for path in (unpacked / "DEBIAN").iterdir()} == {"control", "md5sums"}
    control = (unpacked / "DEBIAN/control").read_text()
    assert not re.search("^(Pre-)?Depends:", control, re.MULTILINE)
    version = run(PROGRAM, "--version").output.decode().strip()
    assert f"\nVersion: {version}\n" in control


def test_belongs_to_root_and_to_the_commit_time() -> None:
    listing = run("dpkg-deb", "--contents", PACKAGE, env={"PATH": os.environ["PATH"], "TZ": "UTC"}).output.decode()
    lines = [line.split() for line in listing.splitlines()]
    assert {line[1] for line in lines} == {"root/root"}
    assert len({(line[3], line[4]) for line in lines}) == 1
    assert {line[0] for line in lines} == {"drwxr-xr-x", "-rw-r--r--", "-rwxr-xr-x"}


def test_completions_are_read_by_their_shells(unpacked: Path) -> None:
    ended = run("bash", "-n", unpacked / "usr/share/bash-completion/completions/backup-worksheets")
    assert (ended.code, ended.errors) == (0, b"")


def test_lintian_has_nothing_to_say() -> None:
    ended = run("lintian", "--allow-root", "--fail-on", "error,warning,override", PACKAGE)
    said = [line for line in ended.output.decode().splitlines() if line[:1] in "EW"]
    assert not said


def test_is_packed_to_the_same_bytes(tmp_path: Path) -> None:
    epoch = next(line.split()[1] for line in next(PACKAGE.parent.glob("*.buildinfo")).read_text().splitlines()
                 if line.startswith("Source-Date-Epoch:"))
    ended = run(
        ROOT / "Scripts/package-deb", PROGRAM, LICENCES, SBOM, tmp_path,
        env={"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": epoch, "TZ": "Asia/Tokyo", "LC_ALL": "C"}, umask=0o077)
    assert ended.code == 0, ended.errors
    assert (tmp_path / PACKAGE.name).read_bytes() == PACKAGE.read_bytes()


def dpkg(root: Path, *arguments: str | Path) -> Ended:
    return run("dpkg", f"--root={root}", "--force-not-root", f"--log={root.parent}/dpkg.log", *arguments)


def test_installs_where_there_is_nothing_else_and_goes_without_a_trace(tmp_path: Path) -> None:
    """Beside dpkg's own records the root is empty: no Swift, no library, no shell."""
    root = empty_root(tmp_path / "root")
    (root / "bin" / "backup-worksheets").unlink()
    records = root / "var/lib/dpkg"
    for name in "info", "updates", "triggers":
        (records / name).mkdir(parents=True)
    for name in "status", "available":
        (records / name).touch()
    before = {name for name in files(root) if not name.startswith("var/lib/dpkg")}

    installed = dpkg(root, "--install", PACKAGE)
    assert installed.code == 0, installed.errors
    ended = run_alone(root, "generate", "/work/published.xml", "--format", FORMATS, "--output", "/work/out",
                      program="/usr/bin/backup-worksheets")
    assert ended.code == 0, ended.errors
    assert len(files(root / "work/out")) == 14
    shutil.rmtree(root / "work/out")
    assert dpkg(root, "--verify", "backup-worksheets").output == b""

    removed = dpkg(root, "--purge", "backup-worksheets")
    assert removed.code == 0, removed.errors
    assert {name for name in files(root) if not name.startswith("var/lib/dpkg")} == before
    assert not (root / "usr").exists()


@pytest.mark.skipif(os.environ.get("RELEASE") != "all", reason="a whole Debian takes a minute: RELEASE=all")
def test_installs_in_a_whole_debian(tmp_path: Path) -> None:
    root = tmp_path / "debian"
    made = run("debootstrap", "--variant=minbase", "bookworm", root, "http://deb.debian.org/debian", timeout=900)
    assert made.code == 0, made.output[-2000:]
    shutil.copy(PACKAGE, root / "package.deb")
    shutil.copy(ROOT / "docs/examples/published.xml", root / "tmp")

    def inside(*command: str) -> Ended:
        # Swift's runtime stops where there is no /proc.
        return run("unshare", "--net", "--mount", "--pid", "--fork", "sh", "-c",
                   'mount -t proc none "$1/proc" && root=$1 && shift && exec chroot "$root" "$@"', "-", root, *command)

    assert inside("dpkg", "--install", "/package.deb").code == 0
    ended = inside("chroot", "--userspec=65532:65532", "/", "backup-worksheets", "generate", "/tmp/published.xml",
                   "--output", "/tmp/out")
    assert ended.code == 0, ended.errors
    assert len(files(root / "tmp/out")) == 13
    assert inside("dpkg", "--purge", "backup-worksheets").code == 0
    left = run("find", root, "-xdev", "-name", "*backup-worksheets*", "-not", "-path", f"{root}/tmp/*")
    assert left.output == b""
