"""Only what is between the markers is replaced."""

from __future__ import annotations

import unittest

from harness.counting import Count
from harness.commands import STREAM, VALIDATE
from harness.report import BEGIN, END, REPORT, count_table, replaced


class ReportTests(unittest.TestCase):
    def test_prose_stays(self) -> None:
        text = f"before\n{BEGIN}\nold\n{END}\nafter\n"
        self.assertEqual(replaced(text, "new\n"), f"before\n{BEGIN}\nnew\n{END}\nafter\n")

    def test_lost_markers_are_an_error(self) -> None:
        for text in ("nothing", f"{BEGIN} only", f"{END} before {BEGIN}"):
            with self.assertRaises(SystemExit):
                replaced(text, "new")

    def test_the_document_has_its_markers(self) -> None:
        text = REPORT.read_text(encoding="utf-8")
        self.assertNotEqual(replaced(text, "new"), text)

    def test_counts_are_set_in_relation_to_the_same_input(self) -> None:
        counts = [Count("a", VALIDATE, 2_000_000), Count("a", STREAM, 4_000_000), Count("b", VALIDATE, 1_000_000)]
        rows = [line.split(" | ") for line in count_table(counts) if line.startswith("| `")]
        self.assertEqual([row[3] for row in rows], ["0.50 |", "1.00 |", " |"])


if __name__ == "__main__":
    unittest.main()
