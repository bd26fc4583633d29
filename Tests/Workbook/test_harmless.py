"""Whatever names and cells say, a workbook has no formula, link, macro or connection."""

from __future__ import annotations

import re
import zipfile

import pytest

from inputs import EXAMPLES, generate


def test_no_formula_as_written(opened, saved):
    for name in ["example", "hostile"]:
        for sheet in opened(name, saved):
            for row in sheet.iter_rows():
                assert all(cell.data_type in "sn" and cell.hyperlink is None for cell in row)


@pytest.mark.parametrize("name", ["example", "hostile"])
def test_the_archive_has_sheets_and_nothing_that_acts(written, name):
    with zipfile.ZipFile(written(name).workbook) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        assert all(re.fullmatch(r"(\[Content_Types\]\.xml|_rels/\.rels|docProps/.*|xl/[a-zA-Z]+\.xml|xl/_rels/.*|"
                                r"xl/theme/.*|xl/worksheets/sheet\d+\.xml)", part) for part in names), names
        for part in names:
            text = archive.read(part).decode("utf-8")
            assert "<f>" not in text and "<f " not in text and 'TargetMode="External"' not in text, part


def test_libreoffice_sees_no_formula_and_no_link(written, libreoffice, tmp_path):
    text = libreoffice.convert(written("hostile").workbook, "fods", tmp_path).read_text(encoding="utf-8")
    assert "table:formula" not in text and "xlink:href=\"http" not in text
    assert "HYPERLINK" in text, "the hostile cells are in it, as text"


def test_the_same_bytes_anywhere(written, tmp_path, monkeypatch):
    for zone, locale in [("Asia/Tokyo", "fr_FR.UTF-8"), ("America/New_York", "C")]:
        monkeypatch.setenv("TZ", zone)
        monkeypatch.setenv("LC_ALL", locale)
        again = generate(
            EXAMPLES / "published.xml", tmp_path / locale, "--policy", EXAMPLES / "published.policy.yml"
        )
        assert again.workbook.read_bytes() == written("example").workbook.read_bytes()


def test_a_long_text_is_cut_visibly_and_an_escape_stays_what_it_is(tmp_path, libreoffice):
    policy = tmp_path / "policy.yml"
    policy.write_text(
        "schema: backup-worksheets/policy/1\nbackup:\n  defaults:\n"
        f"    owner: \"{'long ' * 8000}\"\n    schedule: \"_x0041_ and _x005F_\"\n",
        encoding="ascii",
    )
    workbook = generate(EXAMPLES / "published.xml", tmp_path / "output", "--policy", policy)
    path = libreoffice.sheet_as_csv(workbook.workbook, "Databases", tmp_path / "csv")
    text = path.read_text(encoding="utf-8")
    assert "(cut: longer than a cell of a workbook can be)" in text
    assert "_x0041_ and _x005F_" in text
