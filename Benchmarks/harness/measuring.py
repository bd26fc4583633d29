"""Runs the commands, and keeps what each run took."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Literal

from harness.commands import Command
from harness.inputs import Input
from harness.places import DATA, fail

Measure = Literal["wall", "cpu", "peak"]
Series = Literal["comparison", "doubling"]


@dataclass(frozen=True)
class Run:
    series: Series
    input: Input
    command: str
    repetition: int
    wall: float
    """Seconds."""
    cpu: float
    """Seconds, of all threads, user and system."""
    peak: float
    """Bytes."""

    def value(self, measure: Measure) -> float:
        return {"wall": self.wall, "cpu": self.cpu, "peak": self.peak}[measure]


class Results:
    """All runs; ratios are taken within a repetition, and their median is what counts."""

    def __init__(self, runs: Iterable[Run] = ()) -> None:
        self.runs = list(runs)

    def of(self, source: Input, command: str, series: Series = "comparison") -> list[Run]:
        """In the order of the repetitions; none where it was not measured."""
        found = (
            run for run in self.runs if (run.input, run.command, run.series) == (source, command, series)
        )
        return sorted(found, key=lambda run: run.repetition)

    def median(self, source: Input, command: str, measure: Measure) -> float | None:
        values = [run.value(measure) for run in self.of(source, command)]
        return median(values) if values else None

    def ratio(self, source: Input, command: str, reference: str, measure: Measure = "wall") -> float | None:
        """How many times what `reference` takes `command` takes; None where one was not measured."""
        return paired(self.of(source, command), self.of(source, reference), measure)

    def growth(self, command: str) -> list[tuple[Input, Input, float]]:
        """For each step of the doubling series: from, to, how many times the time."""
        inputs = sorted({run.input for run in self.runs if run.series == "doubling"}, key=lambda source: source.size)
        steps: list[tuple[Input, Input, float]] = []
        for small, large in pairwise(inputs):
            ratio = paired(self.of(large, command, "doubling"), self.of(small, command, "doubling"), "wall")
            if ratio is not None:
                steps.append((small, large, ratio))
        return steps


def paired(runs: list[Run], others: list[Run], measure: Measure) -> float | None:
    by_repetition = {other.repetition: other for other in others}
    ratios = [
        run.value(measure) / by_repetition[run.repetition].value(measure)
        for run in runs
        if run.repetition in by_repetition
    ]
    return median(ratios) if ratios else None


@contextmanager
def output_folder() -> Iterator[Path]:
    """An empty folder, always on the disk of the inputs."""
    with tempfile.TemporaryDirectory(dir=DATA) as folder:
        yield Path(folder)


def measure(tools: Path, series: Series, repetition: int, command: Command, source: Input) -> Run:
    with output_folder() as folder:
        done = subprocess.run(
            [str(tools / "measure"), *command.arguments(source.path, folder)],
            check=True, text=True, capture_output=True,
        )
    found = json.loads(done.stdout)
    if found["exitCode"] != 0:
        fail(f"{command.name} failed on {source.path} with exit code {found['exitCode']}\n{done.stderr}")
    return Run(series, source, command.name, repetition, found["wall"], found["cpu"], found["peakKiB"] * 1024)


def measure_group(
    tools: Path, series: Series, group: list[tuple[Command, Input]], repetitions: int, label: str
) -> list[Run]:
    """Every repetition runs all of the group, one after the other and each time in another order, so that whatever
    else the machine does strikes all of them."""
    runs: list[Run] = []
    # Repetition -1 warms the caches and is not kept.
    for repetition in range(-1, repetitions):
        show_progress(f"\r{label}: {repetition + 1} of {repetitions}  ")
        first = repetition % len(group)
        for command, source in group[first:] + group[:first]:
            run = measure(tools, series, repetition, command, source)
            if repetition >= 0:
                runs.append(run)
    show_progress("\n")
    return runs


def show_progress(text: str) -> None:
    if sys.stderr.isatty():
        print(text, end="", file=sys.stderr, flush=True)
