"""What the tests share: two states of an output folder, before and after, and an output folder in the first."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from faults import Contents, Ended, Injection, Input, contents, run, write_policy


@dataclass(frozen=True)
class Bench:
    """An output folder with the files of a first input, about to get those of a second one."""

    first: Input
    second: Input
    old: Contents
    new: Contents
    folder: Path

    @property
    def changed(self) -> list[str]:
        """The files that differ."""
        return sorted(name for name in self.new if self.new[name] != self.old[name])

    def generate(self, injection: Injection | None = None, **options: object) -> Ended:
        """Writes the second input's files."""
        before = injection.before() if injection else None
        return run(*self.second.arguments(self.folder), before=before, **options)  # type: ignore[arg-type]

    def reset(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        for name, bytes_ in self.old.items():
            (self.folder / name).write_bytes(bytes_)

    def check_unchanged(self, others: Contents | None = None) -> None:
        """Every file is as it was, and no other is there."""
        assert contents(self.folder) == self.old | (others or {})

    def check_new(self) -> None:
        assert contents(self.folder) == self.new

    def check_whole(self) -> None:
        """Every file is wholly old or wholly new; the next run leaves what it always leaves."""
        found = contents(self.folder)
        for name in self.old:
            assert found[name] in (self.old[name], self.new[name]), name
        assert all(name in self.old or name.startswith(".backup-worksheets-") for name in found)
        assert self.generate().code == 0
        self.check_new()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], tuple[Input, Input, Contents, Contents]]:
    """Two inputs and what `generate` makes of them, by the number of requirements in their policies."""
    known: dict[int, tuple[Input, Input, Contents, Contents]] = {}

    def of(requirements: int) -> tuple[Input, Input, Contents, Contents]:
        if requirements not in known:
            folder = tmp_path_factory.mktemp("made")
            first = write_policy(folder / "first.yml", "Anna", "old", requirements)
            second = write_policy(folder / "second.yml", "Berta", "new", requirements)
            outputs = []
            for number, one in enumerate((first, second)):
                ended = run(*one.arguments(folder / f"{number}"))
                assert ended.code == 0, ended.errors
                outputs.append(contents(folder / f"{number}"))
            known[requirements] = (first, second, *outputs)
        return known[requirements]

    return of


@pytest.fixture
def bench(made: Callable, tmp_path: Path) -> Bench:
    """Small files, most of which differ."""
    bench = Bench(*made(0), folder=tmp_path / "output")
    assert len(bench.changed) > 8
    bench.reset()
    return bench


@pytest.fixture
def large(made: Callable, tmp_path: Path) -> Bench:
    """Some files of several blocks, the same for hundreds of kilobytes."""
    bench = Bench(*made(350), folder=tmp_path / "output")
    assert len(bench.new["other-requirements.csv"]) > 2 << 18
    bench.reset()
    return bench

