"""The tables of docs/performance.md, and results.csv."""

from __future__ import annotations

import csv
import os
import platform
import subprocess
from pathlib import Path

from harness.commands import STREAM, TREE, Command
from harness.counting import Count
from harness.inputs import SMALLEST, Input, bytes_text
from harness.measuring import Results
from harness.places import BENCHMARKS, ROOT, call, fail
from harness.targets import verdicts

RESULTS = BENCHMARKS / "results.csv"
REPORT = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- benchmark: begin -->", "<!-- benchmark: end -->"


def reference(source: Input) -> str:
    """What all commands of an input are set in relation to: of a small file, `--stream` is all start-up."""
    return TREE if source.size == SMALLEST else STREAM


def report(results: Results, inputs: list[Input], commands: list[Command], counts: list[Count], build: str) -> str:
    lines = [machine(build), "", *target_table(results, inputs)]
    for source in inputs:
        lines += input_table(results, source, commands)
    return "\n".join(lines + count_table(counts))


def target_table(results: Results, inputs: list[Input]) -> list[str]:
    lines = ["| What | Input | Limit | Measured | |", "|---|---|---:|---:|---|"]
    for row in verdicts(results, inputs):
        lines.append(f"| {row.promise} | {row.input} | {row.limit} | {row.measured} | {row.outcome} |")
    return [*lines, ""]


def input_table(results: Results, source: Input, commands: list[Command]) -> list[str]:
    base = reference(source)
    repetitions = len(results.of(source, base))
    lines = [
        f"**{source.label}** ({bytes_text(source.path.stat().st_size)} on disk), {repetitions} repetition{'' if repetitions == 1 else 's'}",
        "",
        f"| Command | Wall | CPU | Peak memory | Wall / `{base}` | Memory / same |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for command in commands:
        wall = results.median(source, command.name, "wall")
        cpu = results.median(source, command.name, "cpu")
        peak = results.median(source, command.name, "peak")
        ratio = results.ratio(source, command.name, base)
        memory = results.ratio(source, command.name, base, "peak")
        if wall is None or cpu is None or peak is None or ratio is None or memory is None:
            continue
        figures = [milliseconds(wall), milliseconds(cpu), f"{peak / 1e6:.1f} MB", f"{ratio:.2f}", f"{memory:.2f}"]
        lines.append(f"| `{command.name}` | {' | '.join(figures)} |")
    return [*lines, ""]


def count_table(counts: list[Count]) -> list[str]:
    if not counts:
        return []
    lines = ["**Instructions**, counted by Valgrind", ""]
    lines += [f"| Command | Input | Instructions | / `{STREAM}` |", "|---|---|---:|---:|"]
    base = {count.input: count.instructions for count in counts if count.command == STREAM}
    for count in counts:
        ratio = f"{count.instructions / base[count.input]:.2f}" if count.input in base else ""
        lines.append(f"| `{count.command}` | {count.input} | {count.instructions / 1e6:,.1f} million | {ratio} |")
    return [*lines, ""]


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1e3:,.1f} ms"


def machine(build: str) -> str:
    described = (line.partition(":") for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines())
    processor = next((value.strip() for key, _, value in described if key.strip() == "model name"), platform.machine())
    memory = int(Path("/proc/meminfo").read_text(encoding="utf-8").split()[1]) // 2**20
    parts = [
        f"Machine: {processor}, {os.cpu_count()} cores, {memory} GiB",
        platform.freedesktop_os_release().get("PRETTY_NAME", platform.system()),
        call(["swift", "--version"]).splitlines()[0],
        xml_tools(),
        f"commit {call(['git', 'describe', '--always', '--dirty']).strip()}",
        build,
    ]
    return "; ".join(parts) + "."


def xml_tools() -> str:
    # "Using libxml 20914, libxslt 10135 and …"
    said = subprocess.run(["xsltproc", "--version"], check=True, text=True, capture_output=True).stdout.split()
    numbers = {word: int(said[said.index(word) + 1].rstrip(",")) for word in ("libxml", "libxslt")}
    versions = {word: f"{n // 10000}.{n // 100 % 100}.{n % 100}" for word, n in numbers.items()}
    return f"libxml2 {versions['libxml']}, libxslt {versions['libxslt']}"


def replaced(text: str, table: str) -> str:
    """`text` with `table` between its markers."""
    head, begin, rest = text.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        fail(f"{REPORT} has lost its markers {BEGIN} and {END}")
    return f"{head}{BEGIN}\n{table}{END}{tail}"


def write_report(table: str) -> None:
    REPORT.write_text(replaced(REPORT.read_text(encoding="utf-8"), table), encoding="utf-8")


def write_results(results: Results, counts: list[Count]) -> None:
    with RESULTS.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        titles = ["series", "input", "command", "repetition", "wall_seconds", "cpu_seconds", "peak_bytes"]
        rows.writerow([*titles, "instructions"])
        for run in results.runs:
            figures = [f"{run.wall:.6f}", f"{run.cpu:.6f}", f"{run.peak:.0f}", ""]
            rows.writerow([run.series, run.input.label, run.command, run.repetition, *figures])
        for count in counts:
            rows.writerow(["instructions", count.input, count.command, "", "", "", "", count.instructions])
