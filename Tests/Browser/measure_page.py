"""Measures how long the page keeps the browser from answering: measure_page.py PAGE. See docs/performance.md."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from browsing import Opener
from conftest import CHROMIUM

# Notes every task that blocks longer than 50 ms, which is what browsers call long.
OBSERVE = """() => {
  window.longTasks = [];
  new PerformanceObserver(list => window.longTasks.push(...list.getEntries().map(entry => entry.duration)))
    .observe({ type: 'longtask', buffered: true });
}"""

# Does something and waits until the count of rows says something else; how long it took.
UNTIL_COUNTED = """async act => {
  const output = document.querySelector('#page__filter output');
  const before = output.value;
  const begin = performance.now();
  const set = (name, value) => {
    const control = document.getElementById('page__filter').elements[name];
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  };
  set(...act);
  while (output.value === before) await new Promise(done => setTimeout(done, 5));
  const counted = performance.now() - begin;
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return [counted, performance.now() - begin];
}"""


def long_tasks(page: Page) -> list[int]:
    page.wait_for_timeout(300)
    return [round(one) for one in page.evaluate("window.longTasks.splice(0)")]


def main(path: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, chromium_sandbox=os.geteuid() != 0)
        opener = Opener(browser)
        page = opener(path.resolve().as_uri()).page
        page.evaluate(OBSERVE)
        rows = page.evaluate("document.querySelectorAll('tbody tr').length")
        print(f"{rows} rows, {path.stat().st_size / 1e6:.1f} MB; tasks of 50 ms and more, in ms")
        print(f"opening: {long_tasks(page)}")
        site = page.evaluate("document.querySelector('#page__filter [name=site] option:nth-child(3)').value")
        # The worksheet is on the screen, so that it has to be laid out anew.
        for place in ("index", "database-worksheet"):
            page.evaluate("id => document.getElementById(id).scrollIntoView()", place)
            long_tasks(page)
            for name, act in {
                "first letter": ["q", "s"], "second letter": ["q", "sq"], "a word": ["q", "sql02"],
                "clearing it": ["q", ""], "a site": ["site", site], "all sites": ["site", ""],
            }.items():
                counted, painted = page.evaluate(UNTIL_COUNTED, act)
                print(f"{place}, {name}: counted after {counted:.0f}, painted after {painted:.0f}: {long_tasks(page)}")
        page.evaluate("document.querySelector('#database-worksheet-table thead button').click()")
        print(f"sorting: {long_tasks(page)}")
        opener.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
