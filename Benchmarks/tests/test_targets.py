"""Ratios are paired, and a missed target says so."""

from __future__ import annotations

import unittest

from harness.commands import CSV, GENERATE, SAX, STREAM, TREE, VALIDATE, XSLT
from harness.inputs import PUBLISHED, Input, doublings, planned
from harness.measuring import Results, Run, Series
from harness.targets import Target, Verdict, verdicts

SMALL, MIDDLE, LARGE = (Input(size, PUBLISHED) for size in (30_000, 10_000_000, 100_000_000))


def runs(source: Input, command: str, *walls: float, peak: float = 1, series: Series = "comparison") -> list[Run]:
    return [Run(series, source, command, at, wall, wall, peak) for at, wall in enumerate(walls)]


def outcomes(measured: list[Run], command: str) -> list[Verdict]:
    return [row for row in verdicts(Results(measured), [SMALL, MIDDLE, LARGE]) if row.promise == f"`{command}`"]


class RatioTests(unittest.TestCase):
    def test_ratios_are_taken_within_a_repetition(self) -> None:
        # The machine was ten times slower in the second repetition: a ratio of medians would say 5.5 / 2.2.
        results = Results(runs(LARGE, VALIDATE, 1, 10, 3) + runs(LARGE, SAX, 1, 10, 1))
        self.assertEqual(results.ratio(LARGE, VALIDATE, SAX), 1)

    def test_what_was_not_measured_has_no_ratio(self) -> None:
        self.assertIsNone(Results(runs(LARGE, VALIDATE, 1)).ratio(LARGE, VALIDATE, SAX))

    def test_growth_is_of_neighbouring_sizes(self) -> None:
        series = [run for size in doublings(100) for run in runs(size, VALIDATE, size.size, series="doubling")]
        self.assertEqual([ratio for _, _, ratio in Results(series).growth(VALIDATE)], [2, 2])


class TargetTests(unittest.TestCase):
    def test_at_most(self) -> None:
        target = Target(VALIDATE, SAX, 1.3)
        self.assertTrue(target.is_met(1.3))
        self.assertFalse(target.is_met(1.31))

    def test_faster_by_at_least(self) -> None:
        target = Target(CSV, XSLT, 8, faster=True)
        slow = Results(runs(LARGE, CSV, 1) + runs(LARGE, XSLT, 7))
        ratio = target.ratio(slow, LARGE)
        self.assertEqual(ratio, 7)
        self.assertFalse(target.is_met(7))
        self.assertTrue(target.is_met(8))

    def test_met_and_missed(self) -> None:
        rows = outcomes(runs(LARGE, VALIDATE, 1) + runs(LARGE, SAX, 1) + runs(LARGE, STREAM, 1), VALIDATE)
        self.assertEqual([(row.limit, row.outcome) for row in rows[:2]], [
            (f"1.3 × `{SAX}`", "met"),
            (f"0.55 × `{STREAM}`", "**missed**"),
        ])

    def test_not_measured_is_not_met(self) -> None:
        self.assertEqual({row.outcome for row in outcomes([], VALIDATE)}, {"not measured"})

    def test_without_a_limit_nothing_is_met(self) -> None:
        row = next(row for row in outcomes(runs(SMALL, GENERATE, 3) + runs(SMALL, TREE, 1), GENERATE) if row.measured)
        self.assertEqual((row.measured, row.outcome), ("3.00 ×", "–"))

    def test_more_than_doubling_is_missed(self) -> None:
        quarter, half, whole = doublings(100_000_000)
        series = [
            *runs(quarter, VALIDATE, 1, series="doubling"), *runs(half, VALIDATE, 2, series="doubling"),
            *runs(whole, VALIDATE, 5, series="doubling"),
        ]
        rows = [row for row in verdicts(Results(series), []) if "twice" in row.promise]
        self.assertEqual([row.outcome for row in rows], ["met", "**missed**"])


class InputTests(unittest.TestCase):
    def test_the_whole_run(self) -> None:
        labels = [source.label for source in planned(100_000_000)]
        self.assertEqual(labels, [
            "published, 30 KB", "topologyBuilder, 30 KB", "published, 1 MB", "topologyBuilder, 1 MB",
            "published, 10 MB", "topologyBuilder, 10 MB", "published, 10 MB, UTF-16LE",
            "topologyBuilder, 10 MB, UTF-16LE", "published, 100 MB", "topologyBuilder, 100 MB",
            "published, 100 MB, UTF-16LE",
        ])


if __name__ == "__main__":
    unittest.main()
