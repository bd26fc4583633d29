"""Standard output, standard error and memory fail."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from conftest import Bench
from faults import EXAMPLES, PROGRAM, contents, run

TOPOLOGY = str(EXAMPLES / "published.xml")


def shell(script: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", script, "bash", PROGRAM, *arguments],
        cwd=folder, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL, check=False,
    )


@pytest.mark.parametrize(
    "command",
    [
        ["plan", TOPOLOGY], ["plan", TOPOLOGY, "--format", "text"], ["audit", TOPOLOGY, "--fail-on", "note"],
        ["init", TOPOLOGY], ["validate", TOPOLOGY], ["rules"], ["--help"], ["--version"],
        ["diff", str(EXAMPLES / "draft.tbxml"), TOPOLOGY],
    ],
    ids=lambda command: command[0],
)
def test_a_reader_that_leaves_early(tmp_path: Path, command: list[str]) -> None:
    """Nothing is said, and the exit code says that not everything was read."""
    ended = shell('(sleep 0.2; "$@" --quiet; echo $? >code) | true'.replace(" --quiet", ""), tmp_path, *command)
    assert (tmp_path / "code").read_text() == "74\n"
    assert "Broken pipe" not in ended.stderr and "output-failed" not in ended.stderr


def test_a_reader_that_leaves_early_leaves_reports_alone(tmp_path: Path) -> None:
    (tmp_path / "audit.sarif").write_text("before")
    shell('(sleep 0.2; "$@"; echo $? >code) | true', tmp_path, "audit", TOPOLOGY, "--format", "text", "--format", "sarif=audit.sarif")
    assert (tmp_path / "code").read_text() == "74\n"
    assert contents(tmp_path) == {"audit.sarif": b"before", "code": b"74\n"}


def test_output_without_room(tmp_path: Path) -> None:
    ended = shell('"$@" >/dev/full', tmp_path, "plan", TOPOLOGY, "--quiet")
    assert ended.returncode == 74
    assert ended.stderr.startswith("error: standard output cannot be written: No space left on device;")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams(bench: Bench, closed: str) -> None:
    """No message gets into a file that is open instead. Those who wanted to print are told."""
    ended = shell(f'"$@" {closed}', bench.folder.parent, *bench.second.arguments(bench.folder)[:-1], "--verbose")
    assert ended.returncode == 0
    bench.check_new()
    ended = shell(f'"$@" {closed}', bench.folder.parent, "audit", TOPOLOGY, "--format", "text", "--format", "json=a.json", "--fail-on", "error")
    assert ended.returncode == (74 if ">&-" in closed.replace("2>&-", "") else 1)
    if "<&-" in closed:
        assert shell(f'"$@" {closed}', bench.folder.parent, "validate", "-").returncode == 74


@pytest.mark.parametrize("target", ["/dev/full", "closed pipe"])
def test_messages_that_cannot_be_written(bench: Bench, target: str) -> None:
    """They are lost; the work is done."""
    reading, writing = os.pipe()
    os.close(reading)
    with (open("/dev/full", "wb") if target == "/dev/full" else os.fdopen(writing, "wb")) as errors:
        ended = subprocess.run(
            [PROGRAM, *bench.second.arguments(bench.folder)[:-1], "--verbose"],
            stdin=subprocess.DEVNULL, stderr=errors, check=False,
        )
    assert ended.returncode == 0
    bench.check_new()


@pytest.mark.parametrize("blocks", [0, 1, 16, 64, 512])
def test_a_limit_on_the_size_of_files(large: Bench, blocks: int) -> None:
    """`ulimit -f`, in KiB: an error of writing, no death by SIGXFSZ."""
    ended = shell(f'ulimit -f {blocks}; "$@"', large.folder.parent, *large.second.arguments(large.folder))
    assert (ended.returncode, "File too large" in ended.stderr) == (74, True), ended.stderr
    large.check_unchanged()


def test_a_limit_on_open_files(bench: Bench) -> None:
    for most in range(4, 40):
        ended = shell(f'ulimit -n {most}; "$@"', bench.folder.parent, *bench.second.arguments(bench.folder))
        if ended.returncode == 0:
            bench.check_new()
            return
        found = contents(bench.folder)
        assert {name: found[name] for name in bench.old} == bench.old
    pytest.fail("40 open files are not enough")


def test_no_threads(bench: Bench) -> None:
    """The system refuses them, as where the number of processes is limited: one does the work of all."""
    refused = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=clone,clone3"]
    refused += ["-e", "inject=clone,clone3:error=EAGAIN"]
    ended = run(*bench.second.arguments(bench.folder), before=refused, timeout=30)
    assert ended.code == 0, ended.errors
    bench.check_new()


def test_little_memory(large: Bench) -> None:
    """Whatever becomes of the run, the files are whole. Where there is too little to begin, the system says so."""
    needed = None
    for megabytes in (8, 64, 110, 120, 130, 150, 180, 250, 1000, 4000):
        large.reset()
        ended = shell(f'ulimit -v {megabytes * 1024}; "$@"', large.folder.parent, *large.second.arguments(large.folder))
        found = contents(large.folder)
        for name in large.old:
            assert found[name] in (large.old[name], large.new[name]), (megabytes, name)
        if ended.returncode == 0:
            needed = megabytes
            large.check_new()
    assert large.generate().code == 0
    large.check_new()
    # Where threads get their memory from differs from run to run: in the middle nothing is certain.
    assert needed == 4000
