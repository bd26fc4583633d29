"""The executable: alone, static, hardened, the same bytes as an ordinary build gives."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from released import (
    EXAMPLES, FIXTURES, FORMATS, ORDINARY, PROGRAM, ROOT, Ended, empty_root, files, run, run_alone)

TOPOLOGIES = sorted(
    path for path in [*EXAMPLES.iterdir(), *FIXTURES.iterdir()] if path.suffix in {".xml", ".tbxml", ".zip"})

ENCODINGS = {"UTF-8": b"", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}

# Declared, and wrong: the bytes are UTF-8 all the same. A library that believes it would convert.
DECLARED = ["UTF-8", "UTF-16", "windows-1252", "ISO-8859-15", "Shift_JIS", "EBCDIC-US", "none-such"]


def test_is_static_and_loaded_anywhere() -> None:
    headers = run("readelf", "--wide", "--program-headers", PROGRAM).output.decode()
    dynamic = run("readelf", "--wide", "--dynamic", PROGRAM).output.decode()
    assert "INTERP" not in headers, "it names a loader"
    assert "NEEDED" not in dynamic, "it needs libraries"
    assert "RUNPATH" not in dynamic and "RPATH" not in dynamic
    assert re.search(r"Flags:.*\bNOW\b.*\bPIE\b", dynamic), dynamic
    assert "GNU_RELRO" in headers
    assert not re.search(r"(LOAD|GNU_STACK).*\b(RWE|WE)\b", headers), "memory that can be written to and run"


def test_says_nothing_of_where_it_was_built() -> None:
    bytes_ = PROGRAM.read_bytes()
    assert str(ROOT).encode() not in bytes_
    assert str(Path.home()).encode() + b"/" not in bytes_


def test_has_no_network_code_of_libxml2() -> None:
    bytes_ = PROGRAM.read_bytes()
    # What Debian's libxml2 has, and this one must not.
    for trace in b"xmlNanoHTTP", b"http_proxy", b"XML_CATALOG_FILES":
        assert trace not in bytes_, trace


def test_runs_in_an_empty_file_system(tmp_path: Path) -> None:
    """As a user without a name, without a network, a library, a locale."""
    root = empty_root(tmp_path / "root")
    arguments = ["generate", "/work/published.xml", "--policy", "/work/published.policy.yml", "--format", FORMATS]
    ended = run_alone(root, *arguments, "--output", "/work/out")
    assert ended.code == 0, ended.errors
    expected = tmp_path / "expected"
    ordinary = run(
        ORDINARY, "generate", EXAMPLES / "published.xml", "--policy", EXAMPLES / "published.policy.yml",
        "--format", FORMATS, "--output", expected)
    assert ordinary.code == 0, ordinary.errors
    assert files(root / "work" / "out") == files(expected)
    assert len(files(expected)) == 14
    assert not list((root / "tmp").iterdir())


@pytest.mark.parametrize("command", [["--help"], ["--version"], ["rules", "list"], ["rules", "explain", "no-such"],
                                     ["templates", "export", "/work/templates"], ["validate", "/work/none.xml"]],
                         ids=" ".join)
def test_other_commands_run_there_too(tmp_path: Path, command: list[str]) -> None:
    root = empty_root(tmp_path / "root")
    alone = run_alone(root, *command)
    shutil.rmtree(root / "work" / "templates", ignore_errors=True)
    here = run(ORDINARY, *[part.replace("/work", str(root / "work")) for part in command])
    assert (alone.code, alone.errors.replace(b"/work", b""), alone.output.replace(b"/work", b"")) == (
        here.code, here.errors.replace(str(root / "work").encode(), b""),
        here.output.replace(str(root / "work").encode(), b""))


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("topology", TOPOLOGIES, ids=lambda path: path.name)
def test_gives_the_same_bytes(tmp_path: Path, topology: Path, encoding: str) -> None:
    """All formats, messages, exit code, as an ordinary build with Debian's libxml2 and libxlsxwriter."""
    given = tmp_path / topology.name
    try:
        text = topology.read_bytes().decode("utf-8-sig")
        given.write_bytes(ENCODINGS[encoding] + text.replace("\ufeff", "").encode(encoding))
    except UnicodeDecodeError:
        # An archive, or in UTF-16 already: as it is.
        shutil.copy(topology, given)
    results = []
    for name, program in ("static", PROGRAM), ("ordinary", ORDINARY):
        folder = tmp_path / name
        ended = run(program, "generate", given.name, "--format", FORMATS, "--output", name, cwd=tmp_path)
        results.append((ended.code, ended.output.replace(name.encode(), b""), ended.errors.replace(name.encode(), b""),
                        files(folder) if folder.exists() else {}))
    assert results[0] == results[1]


@pytest.mark.parametrize("declared", DECLARED)
def test_what_encoding_a_file_claims_changes_nothing(tmp_path: Path, declared: str) -> None:
    """The program decodes by the first bytes; libxml2 gets UTF-8, so that iconv with its modules is not missed."""
    text = (EXAMPLES / "published.xml").read_text("utf-8")
    text = text.replace("Adatum", "Ädatum", 1) if "Adatum" in text else text
    given = tmp_path / "topology.xml"
    given.write_text(f'<?xml version="1.0" encoding="{declared}"?>\n{text}', "utf-8")

    def planned(program: Path) -> Ended:
        return run(program, "plan", given)

    assert planned(PROGRAM) == planned(ORDINARY)
    assert planned(PROGRAM).code == 0


def test_opens_nothing_but_what_it_is_told_to(tmp_path: Path) -> None:
    """No module of glibc (gconv, nss), no locale, no loader: a static program must not need them.

    libxlsxwriter asks for the time zone, and has no use for it: the only date in a workbook is fixed.
    """
    trace = tmp_path / "trace"
    ended = run(
        "strace", "-f", "-qq", "-e", "trace=open,openat,openat2,socket,connect,execve", "-o", trace,
        PROGRAM, "generate", EXAMPLES / "published.xml", "--policy", EXAMPLES / "published.policy.yml",
        "--format", FORMATS, "--output", tmp_path / "out",
        env={"LANG": "de_DE.ISO-8859-1", "LC_ALL": "de_DE.ISO-8859-1", "TZ": "Europe/Zurich", "HOME": "/root",
             "PATH": "/usr/bin:/bin"})
    assert ended.code == 0, ended.errors
    text = trace.read_text()
    assert "socket(" not in text and "connect(" not in text
    opened = set(re.findall(r'open[a-z0-9]*\([^"]*"([^"]*)"', text))
    foreign = {
        path for path in opened
        if path.startswith("/") and not path.startswith((str(EXAMPLES), str(tmp_path), "/proc/", "/sys/", "/tmp"))}
    assert foreign <= {"/usr/share/zoneinfo/Europe/Zurich"}
    expected = run(
        ORDINARY, "generate", EXAMPLES / "published.xml", "--policy", EXAMPLES / "published.policy.yml",
        "--format", FORMATS, "--output", tmp_path / "expected")
    assert expected.code == 0, expected.errors
    assert files(tmp_path / "out") == files(tmp_path / "expected")
