"""The counts of instructions that were agreed on, and what is said when they are no longer true."""

from __future__ import annotations

import json

from harness.places import BENCHMARKS, call

EXPECTED = BENCHMARKS / "instructions.json"
BUILD = ("-Xswiftc", "-enable-testing")
MARGIN = 0.15
"""The part by which a count may be off: another processor has other variants of memcpy, another libc too."""


def read() -> dict[str, int]:
    counts: dict[str, int] = json.loads(EXPECTED.read_text(encoding="utf-8"))["instructions"]
    return counts


def write(counts: dict[str, int]) -> None:
    swift = call(["swift", "--version"]).splitlines()[0]
    text = json.dumps({"compiler": swift, "instructions": counts}, indent=2, ensure_ascii=False)
    EXPECTED.write_text(f"{text}\n", encoding="utf-8")


def table(expected: dict[str, int], counts: dict[str, int]) -> list[str]:
    return [
        f"{command}: {count / 1e6:,.1f} million instructions{change(expected.get(command), count)}"
        for command, count in counts.items()
    ]


def change(expected: int | None, count: int) -> str:
    return "" if not expected else f" ({count / expected - 1:+.1%})"


def problems(expected: dict[str, int], counts: dict[str, int]) -> list[str]:
    """What is wrong and what to do; none where all counts are within the margin."""
    found: list[str] = []
    for command, count in counts.items():
        known = expected.get(command)
        if not known:
            found.append(f"{command} is not in {EXPECTED.name}: run Benchmarks/guard --renew and commit it")
        elif count > known * (1 + MARGIN):
            found.append(
                f"{command}: {count:,}, which is {count / known:.2f} times {known:,}: "
                "find out why; if it is worth it, run Benchmarks/guard --renew and say why in the commit"
            )
        elif count < known * (1 - MARGIN):
            found.append(
                f"{command}: {count:,}, which is {count / known:.2f} times {known:,}: "
                "keep what was gained: run Benchmarks/guard --renew and commit it"
            )
    gone = [command for command in expected if command not in counts]
    found += [f"{command} is not counted any more: run Benchmarks/guard --renew and commit it" for command in gone]
    return found
