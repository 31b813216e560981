"""The HTML page in a browser: filters, links, keyboard, print, and an accessibility check.

Needs the `browser` extra and a Chromium; without them there is nothing to run it in.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from records_for_cards import CLAIM, LINES, RATING
from report_parts import FINDING, UNLISTED

from claimcheck.report import Place, Report, Shown, ShownBlock, ShownSentence
from claimcheck.reports.dossier import Dossier
from claimcheck.reports.html import render
from claimcheck.reports.options import RenderOptions

playwright = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")

SENTENCES = (ShownSentence(UNLISTED.place, UNLISTED.text), ShownSentence(FINDING.place, FINDING.text))
SHOWN = Shown(
    "",
    (
        ShownBlock("heading", 1, 0, False, (ShownSentence(Place(1, 1, 1, 8), "Welcome"),)),
        *(ShownBlock("list-item", 1, 1, False, (sentence,)) for sentence in SENTENCES),
    ),
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        launched = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Any, report: Report, tmp_path: Path) -> Iterator[Any]:
    (document,) = report.documents
    shown = replace(report, documents=(replace(document, shown=SHOWN),))
    yield from opened(browser, shown, tmp_path, request.param)


@pytest.fixture
def hostile_page(browser: Any, hostile: Report, tmp_path: Path) -> Iterator[Any]:
    yield from opened(browser, hostile, tmp_path, "light")


def opened(browser: Any, report: Report, folder: Path, scheme: str) -> Iterator[Any]:
    """The page in a tab that says nothing in its console and asks nobody for anything."""
    dossier = Dossier(CLAIM, RATING, LINES, ())
    path = folder / "report.html"
    path.write_text(render(report, RenderOptions(dossier=lambda claim: dossier)), encoding="utf-8")
    said: list[str] = []
    context = browser.new_context(color_scheme=scheme, viewport={"width": 800, "height": 600})
    tab = context.new_page()
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.on("request", lambda request: said.append(request.url) if request.url != path.as_uri() else None)
    tab.goto(path.as_uri())
    yield tab
    context.close()
    assert said == []


def test_filters_hide_and_show(page: Any) -> None:
    box, mark = page.locator("aside.unsupported"), page.locator("mark.unsupported")
    plain = mark.evaluate("e => getComputedStyle(e).backgroundColor")
    page.get_by_label("unsupported 1").uncheck()
    assert not box.is_visible()
    assert mark.is_visible()
    assert mark.evaluate("e => getComputedStyle(e).backgroundColor") != plain
    assert page.locator("aside.unlisted").is_visible()
    page.get_by_label("unsupported 1").check()
    assert box.is_visible()
    page.get_by_label("text without claims").uncheck()
    assert not page.get_by_text("Welcome").is_visible()


def test_links_lead_from_mark_to_box_to_card_to_reference(page: Any) -> None:
    page.locator("mark.unsupported + a").click()
    assert page.evaluate("document.querySelector(':target').className") == "finding unsupported"
    page.locator("aside.unsupported a").first.click()
    assert page.evaluate("document.querySelector(':target').id") == "claim-foot-baths-cure-tiredness"
    page.locator("aside.unsupported .citations a").first.click()
    assert page.evaluate("document.querySelector(':target').id") == "study-weary2001"


def test_it_can_be_used_by_keyboard(page: Any) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert not page.locator("aside.unsupported").is_visible()
    page.locator("summary").focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("heading", name="Evidence for").is_visible()


def test_nothing_is_wider_than_a_telephone(page: Any) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_print_leaves_out_what_paper_cannot_do(page: Any) -> None:
    page.emulate_media(media="print")
    assert not page.locator("fieldset").is_visible()
    assert not page.locator("details").is_visible()
    assert page.locator("aside.unsupported").is_visible()


def test_nobody_is_shut_out(page: Any) -> None:
    page.locator("details").evaluate("e => e.open = true")
    results = axe.Axe().run(page, options={"rules": {"region": {"enabled": True}}})
    assert [violation["id"] for violation in results.response["violations"]] == []


def test_hostile_copy_does_nothing(hostile_page: Any) -> None:
    assert hostile_page.locator("script").count() == 0
    assert "<script>" in hostile_page.locator("aside.unsupported").inner_text()
