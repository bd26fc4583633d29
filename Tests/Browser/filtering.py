"""The filter bar as a person uses it, and what it leaves on the screen."""

from __future__ import annotations

from playwright.sync_api import Page, expect

# Of every row of a table, and of every procedure: whether it can be seen, its id and its text.
THINGS = """() => [...document.querySelectorAll('main .table tbody tr, main .page')]
  .filter(element => !element.parentElement.closest('.page'))
  .map(element => ({
    id: element.id,
    table: element.closest('.table')?.querySelector('table').id ?? '',
    text: element.innerText || element.textContent,
    visible: element.checkVisibility(),
  }))"""


def control(page: Page, name: str):
    return page.locator(f"#page__filter [name={name}]")


def choose(page: Page, **values: str) -> None:
    """Sets the filter, and waits until the page says how many rows are left."""
    for name, value in values.items():
        if name == "q":
            control(page, name).fill(value)
        else:
            control(page, name).select_option(label=value)
    # The search waits for the next key.
    page.wait_for_timeout(200)
    expect(page.locator("#page__filter output")).not_to_have_text("")


def clear(page: Page) -> None:
    page.locator("#page__filter button[type=reset]").click()
    # The count goes at once; the rows of a large page come back by and by.
    expect(page.locator("#page__filter.active")).to_have_count(0, timeout=30_000)


def visible_ids(page: Page) -> set[str]:
    return {thing["id"] for thing in page.evaluate(THINGS) if thing["visible"] and thing["id"]}


def counts(page: Page) -> tuple[int, int]:
    """Visible rows and procedures, and all of them."""
    things = page.evaluate(THINGS)
    return sum(thing["visible"] for thing in things), len(things)
