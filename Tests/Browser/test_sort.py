"""The head of every column sorts its table: up, down, as it was."""

from __future__ import annotations

from playwright.sync_api import Page

from browsing import Opener
from inputs import Worksheets

HEADS = """() => [...document.querySelectorAll('main thead button')].map(button => {
  const head = button.closest('th');
  return [head.closest('table').id, head.cellIndex];
})"""

STATE = """([table, column]) => {
  const element = document.getElementById(table);
  return {
    values: [...element.tBodies[0].rows].map(row => row.cells[column].textContent.trim()),
    rows: [...element.tBodies[0].rows].map(row => row.innerHTML),
    sort: [...element.tHead.rows[0].cells].map(head => head.getAttribute('aria-sort')),
  };
}"""

IN_ORDER = """([values, direction]) => {
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: 'base' });
  const filled = values.filter(value => value !== '' && value !== '–');
  const isFirst = values.slice(0, filled.length).every(value => value !== '' && value !== '–');
  return isFirst && filled.every((value, place) => place === 0
    || (direction === 'ascending' ? 1 : -1) * collator.compare(filled[place - 1], value) <= 0);
}"""


def click(page: Page, head: list[object]) -> None:
    page.evaluate("([t, c]) => document.getElementById(t).tHead.rows[0].cells[c].querySelector('button').click()", head)


def test_every_head_sorts_up_down_and_as_it_was(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url).page
    heads = page.evaluate(HEADS)
    assert len(heads) > 50
    for head in heads:
        before = page.evaluate(STATE, head)
        for direction in ("ascending", "descending"):
            click(page, head)
            state = page.evaluate(STATE, head)
            assert page.evaluate(IN_ORDER, [state["values"], direction]), f"{head}, {direction}"
            assert [sort for sort in state["sort"] if sort] == [direction]
            assert state["sort"][head[1]] == direction
            assert sorted(state["rows"]) == sorted(before["rows"])
        click(page, head)
        assert page.evaluate(STATE, head) == before


def test_numbers_are_sorted_as_numbers(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url).page
    # As a large deployment has them, in English and in French.
    page.evaluate(
        """() => {
          const rows = document.getElementById('restoration-order-table').tBodies[0].rows;
          ['1,000', '999', '12', '1\\u202f001', '9', '1,000,000'].forEach((number, place) => {
            rows[place].cells[0].textContent = number;
          });
        }"""
    )
    click(page, ["restoration-order-table", 0])
    values = page.evaluate(STATE, ["restoration-order-table", 0])["values"]
    numbers = [int(value.replace(",", "").replace("\u202f", "")) for value in values]
    assert numbers == sorted(numbers)
    assert numbers[-3:] == [1000, 1001, 1_000_000]


def test_keyboard_sorts(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url).page
    button = page.locator("#components-table thead button").first
    head = page.locator("#components-table thead th").first
    button.focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    page.keyboard.press("Space")
    assert head.get_attribute("aria-sort") == "descending"
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") is None
    assert button.evaluate("button => button === document.activeElement")
