"""The filter leaves exactly the rows that the plan says, and says how many."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from anchors import anchor
from browsing import Opener
from filtering import choose, clear, control, counts, visible_ids
from inputs import Worksheets

DOCUMENTS = {"database": "database-worksheet", "fileStore": "file-store-worksheet", "settings": "settings-worksheet"}


def item_ids(items: list[dict[str, Any]]) -> set[str]:
    return {anchor(item["id"]) for item in items}


def visible_items(page: Page, written: Worksheets) -> set[str]:
    return visible_ids(page) & item_ids(written.plan["backupItems"])


def test_site_leaves_the_rows_of_the_site(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url).page
    choose(page, site="Lyon")
    plan = example.plan
    assert visible_items(page, example) == item_ids([one for one in plan["backupItems"] if one.get("site") == "Lyon"])

    components = {anchor(one["id"]): one.get("site") for one in plan["components"]}
    assert visible_ids(page) & set(components) == {one for one, site in components.items() if site == "Lyon"}


def test_site_leaves_the_procedures_of_the_site(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url).page
    sites = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('#restoration-order-table tbody tr')]
          .map(row => [row.querySelector('a').getAttribute('href').slice(1), row.cells[2].textContent]))"""
    )
    choose(page, site="Lyon")
    assert visible_ids(page) & set(sites) == {one for one, site in sites.items() if site == "Lyon"}


@pytest.mark.parametrize("pool", ["Pool-Lyo.adatum.com", "pool-zrh.adatum.com"])
def test_pool_leaves_the_rows_of_the_pool(example: Worksheets, open_page: Opener, pool: str) -> None:
    page = open_page(example.url).page
    choose(page, pool=pool)
    items = [one for one in example.plan["backupItems"] if pool in one.get("pools", [])]
    assert items
    assert visible_items(page, example) == item_ids(items)


@pytest.mark.parametrize("state", ["Planned", "Uncovered"])
def test_state_leaves_the_rows_in_that_state(
    worksheets: Callable[[str], Worksheets], open_page: Opener, state: str
) -> None:
    written = worksheets("half-planned")
    page = open_page(written.url).page
    choose(page, state=state)
    planned = [one for one in written.plan["backupItems"] if one.get("schedule") and one.get("destination")]
    uncovered = [one for one in written.plan["backupItems"] if one not in planned]
    assert planned
    assert uncovered
    assert visible_items(page, written) == item_ids(planned if state == "Planned" else uncovered)


def test_worksheet_leaves_that_worksheet_alone(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url).page
    for worksheet, document in DOCUMENTS.items():
        control(page, "document").select_option(value=document)
        expect(page.locator(f"#{document}")).to_be_visible()
        page.wait_for_timeout(50)
        shown = page.evaluate("[...document.querySelectorAll('.worksheet')].filter(one => !one.hidden).map(one => one.id)")
        assert shown == [document]
        items = [one for one in example.plan["backupItems"] if one["worksheet"] == worksheet]
        assert visible_items(page, example) == item_ids(items)


def test_two_filters_leave_what_fits_both(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url).page
    choose(page, site="Zürich", pool="Pool-Lyo.adatum.com")
    items = [
        one
        for one in example.plan["backupItems"]
        if one.get("site") == "Zürich" and "Pool-Lyo.adatum.com" in one.get("pools", [])
    ]
    assert items
    assert visible_items(page, example) == item_ids(items)


def test_count_is_announced(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url).page
    choose(page, site="Genève")
    shown, total = counts(page)
    assert 0 < shown < total
    output = page.locator("#page__filter output")
    # An `output` is a live region by itself.
    expect(output).to_have_text(f"{shown} of {total} rows")
    expect(output).to_be_visible()


def test_clear_brings_all_back(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url).page
    assert len(set(counts(page))) == 1
    for change in ({"site": "Lyon"}, {"pool": "pool-zrh.adatum.com"}, {"q": "sql-lyo"}):
        choose(page, **change)
        clear(page)
        shown, total = counts(page)
        assert shown == total
        assert page.evaluate("document.querySelectorAll('main [hidden]:not(form)').length") == 0
    assert "?" not in page.url


def test_what_has_no_row_left_is_hidden(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url).page
    choose(page, q="gw-gva-01")
    empty = page.evaluate(
        """() => [...document.querySelectorAll('main .worksheet, main .worksheet > section, main .table')]
          .filter(element => element.checkVisibility())
          .filter(element => ![...element.querySelectorAll('tbody tr')].some(row => row.checkVisibility()))
          .map(element => element.id)"""
    )
    assert empty == []


def test_address_carries_the_filter(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url).page
    choose(page, site="Genève", q="gateway")
    assert page.url == f"{example.url}?q=gateway&site=Gen%C3%A8ve"
    filtered = visible_ids(page)

    other = open_page(page.url).page
    expect(other.locator("#page__filter output")).not_to_have_text("")
    assert control(other, "site").input_value() == "Genève"
    assert control(other, "q").input_value() == "gateway"
    assert visible_ids(other) == filtered


def test_address_that_asks_for_a_site_that_is_gone_shows_everything(example: Worksheets, open_page: Opener) -> None:
    page = open_page(f"{example.url}?site=Atlantis").page
    shown, total = counts(page)
    assert shown == total


def test_link_to_a_hidden_row_clears_the_filter(example: Worksheets, open_page: Opener) -> None:
    row = anchor(next(one["id"] for one in example.plan["backupItems"] if one.get("site") == "Lyon"))
    page = open_page(f"{example.url}?site=Z%C3%BCrich").page
    expect(page.locator("#page__filter output")).not_to_have_text("")
    assert row not in visible_ids(page)

    page.evaluate("fragment => { location.hash = fragment }", row)
    expect(page.locator("#page__filter output")).to_have_text("")
    assert row in visible_ids(page)
    expect(page.locator(f'[id="{row}"]')).to_be_in_viewport()


def test_link_to_a_shown_row_keeps_the_filter(example: Worksheets, open_page: Opener) -> None:
    row = anchor(next(one["id"] for one in example.plan["backupItems"] if one.get("site") == "Lyon"))
    page = open_page(f"{example.url}?site=Lyon#{row}").page
    expect(page.locator("#page__filter output")).not_to_have_text("")
    expect(page.locator(f'[id="{row}"]')).to_be_in_viewport()


def test_ten_thousand_rows_are_filtered_while_keys_are_answered(
    worksheets: Callable[[str], Worksheets], open_page: Opener
) -> None:
    """The slices of a search end in the right result, also where the next key comes before their end."""
    page = open_page(worksheets("thousands").url).page
    assert counts(page)[1] >= 10_000
    control(page, "q").press_sequentially("sql0", delay=130)
    control(page, "q").press_sequentially("2", delay=0)
    output = page.locator("#page__filter output")
    expected = page.evaluate(
        """() => [...document.querySelectorAll('main .table tbody tr, main .page')]
          .filter(element => !element.parentElement.closest('.page'))
          .filter(element => [...(element.cells ?? [element])].some(
            part => part.textContent.toLowerCase().includes('sql02'))).length"""
    )
    total = counts(page)[1]
    expect(output).to_have_text(f"{expected} of {total} rows", timeout=30_000)
    assert counts(page)[0] == expected

    clear(page)
    assert counts(page) == (total, total)
