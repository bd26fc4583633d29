"""A process that is killed at any of its calls leaves every file wholly old or wholly new, and the next run cleans up."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import Bench
from faults import EXAMPLES, Injection, calls, contents, paths_of, run, temporary

KILL = -9
LEAST = 2


def kill_everywhere(bench: Bench, call: str, paths: tuple[str, ...]) -> int:
    """Kills runs at each call of that name, and gives how often that was."""
    log = bench.folder.parent / "trace"
    traced = Injection(f"{call}:delay_enter=0", paths_of(bench.folder, *paths)).before(log)
    assert run(*bench.second.arguments(bench.folder), before=traced).code == 0
    count = calls(log.read_text(), call)

    def kill(number: int) -> bool:
        one = replace(bench, folder=bench.folder.parent / f"{call}-{number}" / "output")
        one.folder.parent.mkdir()
        one.reset()
        ended = one.generate(Injection(f"{call}:signal=KILL:when={number}", paths_of(one.folder, *paths)))
        assert ended.code in (0, KILL), ended.errors
        one.check_whole()
        shutil.rmtree(one.folder.parent)
        return ended.code == KILL

    with ThreadPoolExecutor(2) as runs:
        return sum(runs.map(kill, range(1, count + 1)))


@pytest.mark.parametrize(
    ("call", "paths"),
    [
        ("openat", ("new", "folder")),
        ("write", ("new",)),
        ("link", ("old", "former")),
        ("rename", ("new", "old")),
        ("unlink", ("new", "former")),
        ("flock", ("folder",)),
    ],
)
def test_every_file_is_old_or_new(bench: Bench, call: str, paths: tuple[str, ...]) -> None:
    kills = kill_everywhere(bench, call, paths)
    # The threads share the work differently in each run: the last numbers may not be reached.
    assert kills >= (1 if call == "flock" else LEAST)


def test_large_files_are_old_or_new(large: Bench) -> None:
    assert kill_everywhere(large, "write", ("new",)) >= LEAST


def test_a_folder_that_was_not_there(bench: Bench) -> None:
    shutil.rmtree(bench.folder)
    ended = bench.generate(Injection("rename:signal=KILL:when=3", paths_of(bench.folder, "new", "old")))
    assert ended.code == KILL
    found = contents(bench.folder)
    assert sum(name in bench.new for name in found) == 2
    assert all(bytes_ == bench.new[name] for name, bytes_ in found.items() if name in bench.new)
    assert bench.generate().code == 0
    bench.check_new()


@pytest.mark.parametrize("call", ["openat", "write", "fsync", "renameat2", "unlink"])
def test_the_register_is_old_or_new(tmp_path: Path, call: str) -> None:
    """Filled in for one deployment, brought up to date for another."""
    register, staged = tmp_path / "entries.csv", tmp_path / temporary("entries.csv")
    draft, published = (str(EXAMPLES / name) for name in ("draft.tbxml", "published.xml"))
    assert run("entries", draft, "--file", str(register), "--quiet").code == 0
    old = register.read_bytes()
    update = ["entries", published, "--file", str(register), "--quiet"]
    assert run(*update).code == 0
    new = register.read_bytes()
    assert new != old

    killed = 0
    for number in range(1, 4):
        register.write_bytes(old)
        injection = Injection(f"{call}:signal=KILL:when={number}", [register, staged])
        killed += run(*update, before=injection.before()).code == KILL
        assert register.read_bytes() in (old, new)
        assert run(*update).code == 0
        assert contents(tmp_path) == {"entries.csv": new}
    assert killed >= 1
