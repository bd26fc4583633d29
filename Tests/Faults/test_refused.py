"""The kernel refuses a call: no room, no permission, a quota, a broken disk. All files are replaced or none."""

from __future__ import annotations

import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from conftest import Bench
from faults import EXAMPLES, PROGRAM, Injection, calls, contents, paths_of, run

CANNOT_CREATE = 73
WRITING_FAILED = 74


@dataclass(frozen=True)
class Refusal:
    call: str
    errors: tuple[str, ...]
    paths: tuple[str, ...]
    code: int
    message: str


REFUSALS = [
    Refusal("openat", ("EACCES", "EROFS", "ENOSPC", "EDQUOT", "EMFILE"), ("new",), CANNOT_CREATE, "output-not-created"),
    Refusal("openat", ("EACCES", "ENOENT"), ("folder",), CANNOT_CREATE, "output-not-created"),
    Refusal("flock", ("ENOLCK",), ("folder",), CANNOT_CREATE, "output-not-created"),
    Refusal("write", ("ENOSPC", "EDQUOT", "EIO", "EFBIG"), ("new",), WRITING_FAILED, "output-failed"),
    Refusal("close", ("EIO", "EDQUOT", "ENOSPC"), ("new",), WRITING_FAILED, "output-failed"),
    Refusal("rename", ("EACCES", "EIO", "EROFS", "EXDEV", "EBUSY"), ("new", "old"), WRITING_FAILED, "output-failed"),
]


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: f"{refusal.call}-{'-'.join(refusal.paths)}")
def test_nothing_changes(bench: Bench, refusal: Refusal) -> None:
    """Each error once at the first call, and the first of them at every call."""
    log = bench.folder.parent / "trace"
    traced = Injection(f"{refusal.call}:delay_enter=0", paths_of(bench.folder, *refusal.paths)).before(log)
    assert run(*bench.second.arguments(bench.folder), before=traced).code == 0
    cases = [(error, 1) for error in refusal.errors]
    cases += [(refusal.errors[0], number) for number in range(2, calls(log.read_text(), refusal.call) + 1)]

    def refuse(case: tuple[str, int]) -> int:
        error, number = case
        one = replace(bench, folder=bench.folder.parent / f"{error}-{number}" / "output")
        one.folder.parent.mkdir()
        one.reset()
        ended = one.generate(Injection(f"{refusal.call}:error={error}:when={number}", paths_of(one.folder, *refusal.paths)))
        if ended.code == 0:
            # The threads share the work differently in each run: none of them got so far.
            assert number > 1
            one.check_new()
            return 0
        assert (ended.code, ended.errors.count(f"[{refusal.message}]")) == (refusal.code, 1), ended.errors
        one.check_unchanged()
        shutil.rmtree(one.folder.parent)
        return 1

    with ThreadPoolExecutor(2) as runs:
        assert sum(runs.map(refuse, cases)) >= len(refusal.errors)


@pytest.mark.parametrize(("call", "code"), [("write:error=ENOSPC", WRITING_FAILED), ("close:error=EIO", WRITING_FAILED)])
@pytest.mark.parametrize("number", [2, 3, 4])
def test_large_files_are_replaced_or_not(large: Bench, call: str, code: int, number: int) -> None:
    """Behind the first blocks, which the old and the new file share."""
    names = ["other-requirements.csv", "worksheets.html"]
    paths = [path for path in paths_of(large.folder, "new") if any(name in path.name for name in names)]
    ended = large.generate(Injection(f"{call}:when={1 if call.startswith('close') else number}", paths))
    assert ended.code == code, ended.errors
    large.check_unchanged()


def test_an_old_file_that_cannot_be_read_is_replaced(large: Bench) -> None:
    """At its first block."""
    ended = large.generate(Injection("read:error=EIO:when=1", paths_of(large.folder, "old")))
    assert ended.code == 0, ended.errors
    large.check_new()


def test_an_old_file_that_cannot_be_read_on(large: Bench) -> None:
    """Behind its first block: what it shares with the new one is gone by then."""
    ended = large.generate(Injection("read:error=EIO:when=2+", [large.folder / "other-requirements.csv"]))
    assert ended.code == WRITING_FAILED
    assert "other-requirements.csv: error: writing failed: Input/output error" in ended.errors
    large.check_unchanged()


@pytest.mark.parametrize("call", ["fstat", "newfstatat", "lseek"])
def test_questions_about_an_old_file_that_fail(large: Bench, call: str) -> None:
    ended = large.generate(Injection(f"{call}:error=EIO", paths_of(large.folder, "old")))
    assert ended.code in (0, CANNOT_CREATE, WRITING_FAILED)
    if ended.code == 0:
        large.check_new()
    else:
        large.check_unchanged()


def test_no_second_names(bench: Bench) -> None:
    """Some file systems have none: files are replaced all the same."""
    ended = bench.generate(Injection("link:error=EPERM", paths_of(bench.folder, "old", "former")))
    assert ended.code == 0, ended.errors
    bench.check_new()


@pytest.mark.parametrize("error", ["EACCES", "EROFS", "ENOSPC", "EDQUOT", "ENAMETOOLONG"])
def test_a_folder_that_cannot_be_made(bench: Bench, error: str) -> None:
    shutil.rmtree(bench.folder)
    deep = replace(bench, folder=bench.folder / "a" / "b")
    ended = deep.generate(Injection(f"mkdir:error={error}", [deep.folder]))
    assert ended.code == CANNOT_CREATE, ended.errors
    # Those above it were made for nothing.
    assert not bench.folder.exists()


def test_a_folder_made_for_nothing_is_removed(bench: Bench) -> None:
    shutil.rmtree(bench.folder)
    ended = bench.generate(Injection("write:error=ENOSPC:when=1", paths_of(bench.folder, "new")))
    assert ended.code == WRITING_FAILED
    assert not bench.folder.exists()


def test_temporary_files_that_cannot_be_removed(bench: Bench) -> None:
    """The next run that may removes them."""
    ended = bench.generate(Injection("unlink:error=EACCES write:error=EIO:when=2", paths_of(bench.folder, "new")))
    assert ended.code == WRITING_FAILED
    found = contents(bench.folder)
    assert {name: found[name] for name in bench.old} == bench.old
    assert bench.generate().code == 0
    bench.check_new()


# How the program reads: its inputs, the old files; and what it writes.
INTERRUPTIBLE = ["openat", "read", "write", "flock"]


@pytest.mark.parametrize("call", INTERRUPTIBLE)
def test_interruptions_are_not_seen(large: Bench, call: str) -> None:
    """Every other call is interrupted."""
    inputs = [large.second.topology, large.second.policy]
    injection = Injection(f"{call}:error=EINTR:when=1+2", inputs + paths_of(large.folder, "new", "old", "folder"))
    ended = large.generate(injection)
    assert (ended.code, ended.errors) == (0, "")
    large.check_new()


def test_interruptions_of_closing_are_not_seen(bench: Bench) -> None:
    """Linux has closed the file then: the call is not made again."""
    ended = bench.generate(Injection("close:error=EINTR:when=1+2", paths_of(bench.folder, "new")))
    assert (ended.code, ended.errors) == (0, "")
    bench.check_new()


def test_interruptions_of_printing_are_not_seen(tmp_path: Path) -> None:
    plan = ["plan", str(EXAMPLES / "published.xml"), "--quiet"]
    injection = Injection("write:error=EINTR:when=1+2", [tmp_path / "printed"])
    printed = tmp_path / "printed"
    with printed.open("wb") as file:
        command = [*injection.before(), PROGRAM, *plan]
        assert subprocess.run(command, stdout=file, stdin=subprocess.DEVNULL, check=False).returncode == 0
    assert printed.read_bytes() == run(*plan).output
