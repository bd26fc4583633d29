"""Writes what fuzzing begins with: for each target the files of the project that are of its kind, and a dictionary of
their words. Cases that were found once, Tests/Fixtures/Found/TARGET/, are among them."""

import io
import re
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "Tests/Fixtures"
TEMPLATES = [
    "html/filter.mustache", "html/navigation.mustache", "html/page.mustache", "html/script.js", "html/style.css",
    "html/worksheet.mustache", "markdown/document.mustache",
]


def contents(folder, *patterns):
    return [path.read_bytes() for pattern in patterns for path in sorted(folder.glob(pattern))]


def archive(*entries, method=zipfile.ZIP_DEFLATED, streamed=False):
    """An archive of (name, bytes); `streamed` has lengths behind the contents, as from a pipe."""
    file = io.BytesIO()

    class Pipe:
        write, flush = file.write, file.flush

    with zipfile.ZipFile(Pipe() if streamed else file, "w", method) as written:
        for name, data in entries:
            written.writestr(name, data)
    return file.getvalue()


def seeds():
    topologies = contents(FIXTURES, "*.xml", "*.tbxml")
    small = min(topologies, key=len)
    sources = "\n".join(path.read_text() for path in sorted((ROOT / "Tests").rglob("*Tests.swift")))
    return {
        "topology": topologies
        + [text.decode("utf-8-sig").encode(encoding) for text in topologies[:3] for encoding in ("utf-16", "utf-16-be")],
        "archive": [archive(("DocItemSet.xml", text)) for text in topologies]
        + [
            archive(("a/", b""), ("a/DocItemSet.xml", small), method=zipfile.ZIP_STORED),
            archive(("x.xml", small), ("notes.txt", b"x"), streamed=True),
        ],
        "policy": contents(ROOT / "docs/examples", "*.yml") + contents(ROOT / "templates", "*.yml"),
        "register": contents(FIXTURES / "Registers", "*.csv"),
        "quoting": [text.encode() for text in re.findall(r'"((?:[^"\\\n]|\\.){1,60})"', (
            ROOT / "Tests/TestSupport/HostileStrings.swift").read_text())],
        "templates": [bytes([index]) + (ROOT / "templates" / name).read_bytes() for index, name in enumerate(TEMPLATES)],
        "evidence": [
            b"path,size,modified,sha256\r\n\"a\\Config.zip\",12,2026-11-22T01:30:00Z," + b"0" * 64 + b"\r\n",
            b"server_name;database_name;type;backup_finish_date;backup_size\nSQL1\\RTC;rtcxds;D;2026-11-22 01:30:00;99\n"
            b"\n(1 rows affected)\n",
            "#TYPE x\npath\tsize\tmodified\n-\t-\t-\nb.bak\t1\t22.11.2026 01:30\n".encode("utf-16"),
            archive(("DocItemSet.xml", small)),
        ]
        + [text.encode() for text in re.findall(r'"""\n(\s*(?:path|server_name).*?)"""', sources, re.DOTALL)],
        "fleet": contents(ROOT / "docs/fleet", "fleet.yml")
        + [text.encode() for text in re.findall(r'"""\n(\s*schema: backup-worksheets/fleet.*?)"""', sources, re.DOTALL)]
        + [
            b'{"schema": "backup-worksheets/record/1", "name": "a", "inputs": "0", "files": {"index.md": "0"}, "counts": {}}',
        ],
        "baseline": [
            b'{"findings": [{"rule": "rpo-missing", "subject": "userData:pool.contoso.com"}],\n'
            b' "schema": "backup-worksheets/baseline/1"}\n',
            b'{"schema":"backup-worksheets/baseline/1","findings":[{"subject":"\\u00e9\\n","rule":"\\""}]}',
        ],
    }


def main(folder):
    for target, files in seeds().items():
        corpus = folder / "seeds" / target
        corpus.mkdir(parents=True, exist_ok=True)
        found = contents(FIXTURES / "Found" / target, "*")
        for index, data in enumerate(files + found):
            (corpus / f"{index:03}").write_bytes(data)
        words = sorted({word for data in files for word in re.findall(rb"[A-Za-z_:/-]{3,40}", data)})
        lines = [f'"{word.decode()}"\n' for word in words[:800]]
        (folder / "seeds" / f"{target}.dict").write_text("".join(lines))


main(Path(sys.argv[1]))
