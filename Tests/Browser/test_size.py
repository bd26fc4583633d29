"""A page can be sent by mail."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from inputs import Worksheets

MEGABYTE = 1_000_000


@pytest.mark.parametrize("name", ["large", "large-french"])
def test_page_of_100_pools_is_smaller_than_a_megabyte(worksheets: Callable[[str], Worksheets], name: str) -> None:
    assert worksheets(name).page.stat().st_size < MEGABYTE
