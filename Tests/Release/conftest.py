"""Who may run these tests."""

from __future__ import annotations

import os

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.geteuid() != 0:
        pytest.exit("error: these tests need root: empty file systems, other users, packages that are installed", 69)
