"""The strings of Tests/TestSupport/HostileStrings.swift, read from there: one list for every renderer and the browser."""

from __future__ import annotations

import re
from pathlib import Path

_SOURCE = Path(__file__).resolve().parents[1] / "TestSupport" / "HostileStrings.swift"
_LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_ESCAPE = re.compile(r"\\(?:u\{([0-9A-Fa-f]+)\}|(.))")
_SHORT = {"n": "\n", "r": "\r", "t": "\t", "0": "\0", "\\": "\\", '"': '"', "'": "'"}


def _unescaped(literal: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else _SHORT[match[2]], literal)


def _strings(source: str) -> list[str]:
    return [_unescaped(literal) for literal in _LITERAL.findall(source)]


_LISTS = _SOURCE.read_text(encoding="utf-8")
ALL: list[str] = _strings(_LISTS)
MARKUP: list[str] = _strings(_LISTS.partition("let markup = [")[2].partition("\n  ]")[0])


def fits_xml(text: str) -> bool:
    """Whether XML 1.0 can carry it at all."""
    return all(character in "\t\n\r" or " " <= character not in "\ufffe\uffff" for character in text)


def fits_csv(text: str) -> bool:
    """The register takes every character but NUL."""
    return "\0" not in text
