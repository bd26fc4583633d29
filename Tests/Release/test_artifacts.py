"""What lies beside the executable: checksums, licences, bill of materials."""

from __future__ import annotations

import json
import re

from released import ARTIFACTS, LICENCES, PACKAGE, PROGRAM, ROOT, SBOM, run


def test_every_file_has_its_checksum() -> None:
    ended = run("sha256sum", "--check", "--strict", "SHA256SUMS", cwd=ARTIFACTS)
    assert ended.code == 0, ended.output
    listed = {line.split()[1] for line in (ARTIFACTS / "SHA256SUMS").read_text().splitlines()}
    assert listed | {"SHA256SUMS"} == {path.name for path in ARTIFACTS.iterdir()}
    assert all(path.is_file() and not path.is_symlink() for path in ARTIFACTS.iterdir())


def test_names_say_the_version() -> None:
    version = run(PROGRAM, "--version").output.decode().strip()
    assert PROGRAM.name.startswith(f"backup-worksheets-{version}-linux-")
    assert PACKAGE.name.startswith(f"backup-worksheets_{version}_")


def test_bill_of_materials_is_that_of_the_static_program() -> None:
    names = {component["name"] for component in json.loads(SBOM.read_text())["components"]}
    assert {"libxml2", "libc6", "libxlsxwriter4", "libminizip1", "zlib1g", "libmd0", "swift"} <= names
    assert not {"libicu72", "liblzma5", "libssl3"} & names
    ended = run(ROOT / "Scripts/test-python", "Formats", ROOT / "Tests/Formats/validate.py", "sbom", SBOM)
    assert ended.code == 0, ended.output + ended.errors


def test_licences_cover_the_bill_of_materials() -> None:
    titles = " ".join(re.findall(r"^={80}\n(.*)\n", LICENCES.read_text(), re.MULTILINE)).lower()
    word = {"libc6": "gnu c library", "libgcc-s1": "libgcc", "libstdc++6": "libstdc++", "zlib1g": "zlib",
            "libmd0": "libmd", "libminizip1": "minizip", "libxlsxwriter4": "libxlsxwriter"}
    for component in json.loads(SBOM.read_text())["components"]:
        name = component["name"].lower()
        assert word.get(name, name) in titles, name
