"""The image: the Dockerfile's last stage, built without a registry; what is in it; that it runs.

The first stage needs the image of the Swift project and is not built here. Its one command, Scripts/image-root, is the
same that makes the files for these tests.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from released import EXAMPLES, FORMATS, LICENCES, NOBODY, PROGRAM, ROOT, SBOM, Ended, files, run

LAST_STAGE = "FROM scratch\n"


@dataclass(frozen=True)
class Image:
    """An image in a store of its own."""

    store: Path
    name: str = "backup-worksheets"

    def buildah(self, *arguments: str | Path) -> Ended:
        # No overlay, no namespaces but a chroot: what a machine without any engine lets us do.
        return run(
            "buildah", "--root", self.store / "root", "--runroot", self.store / "run", "--storage-driver", "vfs",
            *arguments, env={"PATH": os.environ["PATH"], "BUILDAH_ISOLATION": "chroot", "HOME": str(self.store)})

    def made(self, *arguments: str | Path) -> str:
        ended = self.buildah(*arguments)
        assert ended.code == 0, ended.errors.decode()
        return ended.output.decode().strip()


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Image]:
    folder = tmp_path_factory.mktemp("image")
    made = run(ROOT / "Scripts/image-root", folder / "stage/image", PROGRAM, LICENCES, SBOM)
    assert made.code == 0, made.errors
    text = (ROOT / "Dockerfile").read_text()
    assert text.count(LAST_STAGE) == 1
    (folder / "Dockerfile").write_text(LAST_STAGE + text.partition(LAST_STAGE)[2])
    image = Image(folder / "store")
    image.made("bud", "--build-context", f"build={folder / 'stage'}", "--tag", image.name, "--file",
               folder / "Dockerfile", folder / "stage")
    yield image
    image.buildah("rm", "--all")
    image.buildah("rmi", "--all", "--force")


@pytest.fixture
def container(image: Image) -> str:
    return image.made("from", "--pull-never", image.name)


def test_linter_has_nothing_to_say() -> None:
    ended = run(Path(sys.executable).parent / "hadolint", ROOT / "Dockerfile")
    assert (ended.code, ended.output) == (0, b"")


def test_first_stage_runs_one_script_that_is_here() -> None:
    commands = [line for line in (ROOT / "Dockerfile").read_text().splitlines() if line.startswith("RUN ")]
    assert commands == ["RUN Scripts/image-root /image"]
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    # The build of the first stage sees what it needs, and nothing else.
    for needed in "LICENSE", "Package.swift", "Scripts", "Sources", "Tests", "templates":
        assert f"!{needed}" in ignored and (ROOT / needed).exists()


def test_has_the_program_and_nothing_to_run_besides(image: Image, container: str) -> None:
    folder = Path(image.made("mount", container))
    assert set(files(folder)) == {
        "usr/bin/backup-worksheets", "usr/share/doc/backup-worksheets/backup-worksheets.cdx.json",
        "usr/share/doc/backup-worksheets/licences.txt"}
    assert (folder / "usr/bin/backup-worksheets").read_bytes() == PROGRAM.read_bytes()


def test_runs_as_a_number_with_labels(image: Image) -> None:
    config = json.loads(image.made("inspect", "--type", "image", image.name))["OCIv1"]["config"]
    assert config["User"] == f"{NOBODY}:{NOBODY}"
    assert config["Entrypoint"] == ["/usr/bin/backup-worksheets"]
    assert config["WorkingDir"] == "/work"
    assert config["Labels"]["org.opencontainers.image.licenses"] == "MIT"


@pytest.mark.parametrize("mode", ["rw", "ro"])
def test_generates_into_a_folder_of_the_host(image: Image, container: str, tmp_path: Path, mode: str) -> None:
    """With the input's folder writable, and with it read-only and another one for the output."""
    given, out = tmp_path / "given", tmp_path / "out"
    for folder in given, out:
        folder.mkdir()
        os.chown(folder, NOBODY, NOBODY)
    shutil.copy(EXAMPLES / "published.xml", given)
    volumes = ["--volume", f"{given}:/work:{mode}"] + (["--volume", f"{out}:/out"] if mode == "ro" else [])
    target = "/out/worksheets" if mode == "ro" else "worksheets"
    image.made("run", *volumes, container, "--", "/usr/bin/backup-worksheets", "generate", "published.xml",
               "--format", FORMATS, "--output", target)
    written = (out if mode == "ro" else given) / "worksheets"
    assert len(files(written)) == 14
    assert written.stat().st_uid == NOBODY
