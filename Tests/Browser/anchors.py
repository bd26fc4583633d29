"""Ids of plan.json as the page spells them (docs/decisions/0021)."""

from __future__ import annotations

_KEPT = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.:"


def anchor(identifier: str) -> str:
    return "".join(chr(byte) if byte in _KEPT else f"_{byte:02x}" for byte in identifier.encode())


def restoration_anchor(identifier: str) -> str:
    return anchor(f"restore:{identifier}")
