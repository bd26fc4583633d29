"""Nothing that gets into the page from outside runs, is loaded or changes its looks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browsing import Opener
from inputs import Worksheets

OUTSIDE = "https://outside.invalid"

INTRUSIONS = {
    "inline script": ("script-src-elem", "document.body.append(element('script', 'window.intruded = true'))"),
    "external script": ("script-src-elem", f"document.body.append(element('script', '', 'src', '{OUTSIDE}/x.js'))"),
    "event handler": (
        "script-src-attr",
        "const it = element('b', '', 'onclick', 'window.intruded = true'); document.body.append(it); it.click()",
    ),
    "handler in markup": (
        "script-src-attr",
        "document.body.insertAdjacentHTML('beforeend', '<svg onload=\"window.intruded = true\"></svg>')",
    ),
    "javascript link": (
        "script-src-elem",
        "const it = element('a', 'x', 'href', 'javascript:window.intruded = true'); document.body.append(it);"
        "it.click()",
    ),
    "evaluated text": (
        "script-src",
        # The page's own code may not evaluate text; code of a test may, so that it asks a timer of the page to.
        "setTimeout('window.intruded = true', 0)",
    ),
    "inline style": ("style-src-elem", "document.head.append(element('style', 'body { --intruded: yes }'))"),
    "style attribute": ("style-src-attr", "document.body.setAttribute('style', '--intruded: yes')"),
    "external style": (
        "style-src-elem",
        f"const it = element('link', '', 'rel', 'stylesheet'); it.href = '{OUTSIDE}/x.css'; document.head.append(it)",
    ),
    "image": ("img-src", f"document.body.append(element('img', '', 'src', '{OUTSIDE}/x.png'))"),
    "frame": ("frame-src", f"document.body.append(element('iframe', '', 'src', '{OUTSIDE}/'))"),
    "font": ("font-src", f"new FontFace('x', 'url({OUTSIDE}/x.woff2)').load().catch(() => 0)"),
    "connection": ("connect-src", f"fetch('{OUTSIDE}/').catch(() => 0)"),
    "form": (
        "form-action",
        f"const it = element('form', '', 'action', '{OUTSIDE}/'); document.body.append(it); it.submit()",
    ),
    "base address": ("base-uri", f"document.head.append(element('base', '', 'href', '{OUTSIDE}/'))"),
}

# Tries `code` and waits for the browser's complaint about it.
ATTEMPT = """async code => {
  const element = (name, text, attribute, value) => {
    const it = document.createElement(name);
    it.textContent = text;
    if (attribute) it.setAttribute(attribute, value);
    return it;
  };
  const complaint = new Promise(done => {
    document.addEventListener('securitypolicyviolation', event => done(event.effectiveDirective), { once: true });
    setTimeout(() => done('no violation'), 2000);
  });
  CODE;
  return await complaint;
}"""


def attempt(page: Page, code: str) -> str:
    return page.evaluate(ATTEMPT.replace("CODE", code))


@pytest.mark.parametrize("intrusion", INTRUSIONS)
def test_intrusion_is_refused(worksheets: Callable[[str], Worksheets], open_page: Opener, intrusion: str) -> None:
    directive, code = INTRUSIONS[intrusion]
    page = open_page(worksheets("small").url).page

    assert attempt(page, code) == directive
    assert page.evaluate("window.intruded") is None
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--intruded')") == ""


def test_policy_comes_before_all_that_it_restricts(
    every_input: Worksheets, read_page: Callable[..., Page]
) -> None:
    page = read_page(every_input.url)
    # A policy in a `meta` restricts only what follows it.
    before = page.evaluate(
        """() => {
          const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
          const before = [];
          for (const element of document.documentElement.querySelectorAll('*')) {
            if (element === policy) return before;
            before.push(element.outerHTML.split('>')[0] + '>');
          }
          return ['no policy'];
        }"""
    )
    assert before == ["<head>", '<meta charset="utf-8">']


def test_policy_allows_nothing_in_general(
    every_input: Worksheets, read_page: Callable[..., Page]
) -> None:
    page = read_page(every_input.url)
    policy = page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content") or ""
    rules = {words[0]: words[1:] for words in (rule.split() for rule in policy.split(";")) if words}

    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == ["'none'"]
    for directive, sources in rules.items():
        for source in sources:
            # Only the page's own parts, each by the hash of its text.
            assert source == "'none'" or source.startswith("'sha256-"), f"{directive} allows {source}"
