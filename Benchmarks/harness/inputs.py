"""The topologies that are measured on, all made up by `make-topology`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from harness.places import DATA, call

PUBLISHED = "published"
SHAPES = (PUBLISHED, "topologyBuilder")
UTF8, UTF16 = "utf8", "utf16le"

REPETITIONS = {30_000: 41, 1_000_000: 15, 10_000_000: 7, 100_000_000: 5}
"""How often each size is measured, by its bytes as UTF-8."""

SMALLEST = min(REPETITIONS)
UTF16_FROM = 10_000_000
"""The size from which UTF-16 is measured too: what decoding costs cannot be seen in smaller files."""


@dataclass(frozen=True)
class Input:
    size: int
    """Bytes as UTF-8, about."""
    shape: str
    encoding: str = UTF8

    @property
    def path(self) -> Path:
        return DATA / f"{self.shape}-{self.size}-{self.encoding}.xml"

    @property
    def label(self) -> str:
        encoding = ", UTF-16LE" if self.encoding == UTF16 else ""
        return f"{self.shape}, {bytes_text(self.size)}{encoding}"

    def make(self, tools: Path) -> None:
        # Always anew: the generator may have changed, and it takes seconds.
        DATA.mkdir(exist_ok=True)
        options = ["--bytes", str(self.size), "--shape", self.shape, "--encoding", self.encoding]
        call([str(tools / "make-topology"), *options, str(self.path)])


def planned(largest: int) -> list[Input]:
    """What is measured, up to a size.

    UTF-16 is decoded before anything depends on the shape: 10 MB shows both shapes, 100 MB only the published one,
    which keeps a whole run near ten minutes.
    """
    inputs: list[Input] = []
    for size in (size for size in REPETITIONS if size <= largest):
        inputs += [Input(size, shape) for shape in SHAPES]
        if size >= UTF16_FROM:
            inputs += [Input(size, shape, UTF16) for shape in SHAPES if shape == PUBLISHED or size == UTF16_FROM]
    return inputs


def doublings(largest: int) -> list[Input]:
    """A quarter, a half and all of the largest size."""
    return [Input(largest // part, PUBLISHED) for part in (4, 2, 1)]


def bytes_text(count: float) -> str:
    if count >= 1e6:
        return f"{count / 1e6:.3g} MB"
    return f"{count / 1e3:.3g} KB"
