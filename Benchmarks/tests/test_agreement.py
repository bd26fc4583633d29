"""No ratio is printed between programs that write different things."""

from __future__ import annotations

import unittest
from pathlib import Path

from harness.agreement import disagreements, first_difference
from harness.commands import WORKSHEET, Command
from harness.inputs import PUBLISHED, Input

SOURCE = Input(30_000, PUBLISHED)
ROWS = "Database,Server\r\nUser data,sql01.contoso.com\r\n"


def writer(name: str, text: str, shapes: tuple[str, ...] = (PUBLISHED,)) -> Command:
    """A command that writes `text` as its worksheet."""

    def arguments(_: Path, folder: Path) -> list[str]:
        return ["python3", "-c", f"open({str(folder / WORKSHEET)!r}, 'w', newline='').write({text!r})"]

    return Command(name, arguments, shapes, writes_worksheet=True)


class AgreementTests(unittest.TestCase):
    def test_same_bytes_agree(self) -> None:
        self.assertEqual(disagreements([writer("ours", ROWS), writer("peer", ROWS)], SOURCE), [])

    def test_the_line_that_differs_is_named(self) -> None:
        problems = disagreements([writer("ours", ROWS), writer("peer", ROWS.replace("sql01", "sql02"))], SOURCE)
        self.assertEqual(len(problems), 1)
        self.assertIn("peer differs from ours: line 2 is b'User data,sql02", problems[0])

    def test_line_ends_count(self) -> None:
        self.assertIn("line 1", disagreements([writer("ours", ROWS), writer("peer", ROWS.replace("\r", ""))], SOURCE)[0])

    def test_a_missing_row_is_a_difference(self) -> None:
        self.assertEqual(first_difference([b"a\r\n", b"b\r\n"], [b"a\r\n"]), "1 lines, not 2")

    def test_a_peer_that_writes_nothing_is_reported(self) -> None:
        silent = Command("peer", lambda _, __: ["true"], writes_worksheet=True)
        self.assertIn(f"wrote no {WORKSHEET}", disagreements([writer("ours", ROWS), silent], SOURCE)[0])

    def test_a_peer_that_fails_is_reported_with_its_message(self) -> None:
        failing = Command("peer", lambda _, __: ["sh", "-c", "echo broken >&2; exit 3"], writes_worksheet=True)
        self.assertIn("exit code 3: broken", disagreements([writer("ours", ROWS), failing], SOURCE)[0])

    def test_agreeing_on_no_row_proves_nothing(self) -> None:
        empty = ROWS.splitlines(keepends=True)[0]
        self.assertIn("no row", disagreements([writer("ours", empty), writer("peer", empty)], SOURCE)[0])

    def test_who_does_not_read_the_shape_is_not_asked(self) -> None:
        other = writer("peer", "something else", shapes=("topologyBuilder",))
        self.assertEqual(disagreements([writer("ours", ROWS), other], SOURCE), [])


if __name__ == "__main__":
    unittest.main()
