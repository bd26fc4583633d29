"""Runs the commands of a page of the documentation, and compares what they print with what the page shows.

    run_blocks.py PROGRAM PAGE...            says what differs, and ends with 1 then
    run_blocks.py --update PROGRAM PAGE...   writes what they print into the pages

The commands of a page run one after the other in one shell, in a folder of their own that looks like the repository
and is removed afterwards, on a terminal: the page shows what its readers see. What runs:

- ```console blocks: lines that begin with `$ ` (with `> ` or after a backslash, the next line belongs to the command);
  everything else is what the command prints. `cat FILE` of a file that is not there shows one to be written.
- ```sh blocks: a command a line; whatever it prints, it ends with 0 or, of an audit with findings, 1. The block after
  `<!-- not run: reason -->` is left alone.

`<!-- given: NAME = FILE -->` puts a copy of a file of the repository into the folder under that name.
"""

from __future__ import annotations

import difflib
import os
import pty
import re
import secrets
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
from dataclasses import dataclass, field
from fcntl import ioctl
from pathlib import Path
from select import select

ROOT = Path(__file__).resolve().parents[2]

# What commands of the pages read. A deployment of one's own is that of the example.
COPIES = {name: name for name in ("docs", "templates", "output")} | {"topology.xml": "docs/examples/published.xml"}
SECONDS = 120
GIVEN = re.compile(r"<!-- given: ([\w.-]+) = ([\w./-]+) -->")


@dataclass
class Step:
    """A command of a page and what it prints there."""

    line: int
    command: str
    shown: list[str] | None = field(default_factory=list)
    source: str = ""
    """The lines of the page, where they are not the command's own."""


@dataclass
class Block:
    """A fenced block: its lines without the fences, from `start` to before `end`, counted from 0."""

    start: int
    end: int
    steps: list[Step]


def blocks(lines: list[str]) -> list[Block]:
    found: list[Block] = []
    number = 0
    while number < len(lines):
        fence = re.fullmatch(r"( *)```(\w*)", lines[number])
        if not fence:
            number += 1
            continue
        end = next(i for i in range(number + 1, len(lines)) if lines[i] == f"{fence[1]}```")
        content = [line.removeprefix(fence[1]) for line in lines[number + 1 : end]]
        is_excused = number > 0 and lines[number - 1].startswith("<!-- not run: ")
        if fence[2] == "console":
            found.append(Block(number + 1, end, steps(content, number + 2)))
        elif fence[2] == "sh" and not is_excused:
            commands = re.findall(r"(?:.*\\\n)*.+", "\n".join(content))
            found.append(Block(number + 1, end, [Step(number + 2, command, None) for command in commands]))
        number = end + 1
    return found


def steps(content: list[str], first: int) -> list[Step]:
    found: list[Step] = []
    closing: str | None = None
    for number, line in enumerate(content):
        if closing is not None:
            found[-1].command += "\n" + line
            found[-1].source += "\n" + line
            if line == closing:
                closing = None
        elif found and not found[-1].shown and found[-1].command.endswith("\\"):
            found[-1].command += "\n" + line
            found[-1].source += "\n" + line
        elif found and not found[-1].shown and line.startswith("> "):
            found[-1].command += "\n" + line[2:]
            found[-1].source += "\n" + line
            continue
        elif line.startswith("$ "):
            found.append(Step(first + number, line[2:], source=line))
        elif not found:
            raise SystemExit(f"a console block begins with output, not with `$ `: {line}")
        else:
            found[-1].shown.append(line)
        if closing is None and found:
            here = re.search(r"<< '(\w+)'$", found[-1].command)
            if here and not found[-1].shown and line.endswith(here[0]):
                closing = here[1]
    return found


class Shell:
    """A shell on a terminal that shows nothing but what commands print."""

    def __init__(self, folder: Path, program: Path) -> None:
        self._terminal, other = pty.openpty()
        attributes = termios.tcgetattr(other)
        attributes[3] &= ~termios.ECHO
        attributes[1] &= ~termios.ONLCR
        termios.tcsetattr(other, termios.TCSANOW, attributes)
        ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
        environment = {name: os.environ[name] for name in ("HOME", "TMPDIR") if name in os.environ} | {
            "PATH": f"{program.parent}:{os.environ['PATH']}",
            "LC_ALL": "C.UTF-8",
            "NO_COLOR": "1",
            # No progress, whose time nobody knows.
            "TERM": "dumb",
        }
        self._shell = subprocess.Popen(
            ["bash", "--noprofile", "--norc"], stdin=subprocess.PIPE, stdout=other, stderr=other, cwd=folder,
            env=environment, close_fds=True,
        )
        os.close(other)

    def run(self, command: str) -> tuple[str, int]:
        """What it prints, and its exit code."""
        mark = secrets.token_hex(16)
        self._shell.stdin.write(f"{{\n{command}\n}} < /dev/null\nprintf '%s %s\\n' '{mark}' \"$?\"\n".encode())
        self._shell.stdin.flush()
        printed = b""
        while not (end := re.search(rb"%s (\d+)\n" % mark.encode(), printed)):
            if not select([self._terminal], [], [], SECONDS)[0]:
                self._shell.kill()
                raise SystemExit(f"nothing printed for {SECONDS} s, perhaps for want of a closing quote: {command}")
            piece = os.read(self._terminal, 1 << 16)
            printed += piece
        return printed[: end.start()].decode(), int(end[1])

    def close(self) -> None:
        self._shell.stdin.close()
        self._shell.wait()
        os.close(self._terminal)


def run_page(page: Path, program: Path, update: bool) -> list[str]:
    """What is wrong with a page."""
    lines = page.read_text(encoding="utf-8").split("\n")
    complaints: list[str] = []
    replaced: list[tuple[Block, list[str]]] = []
    with tempfile.TemporaryDirectory() as folder:
        given = dict(GIVEN.findall("\n".join(lines)))
        for name, source in (COPIES | given).items():
            origin = ROOT / source
            copy = shutil.copytree if origin.is_dir() else shutil.copyfile
            copy(origin, Path(folder, name))
        shell = Shell(Path(folder), program)
        for block in blocks(lines):
            text: list[str] = []
            for step in block.steps:
                shown_file = re.fullmatch(r"cat ([\w.-]+)", step.command)
                if shown_file and not Path(folder, shown_file[1]).exists():
                    Path(folder, shown_file[1]).write_text("\n".join(step.shown) + "\n", encoding="utf-8")
                output, code = shell.run(step.command)
                place = f"{page.relative_to(ROOT)}:{step.line}"
                if step.shown is None:
                    if code not in (0, 1):
                        complaints.append(f"{place}: ended with {code}: {step.command}\n{output}")
                    text = lines[block.start : block.end]
                    continue
                # A page has no line that ends with CR; what an output ends its lines with is said beside it.
                printed = output.replace("\r\n", "\n").removesuffix("\n").split("\n") if output else []
                text += [step.source, *printed]
                if printed != step.shown:
                    difference = difflib.unified_diff(step.shown, printed, "shown", "printed", lineterm="")
                    complaints.append(f"{place}: $ {step.command}\n" + "\n".join(difference))
            replaced.append((block, text))
        shell.close()
    if update:
        for block, text in reversed(replaced):
            lines[block.start : block.end] = "\n".join(text).split("\n")
        page.write_text("\n".join(lines), encoding="utf-8")
        return []
    if not replaced:
        complaints.append(f"{page}: no command to run")
    return complaints


def main() -> int:
    arguments = sys.argv[1:]
    update = arguments[:1] == ["--update"]
    program, *pages = arguments[update:]
    complaints = [text for page in pages for text in run_page(Path(page).resolve(), Path(program).resolve(), update)]
    for text in complaints:
        print(text, file=sys.stderr)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
