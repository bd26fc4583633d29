"""What is lost? The beginning of a name leads to what stops and what to do."""

from __future__ import annotations

from playwright.sync_api import expect

from browsing import Opener
from inputs import Worksheets


def test_part_of_a_name_lists_the_server_and_leads_to_its_procedures(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url).page
    lookup = page.locator("#lookup")
    lookup.locator("input").press_sequentially("LYO-01")
    found = lookup.locator("li").filter(has_text="fe-lyo-01.adatum.com")
    expect(found).to_have_count(1)
    expected = page.evaluate(
        """() => [...document.querySelectorAll('#lost-components-table tbody tr')]
          .find(row => row.cells[0].textContent.toLowerCase().includes('fe-lyo-01')).innerHTML.replace(/<[^>]*>/g, ' ')"""
    )
    shown = found.evaluate("entry => entry.innerHTML.replace(/<[^>]*>/g, ' ')")
    assert shown.split() == expected.split()

    link = found.locator("a").first
    target = (link.get_attribute("href") or "")[1:]
    link.click()
    expect(page.locator(f'[id="{target}"]')).to_be_in_viewport()


def test_number_found_is_announced(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url).page
    rows = page.locator("#lost-components-table tbody tr")
    page.locator("#lookup input").fill("zrh")
    found = rows.locator("th").filter(has_text="zrh").count()
    expect(page.locator("#lookup [role=status]")).to_have_text(f"{found} of {rows.count()} rows")


def test_nothing_found_is_said(example: Worksheets, open_page: Opener) -> None:
    page = open_page(example.url).page
    page.locator("#lookup input").fill("nowhere")
    expect(page.locator("#lookup [role=status]")).to_have_text("Nothing of that name is in the topology.")
    expect(page.locator("#lookup li")).to_have_count(0)
    page.locator("#lookup input").fill("")
    expect(page.locator("#lookup [role=status]")).to_have_text("")
