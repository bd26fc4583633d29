"""What the program promises to take, as ratios within one run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from harness.commands import CSV, GENERATE, PYTHON, SAX, STREAM, TREE, VALIDATE, XSLT
from harness.inputs import PUBLISHED, SHAPES, SMALLEST, UTF8, Input, bytes_text
from harness.measuring import Measure, Results

Size = Literal["smallest", "second largest", "largest"]
LARGE: tuple[Size, ...] = ("second largest", "largest")


@dataclass(frozen=True)
class Target:
    """`command` takes at most `limit` times what `reference` takes; or with `faster`, `reference` takes at least
    `limit` times what `command` takes. Without a limit the ratio is printed and nothing is promised."""

    command: str
    reference: str
    limit: float | None
    sizes: tuple[Size, ...] = ("largest",)
    shapes: tuple[str, ...] = (PUBLISHED,)
    measure: Measure = "wall"
    faster: bool = False

    def ratio(self, results: Results, source: Input) -> float | None:
        pair = (self.reference, self.command) if self.faster else (self.command, self.reference)
        return results.ratio(source, *pair, self.measure)

    def is_met(self, ratio: float) -> bool:
        return self.limit is None or (ratio >= self.limit if self.faster else ratio <= self.limit)


TARGETS = (
    Target(VALIDATE, SAX, 1.3, shapes=SHAPES),
    Target(VALIDATE, STREAM, 0.55, shapes=SHAPES),
    Target(GENERATE, STREAM, 2.5, shapes=SHAPES),
    Target(CSV, XSLT, 8, LARGE, faster=True),
    Target(CSV, PYTHON, 15, LARGE, faster=True),
    Target(GENERATE, XSLT, 1, LARGE, faster=True),
    Target(GENERATE, PYTHON, 1, LARGE, faster=True),
    Target(CSV, XSLT, 0.25, LARGE, measure="peak"),
    Target(GENERATE, XSLT, 0.25, LARGE, measure="peak"),
    Target(VALIDATE, TREE, 1.5, ("smallest",), SHAPES),
    Target(GENERATE, TREE, None, ("smallest",), SHAPES),
)
"""All of them. Where one is about the database worksheet alone, the command is the one that writes least besides it."""

DOUBLING = 2.1
"""How many times the time twice the input may take."""


@dataclass(frozen=True)
class Verdict:
    promise: str
    input: str
    limit: str
    measured: str
    outcome: str


def verdicts(results: Results, inputs: list[Input]) -> list[Verdict]:
    rows: list[Verdict] = []
    for target in TARGETS:
        for source in sources(target, inputs):
            rows.append(verdict(target, source, target.ratio(results, source)))
    for command in (VALIDATE, GENERATE):
        for small, large, ratio in results.growth(command):
            outcome = met(ratio <= DOUBLING)
            change = f"{small.shape}, {bytes_text(small.size)} to {bytes_text(large.size)}"
            rows.append(
                Verdict(f"`{command}`, twice the input", change, f"{DOUBLING:g} × the time", times(ratio), outcome)
            )
    return rows


def verdict(target: Target, source: Input, ratio: float | None) -> Verdict:
    subject = {"wall": "", "cpu": ", CPU", "peak": ", peak memory"}[target.measure]
    relation = "{} × faster than `{}`" if target.faster else "{} × `{}`"
    limit = relation.format("–" if target.limit is None else f"{target.limit:g}", target.reference)
    if ratio is None:
        measured, outcome = "", "not measured"
    else:
        measured, outcome = times(ratio), "–" if target.limit is None else met(target.is_met(ratio))
    return Verdict(f"`{target.command}`{subject}", source.label, limit, measured, outcome)


def sources(target: Target, inputs: list[Input]) -> list[Input]:
    """The inputs in UTF-8 that a target is about."""
    large = sorted({source.size for source in inputs if source.size != SMALLEST}, reverse=True)
    sizes: dict[Size, int] = {"smallest": SMALLEST}
    # A run with small inputs only has no second largest size.
    sizes.update(zip(("largest", "second largest"), large, strict=False))
    wanted = {sizes[size] for size in target.sizes if size in sizes}
    return [
        source
        for source in inputs
        if source.size in wanted and source.shape in target.shapes and source.encoding == UTF8
    ]


def met(is_met: bool) -> str:
    return "met" if is_met else "**missed**"


def times(ratio: float) -> str:
    return f"{ratio:.2f} ×"
