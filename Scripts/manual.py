"""Writes the manual page, as mdoc: standard input is what `--experimental-dump-help` prints.

Commands, options and what they mean are the program's own; what stands in no help is below.
"""

from __future__ import annotations

import json
import re
import sys
from typing import Any

EXIT_STATUS = {
    "0": "Done. Warnings do not change it.",
    "1": "The audit found something at or above --fail-on that is neither waived nor in the baseline.",
    "2": "check found output that is not what generate would write.",
    "64": "Wrong usage.",
    "65": "The topology, the policy, the register or another input is not usable.",
    "66": "An input cannot be opened.",
    "70": "Internal error.",
    "73": "Output cannot be created, or would replace what people changed.",
    "74": "Reading or writing failed.",
}

ENVIRONMENT = {
    "NO_COLOR": "Where it is not empty, nothing is coloured.",
    "SOURCE_DATE_EPOCH": "What counts as now for audit without --as-of, in seconds since 1970.",
    "TERM": "Where it is dumb or missing, no progress is shown.",
    "TMPDIR": "The folder for temporary files of a workbook.",
}

FILES = {
    "policy.yml": "What an organisation decides once: --policy. init writes a first one.",
    "entries.csv": "What people fill in row by row: --entries. entries writes and updates it.",
    "output/": "The folder of the worksheets without --output. Other files in it stay as they are.",
}

EXAMPLES = {
    "A policy for a deployment, to be completed:": "backup-worksheets init topology.xml > policy.yml",
    "The worksheets, in a folder:": "backup-worksheets generate topology.xml --policy policy.yml --output worksheets",
    "A workbook to fill in:": "backup-worksheets generate topology.xml --policy policy.yml --format xlsx",
    "What is covered, on a fixed day:":
        "backup-worksheets audit topology.xml --policy policy.yml --entries entries.csv --as-of 2026-11-22",
}


def text(words: str) -> str:
    """Words as roff prints them literally. A minus that can be typed stays one."""
    escaped = words.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\(ga")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in escaped.split("\n"))


def word(argument: str) -> str:
    """One argument of a macro."""
    return '"' + text(argument).replace('"', '\\(dq') + '"'


def names(argument: dict[str, Any]) -> str:
    """The names of an option and its value, as macros."""
    if argument["kind"] == "positional":
        return f".It Ar {word(argument['valueName'])}"
    flags = " , ".join(
        f"Fl {word(name['name'] if name['kind'] == 'short' else '-' + name['name'])}" for name in argument["names"]
    )
    value = f" Ar {word(argument['valueName'])}" if argument["kind"] == "option" else ""
    return f".It {flags}{value}"


def described(arguments: list[dict[str, Any]]) -> list[str]:
    lines = [".Bl -tag -width Ds"]
    for argument in arguments:
        lines += [names(argument), text(sentence(argument.get("abstract", "")))]
        if argument.get("defaultValue") and argument["kind"] == "option":
            lines.append(text(f"Without it: {argument['defaultValue']}."))
    return [*lines, ".El"]


def sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else words + "."


def synopsis(path: list[str], command: dict[str, Any]) -> list[str]:
    """`.Nm` and what has to follow it; the other options stand below."""
    lines = [".Nm", ".Cm " + " ".join(word(name) for name in path[1:])]
    for argument in visible(command):
        if argument["kind"] == "positional":
            lines.append(f".Ar {word(argument['valueName'])}")
        elif not argument["isOptional"]:
            flag = argument["preferredName"]["name"]
            lines.append(f".Fl {word('-' + flag)} Ar {word(argument['valueName'])}")
    return [*lines, ".Op Ar options"]


def visible(command: dict[str, Any]) -> list[dict[str, Any]]:
    return [argument for argument in command.get("arguments", []) if argument["shouldDisplay"]]


def leaves(command: dict[str, Any], path: list[str]) -> list[tuple[list[str], dict[str, Any]]]:
    """The commands that do something, with their names from the program's on."""
    below = [sub for sub in command.get("subcommands", []) if sub["commandName"] != "help" and sub["shouldDisplay"]]
    if not below:
        return [(path, command)]
    return [leaf for sub in below for leaf in leaves(sub, [*path, sub["commandName"]])]


def table(rows: dict[str, str], macro: str) -> list[str]:
    lines = [".Bl -tag -width Ds"]
    for name, meaning in rows.items():
        lines += [f".It {macro} {word(name)}".replace("  ", " "), text(meaning)]
    return [*lines, ".El"]


def page(program: dict[str, Any]) -> str:
    commands = leaves(program, [program["commandName"]])
    # What every topology command has stands once.
    limits = [a for a in visible(commands[0][1]) if re.match("max-", a.get("preferredName", {}).get("name", ""))]
    general = [a for a in visible(commands[0][1]) if a.get("preferredName", {}).get("name") in GENERAL]
    shared = {a["preferredName"]["name"] for a in limits + general}
    description = program["discussion"].split("\n\nExit codes")[0]
    lines = [
        '.\\" Written by Scripts/manual. Change the help of the command, or Scripts/manual.py.',
        f".Dd {DAY}", ".Dt BACKUP-WORKSHEETS 1", ".Os", ".Sh NAME", ".Nm backup-worksheets",
        f".Nd {text(program['abstract'][:1].lower() + program['abstract'][1:].rstrip('.'))}", ".Sh SYNOPSIS",
    ]
    for path, command in commands:
        lines += synopsis(path, command)
    lines += [".Sh DESCRIPTION", text(description), ".Sh COMMANDS"]
    for path, command in commands:
        lines += [f".Ss {text(' '.join(path[1:]))}", text(sentence(command.get("abstract", "")))]
        if command.get("discussion"):
            lines += [".Pp", text(command["discussion"])]
        own = [a for a in visible(command) if a.get("preferredName", {}).get("name") not in shared]
        lines += described(own) if own else []
    lines += [".Sh OPTIONS OF EVERY COMMAND", *described(general)]
    lines += [".Sh LIMITS", "Options of every command that reads a topology:", *described(limits)]
    lines += [".Sh ENVIRONMENT", *table(ENVIRONMENT, "Ev"), ".Sh FILES", *table(FILES, "Pa")]
    lines += [".Sh EXIT STATUS", *table(EXIT_STATUS, "")]
    lines += [".Sh EXAMPLES"]
    for purpose, command in EXAMPLES.items():
        lines += [text(purpose), f".Dl {text(command)}", ".Pp"]
    return "\n".join([*lines[:-1], ""])


# Of the last change worth a new date. The day of writing would make it another page each day.
DAY = "November 23, 2026"

GENERAL = ("quiet", "verbose", "no-color", "version", "help")

if __name__ == "__main__":
    sys.stdout.write(page(json.load(sys.stdin)["command"]))
