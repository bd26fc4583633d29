"""Every CSV file in a spreadsheet: whatever names and cells say, no cell is a formula or a link, and nothing is lost."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parents[1] / "Browser"))
import hostile_strings  # noqa: E402  (one list for every renderer)
import inputs  # noqa: E402

PROGRAM = inputs._tool("BACKUP_WORKSHEETS")

# Comma or semicolon, quote, UTF-8, from line 1; what looks like a number becomes one: as careless as import can be.
FILTER = "Text - txt - csv (StarCalc):{delimiter},34,76,1,,0,false,true"


def opened(files: list[Path], folder: Path, delimiter: str = ",") -> dict[str, str]:
    """What LibreOffice makes of the files, as its own XML, by their names."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         f"--infilter={FILTER.format(delimiter=ord(delimiter))}", "--convert-to", "fods", "--outdir", str(folder),
         *map(str, files)],
        check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300,
    )
    return {file.name: (folder / f"{file.stem}.fods").read_text(encoding="utf-8") for file in files}


def acting(xml: str) -> list[str]:
    """Formulas and links in a document."""
    return re.findall(r"table:formula=\"[^\"]*\"|xlink:href=\"(?:https?|javascript|file)[^\"]*\"", xml)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Worksheets of hostile names, policy and cells, and a register with hostile cells in columns of all kinds."""
    folder = tmp_path_factory.mktemp("hostile")
    inputs.hostile(folder)
    register = folder / "entries.csv"
    with register.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    strings = [text for text in hostile_strings.ALL if hostile_strings.fits_csv(text) and text.strip()]
    # A column of somebody's own, its title hostile as well; notes with every string there is.
    for number, row in enumerate(rows):
        row["=1+1"] = strings[number % len(strings)]
        # A carriage return beside a line feed is one line break to a spreadsheet.
        row["notes"] = "\n".join(text for text in strings[number::len(rows)] if "\r" not in text)
    with register.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    subprocess.run([PROGRAM, "entries", str(folder / "topology.xml"), "--file", str(register), "--quiet"], check=True)
    return folder


def test_a_formula_would_be_seen(tmp_path: Path) -> None:
    """As the other tests open files, `=1+1` is a formula."""
    (tmp_path / "x.csv").write_text('a,b\r\n=1+1,"=HYPERLINK(""http://evil.example"",""x"")"\r\n')
    assert len(acting(opened([tmp_path / "x.csv"], tmp_path)["x.csv"])) >= 2


def test_no_worksheet_has_a_formula(hostile: Path, tmp_path: Path) -> None:
    files = sorted((hostile / "output").glob("*.csv"))
    assert len(files) == 5
    documents = opened(files, tmp_path)
    for name, xml in documents.items():
        assert acting(xml) == [], name
    assert "HYPERLINK" in "".join(documents.values()), "the hostile cells are in them, as text"


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_no_register_has_a_formula(hostile: Path, tmp_path: Path, delimiter: str) -> None:
    """With either delimiter: `entries` keeps the one that the file has."""
    register = tmp_path / "entries.csv"
    with (hostile / "entries.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    with register.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    # A row that is missing makes it write the file anew.
    subprocess.run(
        [PROGRAM, "entries", str(inputs.EXAMPLES / "draft.tbxml"), "--file", str(register), "--quiet"], check=True
    )
    xml = opened([register], tmp_path, delimiter)["entries.csv"]
    assert acting(xml) == []
    assert "HYPERLINK" in xml


def test_what_a_spreadsheet_saves_is_read_back(hostile: Path, tmp_path: Path) -> None:
    """Opened and saved, the register has the cells that it had."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,false,false",
         "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "--outdir", str(tmp_path),
         str(hostile / "entries.csv")],
        check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300,
    )
    saved = tmp_path / "entries.csv"
    subprocess.run([PROGRAM, "entries", str(hostile / "topology.xml"), "--file", str(saved), "--quiet"], check=True)

    def cells(path: Path) -> list[list[str]]:
        with path.open(encoding="utf-8", newline="") as file:
            # Line breaks in cells are LF to every spreadsheet.
            return [[re.sub(r"\r\n?", "\n", cell) for cell in row] for row in csv.reader(file)]

    assert cells(saved) == cells(hostile / "entries.csv")
