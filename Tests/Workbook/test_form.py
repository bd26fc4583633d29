"""Sheets, titles in sight, filters, protection, lists, paper: as written, and once LibreOffice has saved it."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from inputs import FILLED_BY_PEOPLE

SHEETS = [
    "Overview", "Register", "Databases", "File stores", "Settings", "Restoration steps", "Other requirements",
    "Needs no backup", "Questions", "Answers",
]  # fmt: skip


def unlocked(sheet: Worksheet) -> dict[str, int]:
    """How many cells below each title can be filled in."""
    counts: dict[str, int] = {}
    for row in sheet.iter_rows(min_row=2):
        for title, cell in zip(next(sheet.iter_rows(max_row=1, values_only=True)), row):
            if not cell.protection.locked:
                counts[title] = counts.get(title, 0) + 1
    return counts


def test_a_sheet_for_everything(opened, saved):
    assert opened("example", saved).sheetnames == SHEETS


def test_titles_and_names_stay_in_sight(opened):
    """As written: LibreOffice without a window has no view of a sheet, and saves none."""
    frozen = {sheet.title: sheet.freeze_panes for sheet in opened("example")}
    names = ["Register", "Databases", "File stores", "Settings"]
    assert frozen == dict.fromkeys(SHEETS, "A2") | dict.fromkeys(names, "B2")


def test_rows_can_be_filtered(opened, saved):
    overview, *sheets = opened("example", saved)
    assert overview.auto_filter.ref is None
    for sheet in sheets:
        assert sheet.auto_filter.ref == sheet.dimensions, sheet.title


def test_sheets_are_protected_without_password_and_can_be_filtered(opened, saved):
    for sheet in opened("example", saved):
        protection = sheet.protection
        assert protection.sheet and not protection.password and protection.hashValue is None, sheet.title
        # In the file, 0 allows.
        assert protection.autoFilter is False and protection.sort is False, sheet.title
        assert protection.formatColumns is False and protection.formatRows is False, sheet.title


def test_what_people_fill_in_is_unlocked_and_nothing_else(opened, saved):
    workbook = opened("example", saved)
    items = workbook["Register"].max_row - 1
    assert unlocked(workbook["Register"]) == dict.fromkeys(FILLED_BY_PEOPLE, items)
    steps = workbook["Restoration steps"].max_row - 1
    assert unlocked(workbook["Restoration steps"]) == dict.fromkeys(["Done", "Done by", "Ended", "Result"], steps)
    assert unlocked(workbook["Questions"]) == {"Answer": workbook["Questions"].max_row - 1}
    for name in ["Databases", "File stores", "Settings", "Other requirements", "Needs no backup", "Answers"]:
        assert unlocked(workbook[name]) == {}, name


def test_what_nobody_decided_is_coloured(opened):
    """In the example one RTO after another is missing; the policy has the rest."""
    register = opened("example")["Register"]
    titles = [cell.value for cell in register[1]]
    gap = "FFFFF2B3"
    coloured = {
        titles[cell.column - 1] for row in register.iter_rows(min_row=2) for cell in row
        if cell.fill.fgColor.rgb == gap
    }  # fmt: skip
    assert coloured == {"rto"}
    bare = opened("bare")["Register"]
    titles = [cell.value for cell in bare[1]]
    for row in bare.iter_rows(min_row=2):
        coloured = [titles[cell.column - 1] for cell in row if cell.fill.fgColor.rgb == gap]
        assert coloured == ["schedule", "backup_set_expiration", "destination", "owner", "rpo", "rto"]


def test_lists_have_the_answers_that_are_known_and_propose_nothing(opened, saved):
    workbook = opened("example", saved)
    lists = {
        (sheet.title, validation.formula1)
        for sheet in workbook for validation in sheet.data_validations.dataValidation if validation.type == "list"
    }  # fmt: skip
    assert lists == {("Restoration steps", '"\u2610,\u2611"'), ("Questions", '"true,false"')}
    # A word on the form of dates, and no list.
    hints = workbook["Register"].data_validations.dataValidation
    assert {hint.prompt for hint in hints} == {"Year first: 2026-11-22, or with a time 2026-11-22T01:30"}
    assert {str(part)[0] for hint in hints for part in hint.sqref.ranges} == {"M", "N"} or str(hints[0].sqref) == "M2:N25"


def test_what_is_typed_stays_text(opened, saved):
    """No date, number or formula is made of it."""
    for row in opened("example", saved)["Register"].iter_rows(min_row=2):
        assert all(cell.number_format == "@" for cell in row)


def test_paper(opened, saved):
    for sheet in opened("example", saved):
        assert sheet.page_setup.orientation == "landscape" and sheet.page_setup.paperSize == 9, sheet.title
        assert sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.title
        assert (sheet.page_setup.fitToWidth or 1) == 1 and sheet.page_setup.fitToHeight == 0, sheet.title
        assert sheet.print_title_rows == "$1:$1", sheet.title
        assert sheet.oddHeader.left.text.endswith(sheet.title)
        assert sheet.oddHeader.right.text == "Backup and restoration worksheets: A. Datum Corporation"
        assert "&P" in sheet.oddFooter.right.text or "&[Page]" in sheet.oddFooter.right.text
    databases = opened("example", saved)["Databases"]
    last = databases.print_area.rpartition("$")[0].rpartition("$")[2]
    assert databases[f"{last}1"].value == "Source"


def test_columns_are_the_official_ones_first(opened):
    titles = [cell.value for cell in opened("example")["Databases"][1]]
    assert titles[:8] == [
        "Database", "Server name (FQDN)", "Backup schedule", "Database backup tool", "Backup set name",
        "Backup set expiration", "Backup destination", "Notes",
    ]  # fmt: skip
    assert "Item ID" in titles and len(titles) == len(set(titles))


def test_priorities_and_steps_are_numbers(opened):
    sheet = opened("example")["Restoration steps"]
    titles = [cell.value for cell in sheet[1]]
    for title in ["Priority", "Step"]:
        column = titles.index(title) + 1
        assert all(isinstance(sheet.cell(row, column).value, int) for row in range(2, sheet.max_row + 1))


def test_properties_have_a_title_and_no_clock(opened):
    properties = opened("example").properties
    assert properties.title == "Backup and restoration worksheets: A. Datum Corporation"
    assert properties.created.isoformat() == properties.modified.isoformat() == "1980-01-01T00:00:00"


def test_french(opened):
    workbook = opened("french")
    assert workbook.sheetnames[:3] == ["Vue d\u2019ensemble", "Registre", "Bases de donn\u00e9es"]
    # The register is a file format, in no language.
    assert workbook["Registre"]["A1"].value == "item_id"
