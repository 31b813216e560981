"""The HTML page: what it shows, and that nothing in it comes from elsewhere or runs."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from html_page import Page
from hypothesis import given
from hypothesis import strategies as st
from records_for_cards import CLAIM, LINES, RATING
from report_parts import FINDING, UNLISTED

from claimcheck.report import Place, Report, Shown, ShownBlock, ShownSentence
from claimcheck.reports import needs_shown
from claimcheck.reports.dossier import Dossier
from claimcheck.reports.html import render
from claimcheck.reports.markup import joined, tag, text
from claimcheck.reports.options import RenderOptions
from claimcheck.reports.style import visible

DOSSIER = Dossier(CLAIM, RATING, LINES, ())
OPTIONS = RenderOptions(failed_on="unsupported", dossier=lambda claim: DOSSIER)
HEAD = ShownSentence(Place(1, 1, 1, 8), "Welcome")
SILENT = ShownSentence(Place(5, 1, 5, 12), "Come along.")
SHOWN = Shown(
    "",
    (
        ShownBlock("heading", 1, 0, False, (HEAD,)),
        ShownBlock("list-item", 1, 1, False, (ShownSentence(UNLISTED.place, UNLISTED.text),)),
        ShownBlock("list-item", 2, 1, False, (ShownSentence(FINDING.place, FINDING.text),)),
        ShownBlock("paragraph", 0, 0, True, (SILENT,)),
    ),
)


def page_of(report: Report, options: RenderOptions = OPTIONS) -> Page:
    return Page(render(report, options))


@pytest.fixture
def shown(report: Report) -> Report:
    (document,) = report.documents
    return replace(report, documents=(replace(document, shown=SHOWN),))


def test_the_text_stands_as_it_stood_with_its_claims_marked(shown: Report) -> None:
    page = page_of(shown)
    blocks = [element for element in page.elements if element.has("block")]
    assert [(block.tag, block.attributes["class"]) for block in blocks] == [
        ("div", "block heading silent"),
        ("li", "block list-item"),
        ("li", "block list-item"),
        ("div", "block paragraph quoted silent"),
    ]
    assert page.texts("mark", "unsupported") == ["Foot baths cure tiredness."]
    assert page.texts("mark", "unlisted") == ["Foot baths mend fences."]
    assert [block.attributes.get("data-level") for block in blocks] == [None, None, "2", None]


def test_a_finding_is_told_in_full(shown: Report) -> None:
    (told,) = page_of(shown).texts("aside", "unsupported")
    assert told == (
        "unsupported overstated: Foot baths relieve tiredness line 3One small trial cannot carry the word “cure”."
        "Say instead: Foot baths might ease tiredness; the trials are small."
        "Weary et al. 2001 (for) doi:10.1000/182Board 2015 (appraisal)"
        "thin-base: the base holds little on this claim"
    )


def test_without_its_text_a_document_still_has_its_findings(report: Report) -> None:
    page = page_of(report, RenderOptions())
    assert len(page.all("aside", "finding")) == 2
    assert page.all("mark") == []
    assert page.all("svg") == []


def test_the_card_of_a_claim(shown: Report) -> None:
    page = page_of(shown)
    assert [element.attributes["id"] for element in page.all("article", "claim")] == ["claim-foot-baths-cure-tiredness"]
    assert page.texts("svg") == [
        "Forest plot: standardised mean differenceWeary and The Board 2001, tiredness scale: −0.25 [−0.4, −0.09]"
        "−0.4−0.3−0.2−0.10Weary and The Board 2001, tiredness scaleWeary and The Board 2001, tiredness scale"
        "−0.25 [−0.4, −0.09]"
    ]
    assert page.texts("li", "nothing") == []
    assert "weary2001 Weary A., The Board (2001). Foot baths for the tired. Journal of Feet 3. doi:10.1000/182" in (
        page.texts("li")
    )


def test_what_could_not_be_checked_and_what_was_set_aside(shown: Report) -> None:
    listed = page_of(shown).texts("li")
    assert "photo.png: not text" in listed
    assert "line 9: foot-baths-cool (approved by JD)" in listed


@pytest.mark.parametrize("name", ["shown", "hostile", "empty"])
def test_it_needs_nothing_and_runs_nothing(name: str, request: pytest.FixtureRequest) -> None:
    page = page_of(request.getfixturevalue(name))
    tags = {element.tag for element in page.elements}
    assert not tags & {"script", "link", "img", "iframe", "object", "form", "base", "template"}
    attributes = {attribute for element in page.elements for attribute in element.attributes}
    assert not {name for name in attributes if name.startswith("on") or name in ("src", "style", "srcset", "action")}
    links = [element.attributes["href"] for element in page.all("a")]
    assert all(link.startswith(("#", "https://doi.org/")) for link in links)


@pytest.mark.parametrize("name", ["shown", "hostile", "empty"])
def test_ids_are_unique_and_links_lead_somewhere(name: str, request: pytest.FixtureRequest) -> None:
    page = page_of(request.getfixturevalue(name))
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    inner = {link["href"][1:] for link in (e.attributes for e in page.all("a")) if link["href"].startswith("#")}
    labels = {word for e in page.elements for word in e.attributes.get("aria-labelledby", "").split()}
    assert (inner | labels) - set(ids) == set()


def test_the_policy_lets_only_this_style_in(shown: Report) -> None:
    page = page_of(shown)
    (style,) = page.all("style")
    known = b64encode(sha256(style.text.encode()).digest()).decode()
    (policy,) = (e.attributes["content"] for e in page.all("meta") if "http-equiv" in e.attributes)
    assert policy == f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in style.text
    assert "@import" not in style.text


def test_hostile_copy_is_only_text(hostile: Report) -> None:
    page = page_of(hostile)
    (told,) = page.texts("aside", "unsupported")
    assert "[b]bold[/b] \\x1b[31mred\\x1b[0m \\u202egnp.exe | `x` <script> ::error::" in told


def test_it_asks_for_the_text() -> None:
    assert needs_shown("html")


@given(st.text(), st.text())
def test_text_comes_back_as_it_was_made_visible(inside: str, attribute: str) -> None:
    page = Page(tag("p", inside, title=attribute))
    assert page.elements[0].text == visible(inside).replace("\r", "")
    assert page.elements[0].attributes["title"] == visible(attribute)


def test_markup_is_not_escaped_twice() -> None:
    assert joined((tag("b", "<"), "<", None)) == "<b>&lt;</b>&lt;"
    assert tag("a", class_="x", aria_label=None, data_level=2) == '<a class="x" data-level="2"></a>'
    assert text("a&b") == "a&amp;b"
