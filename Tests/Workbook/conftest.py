"""What the tests share: workbooks that are written once, and LibreOffice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from inputs import INPUTS, LibreOffice, Written


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    return LibreOffice(tmp_path_factory.mktemp("profile"))


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Written]:
    """The workbook of the input of that name, written when it is first asked for."""
    known: dict[str, Written] = {}

    def of(name: str) -> Written:
        if name not in known:
            known[name] = INPUTS[name](tmp_path_factory.mktemp(name))
        return known[name]

    return of


@pytest.fixture(scope="session")
def opened(
    written: Callable[[str], Written], libreoffice: LibreOffice, tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., Workbook]:
    """The workbook of an input as openpyxl reads it, `saved` or not: opened and saved again by LibreOffice."""
    known: dict[tuple[str, bool], Workbook] = {}

    def of(name: str, saved: bool = False) -> Workbook:
        if (name, saved) not in known:
            path: Path = written(name).workbook
            if saved:
                path = libreoffice.convert(path, "xlsx", tmp_path_factory.mktemp("saved"))
            known[name, saved] = openpyxl.load_workbook(path)
        return known[name, saved]

    return of


@pytest.fixture(params=[False, True], ids=["as-written", "saved-by-libreoffice"])
def saved(request: pytest.FixtureRequest) -> bool:
    return request.param
