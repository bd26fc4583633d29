"""A count that is off fails, and says what to do."""

from __future__ import annotations

import unittest
from pathlib import Path

from harness.counting import collected
from harness.guarding import problems, read
from harness.places import ROOT

EXPECTED = {"validate a.xml": 1_000_000}


class GuardTests(unittest.TestCase):
    def test_within_the_margin(self) -> None:
        for count in (860_000, 1_000_000, 1_140_000):
            self.assertEqual(problems(EXPECTED, {"validate a.xml": count}), [])

    def test_more(self) -> None:
        (problem,) = problems(EXPECTED, {"validate a.xml": 1_200_000})
        self.assertIn("validate a.xml: 1,200,000, which is 1.20 times 1,000,000", problem)
        self.assertIn("Benchmarks/guard --renew", problem)

    def test_fewer_has_to_be_kept(self) -> None:
        (problem,) = problems(EXPECTED, {"validate a.xml": 500_000})
        self.assertIn("keep what was gained: run Benchmarks/guard --renew", problem)

    def test_a_command_that_is_new_or_gone(self) -> None:
        found = problems(EXPECTED, {"validate b.xml": 1})
        self.assertEqual(len(found), 2)
        self.assertIn("validate b.xml is not in instructions.json", found[0])
        self.assertIn("validate a.xml is not counted any more", found[1])

    def test_the_sum_is_read_from_what_valgrind_prints(self) -> None:
        output = "==7== Events    : Ir\n==7== Collected : 367637882\n==7== \n==7== I   refs:      367,637,882\n"
        self.assertEqual(collected(output), 367_637_882)
        self.assertIsNone(collected("valgrind: the 'impossible' happened"))

    def test_what_is_agreed_on_is_about_files_that_exist(self) -> None:
        for command in read():
            self.assertTrue(Path(ROOT / command.split()[1]).is_file(), command)


if __name__ == "__main__":
    unittest.main()
