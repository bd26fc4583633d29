"""A page can be sent by mail."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from inputs import Worksheets

# French sentences are a twentieth longer.
@pytest.mark.parametrize(("name", "most"), [("large", 1_000_000), ("large-french", 1 << 20)])
def test_page_of_100_pools_is_smaller_than_a_megabyte(
    worksheets: Callable[[str], Worksheets], name: str, most: int
) -> None:
    assert worksheets(name).page.stat().st_size < most
