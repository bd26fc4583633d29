"""The sheet Register saved as CSV is a register: nothing of it is lost."""

from __future__ import annotations

import json
import re
import shutil

import openpyxl

from inputs import POLICY, generate, program, read_csv


def test_filled_in_saved_as_csv_and_read_back(written, libreoffice, tmp_path):
    example = written("example")
    workbook = openpyxl.load_workbook(example.workbook)
    sheet = workbook["Register"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        for title, value in {
            "rto": "8h", "owner": "M\u00fcller; Zo\u00eb \"Ops\"", "last_backup": "2026-11-20",
            "last_restore_test": "2026-10-01T02:30", "notes": f"first line\nsecond line {row}",
        }.items():  # fmt: skip
            sheet.cell(row, columns[title]).value = value
    workbook.save(tmp_path / "filled.xlsx")
    entries = libreoffice.sheet_as_csv(tmp_path / "filled.xlsx", "Register", tmp_path / "csv")

    plan = program("plan", example.topology, *POLICY, "--entries", entries, "--format", "json")
    assert plan.returncode == 0, plan.stderr
    for item in json.loads(plan.stdout)["backupItems"]:
        assert item["rto"] == "8h" and item["owner"] == "M\u00fcller; Zo\u00eb \"Ops\""
        assert any(note.startswith("first line") for note in item["notes"])

    audit = program("audit", example.topology, *POLICY, "--entries", entries, "--as-of", "2026-11-23", "--format", "json")
    assert audit.returncode in (0, 1), audit.stderr
    rules = {finding["rule"] for finding in json.loads(audit.stdout)["findings"]}
    assert not rules & {"rto-missing", "restore-test-missing", "register-row-missing", "register-retired"}

    update = program("entries", example.topology, "--file", entries)
    assert "rows added: 0, kept: 24, retired: 0" in update.stderr
    assert {row["rto"] for row in read_csv(entries)} == {"8h"}


def with_line_feeds(cell: str) -> str:
    """A cell of a register as it is after a spreadsheet has made every line break LF, with the apostrophe that it then
    needs or does not need (docs/decisions/0022)."""
    text = (cell[1:] if re.match(r"'+[=+\-@\t\r]", cell) else cell).replace("\r\n", "\n")
    return "'" + text if re.match(r"'*[=+\-@\t\r]", text) else text


def test_hostile_cells_come_back_exactly(written, libreoffice, tmp_path):
    hostile = written("hostile")
    entries = libreoffice.sheet_as_csv(hostile.workbook, "Register", tmp_path)
    # The program writes both in one form. Line breaks in cells are LF to every spreadsheet.
    assert program("entries", hostile.topology, "--file", entries, "--quiet").returncode == 0
    for before, after in zip(read_csv(hostile.register), read_csv(entries), strict=True):
        assert {title: with_line_feeds(cell) for title, cell in before.items()} == after


def test_retired_rows_stay(written, libreoffice, tmp_path):
    register = tmp_path / "entries.csv"
    shutil.copy(written("hostile").register, register)
    text = register.read_text(encoding="utf-8")
    register.write_text(text + "userData:gone.adatum.com,active,,,,Daily\r\n", encoding="utf-8", newline="")
    workbook = generate(written("example").topology, tmp_path / "output", register=register)
    rows = read_csv(libreoffice.sheet_as_csv(workbook.workbook, "Register", tmp_path / "csv"))
    assert (rows[-1]["item_id"], rows[-1]["state"], rows[-1]["schedule"]) == (
        "userData:gone.adatum.com", "retired", "Daily",
    )  # fmt: skip


def test_a_cell_that_no_workbook_holds_is_refused(written, tmp_path):
    for text, said in [("x" * 32_768, "longer than the 32767 characters"), ("a\ufffeb", "the character U+FFFE")]:
        register = tmp_path / "entries.csv"
        shutil.copy(written("hostile").register, register)
        rows = register.read_text(encoding="utf-8")
        register.write_text(rows + f"userData:gone.adatum.com,active,,,,{text}\r\n", encoding="utf-8", newline="")
        output = tmp_path / "output"
        result = program(
            "generate", written("example").topology, "--entries", register, "--format", "xlsx,json", "--output", output
        )
        assert result.returncode == 65
        assert f'sheet "Register", cell F26: ' in result.stderr and said in result.stderr
        assert not output.exists()


def test_pseudonyms_leave_nothing_to_fill_in(written, tmp_path):
    workbook = generate(written("hostile").topology, tmp_path, "--redact", register=written("hostile").register)
    opened = openpyxl.load_workbook(workbook.workbook)
    assert "Register" not in opened.sheetnames
    texts = [str(cell.value) for sheet in opened for row in sheet.iter_rows() for cell in row]
    assert not any("adatum" in text.lower() for text in texts)
