"""Somebody else works in the output folder while `generate` does. A call of the program is held up until they have."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Bench
from faults import PROGRAM, Ended, Injection, contents, former, paths_of, temporary

HELD_UP = 400_000
"""Microseconds."""


def generate_while(bench: Bench, call: str, paths: list[Path], work: Callable[[], None]) -> Ended:
    """Calls `work` while a call is held up: once the log shows that the run has come to it."""
    log = bench.folder.parent / "log"
    log.touch()
    injection = Injection(f"{call}:delay_exit={HELD_UP}:when=1", paths)
    command = [*injection.before(log), PROGRAM, *bench.second.arguments(bench.folder)]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        end = time.monotonic() + 30
        while f"{call}(" not in log.read_text() and time.monotonic() < end:
            assert process.poll() is None, process.communicate()
            time.sleep(0.005)
        work()
        _, errors = process.communicate(timeout=60)
    return Ended(process.returncode, b"", errors)


def write(path: Path, bytes_: bytes, mode: str) -> None:
    with path.open(mode) as file:
        file.write(bytes_)


CHANGES: dict[str, Callable[[Path], object]] = {
    "shorter": lambda path: os.truncate(path, 1000),
    "empty": lambda path: os.truncate(path, 0),
    "longer": lambda path: write(path, b"their line\n", "ab"),
    "other bytes": lambda path: write(path, b"their bytes", "r+b"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_file_that_is_written_while_it_is_compared(large: Bench, change: str) -> None:
    """What it shared with the new one is not there any more: their bytes are not mixed with ours."""
    name = "other-requirements.csv"
    path = large.folder / name
    ended = generate_while(large, "read", [path], lambda: CHANGES[change](path) and None)
    theirs = {name: path.read_bytes()}
    if ended.code == 0:
        large.check_new()
    else:
        assert ended.code == 74
        assert "[output-changed]" in ended.errors or "[output-failed]" in ended.errors
        large.check_unchanged(theirs)
        assert theirs[name] != large.old[name]
    assert large.generate().code == 0
    large.check_new()


def test_a_file_that_is_replaced_while_it_is_compared(large: Bench) -> None:
    """As editors save. The one that was there before is what was compared; the result is the new one."""
    path = large.folder / "other-requirements.csv"
    edited = large.folder.parent / "edited"
    edited.write_bytes(b"theirs")
    assert generate_while(large, "read", [path], lambda: edited.rename(path) and None).code == 0
    large.check_new()


@pytest.mark.parametrize("call", ["openat", "write", "link"])
def test_a_folder_that_is_removed(bench: Bench, call: str) -> None:
    ended = generate_while(
        bench, call, paths_of(bench.folder, "new", "former"), lambda: shutil.rmtree(bench.folder, ignore_errors=True)
    )
    assert ended.code in (73, 74), ended.errors
    assert "No such file or directory" in ended.errors
    assert not bench.folder.exists()


def test_a_temporary_file_that_is_removed(bench: Bench) -> None:
    """The last one cannot be renamed: the others are put back."""
    last = bench.folder / temporary("plan.json")
    ended = generate_while(bench, "link", [bench.folder / former(bench.changed[0])], last.unlink)
    assert (ended.code, "plan.json: error: writing failed: No such file" in ended.errors) == (74, True)
    bench.check_unchanged()


def test_a_folder_that_gets_in_the_way(bench: Bench) -> None:
    name = "plan.json"
    path = bench.folder / name

    def work() -> None:
        path.unlink()
        path.mkdir()

    ended = generate_while(bench, "openat", [bench.folder / temporary(name)], work)
    assert (ended.code, "Is a directory" in ended.errors) == (74, True), ended.errors
    bench.check_unchanged({name: b""})


def test_runs_at_once(bench: Bench) -> None:
    """One after the other, held up while they rename: the files are those of one run."""
    commands = [
        [*Injection("rename:delay_enter=5000", paths_of(bench.folder, "new", "old")).before(), PROGRAM,
         *one.arguments(bench.folder)]
        for one in (bench.first, bench.second) * 3
    ]
    processes = [subprocess.Popen(command, stdin=subprocess.DEVNULL) for command in commands]
    assert [process.wait(60) for process in processes] == [0] * len(processes)
    assert contents(bench.folder) in (bench.old, bench.new)


def test_a_run_waits_for_one_that_is_killed(bench: Bench) -> None:
    """The lock ends with its holder."""
    log = bench.folder.parent / "log"
    holder = subprocess.Popen(
        [*Injection("flock:delay_exit=60000000", [bench.folder]).before(log), PROGRAM,
         *bench.first.arguments(bench.folder)],
        stdin=subprocess.DEVNULL, start_new_session=True,
    )
    end = time.monotonic() + 30
    while (not log.exists() or "flock(" not in log.read_text()) and time.monotonic() < end:
        time.sleep(0.005)
    killer = threading.Timer(0.3, lambda: os.killpg(holder.pid, 9))
    killer.start()
    assert bench.generate(timeout=30).code == 0
    killer.join()
    holder.wait(10)
    bench.check_new()



