"""A workbook that somebody saved is not replaced: what was filled in would be lost."""

from __future__ import annotations

import shutil

import openpyxl
import pytest

from inputs import EXAMPLES, POLICY, generate, program


def save_with_libreoffice(path, libreoffice, folder):
    shutil.copy(libreoffice.convert(path, "xlsx", folder), path)


def save_with_openpyxl(path, libreoffice, folder):
    openpyxl.load_workbook(path).save(path)


@pytest.mark.parametrize("save", [save_with_libreoffice, save_with_openpyxl])
def test_saved_by_somebody(save, libreoffice, tmp_path):
    path = generate(EXAMPLES / "published.xml", tmp_path / "output", *POLICY).workbook
    save(path, libreoffice, tmp_path / "saved")
    before = path.read_bytes()
    result = program("generate", EXAMPLES / "published.xml", "--format", "xlsx,json", "--output", path.parent)
    assert result.returncode == 73 and "somebody saved this workbook" in result.stderr
    assert path.read_bytes() == before and not (path.parent / "plan.json").exists()
    # The other formats go on.
    assert program("generate", EXAMPLES / "published.xml", "--output", path.parent).returncode == 0


def test_untouched(tmp_path):
    path = generate(EXAMPLES / "published.xml", tmp_path, *POLICY).workbook
    before = path.read_bytes()
    generate(EXAMPLES / "published.xml", tmp_path, "--language", "fr")
    assert path.read_bytes() != before


def test_check_says_that_it_differs(tmp_path):
    path = generate(EXAMPLES / "published.xml", tmp_path, *POLICY).workbook
    arguments = (EXAMPLES / "published.xml", "--format", "xlsx", "--output", tmp_path)
    assert program("check", *arguments, *POLICY).returncode == 0
    result = program("check", *arguments)
    assert result.returncode == 2 and result.stdout == f"differs: {path}\n"
