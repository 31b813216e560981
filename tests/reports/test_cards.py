"""Cards of a study and of a claim, in full, on both kinds of reader's side."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from records_for_cards import CLAIM, LINES, RATING, REFERENCE, STATEMENTS, STUDY

from claimcheck.reports.card import Card, Fields, Lines, Row, Section, Table, section
from claimcheck.reports.cards import render_card
from claimcheck.reports.claim_card import claim_card, claim_data
from claimcheck.reports.effects import estimate
from claimcheck.reports.json import dump
from claimcheck.reports.listing import Item, listing_data, listing_text, matching
from claimcheck.reports.records import as_data
from claimcheck.reports.study_card import study_card, study_data
from claimcheck.reports.style import PLAIN, UNSAFE, Style

STUDY_CARD = """\
weary2001
Weary A., The Board (2001). Foot baths for the tired. Journal of Feet 3. https://doi.org/10.1000/182

Study
  design        randomised controlled trial, Ireland
  population    tired adults
  intervention  foot bath
  comparator    no foot bath
  randomised    1,200
  analysed      1,141
  arm bath      foot bath, 600 randomised, 560 analysed, 40 dropped out
  dropout       59 of 1,200
  risk of bias  high: a third dropped out (rated by The Board, its review)
  funding       Tubs Ltd (interest: seller)
  status        current, looked up 2026-11-20, no notice seen

Outcomes
  claim                      measure          time     direction  effect                                   n
  foot-baths-cure-tiredness  tiredness scale  4 weeks  for        SMD -0.25 (95% CI -0.4 to -0.09), p 0.002  1,141
      Tiredness fell [a little].
  foot-baths-lift-mood       mood             short    unclear    –                                        –
      Nobody asked.

Appraisals
  - The Board 2015 (what-works, independent): some-doubts, “NL2”: a third dropped out

Bears on
  foot-baths-cure-tiredness  Foot baths cure tiredness
  foot-baths-lift-mood       Foot baths lift the mood

Provenance
  verified  yes
  read as   abstract
  accessed  2026-11-20
  sources   https://doi.org/10.1000/182

Notes
  - a note
"""

CLAIM_CARD = """\
foot-baths-cure-tiredness: CONTESTED (low-certainty)
Foot baths cure tiredness

Verdict on the plain statement
  rating      contested, low-certainty
  because     One trial leans this way.
  say         Foot baths might ease tiredness.
  state       S1
  certainty   very low for, none against
  kind        effect
  population  adults
  notes       thin-base: the base holds little on this claim
  policy      standard@1 (0a1b2c3d4e5f)

Evidence for
  study      design  measure          direction  effect                                   n
  weary2001  rct     tiredness scale  for        SMD -0.25 (95% CI -0.4 to -0.09), p 0.002  1,141
      Tiredness fell [a little].

Set aside
  - weary2001/mood: about something else

Appraisals
  - The Board 2015 (what-works, independent): some-doubts, “NL2”: a third dropped out

Searched
  date   2026-11-20
  where  PubMed
  by     us
  query  foot bath
  found  one trial

How the rating came about
  lines  weary2001 rct n 1141
  state  S1

See also
  - foot-baths-lift-mood
"""


def squeezed(text: str) -> str:
    """Columns apart, the words."""
    return re.sub(r" {2,}", "  ", text)


def study() -> Card:
    return study_card(STUDY, REFERENCE, STATEMENTS)


def claim() -> Card:
    return claim_card(CLAIM, RATING, LINES, [(STUDY, STUDY.appraisals[0])])


@pytest.mark.parametrize(("card", "expected"), [(study(), STUDY_CARD), (claim(), CLAIM_CARD)], ids=["study", "claim"])
def test_the_whole_card(card: Card, expected: str) -> None:
    text = render_card(card, PLAIN)
    assert squeezed(text) == squeezed(expected)


@pytest.mark.parametrize("card", [study(), claim()], ids=["study", "claim"])
@pytest.mark.parametrize("width", [60, 80, 200])
def test_a_terminal_shows_the_same_words(card: Card, width: int) -> None:
    shown = render_card(card, Style(color=True, width=width))
    bare = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert max(map(len, bare.splitlines())) <= width
    assert sorted("".join(bare.split())) == sorted("".join(render_card(card, PLAIN).split()))


def test_columns_are_aligned() -> None:
    table = Table(("a", "long head"), (Row(("wide cell", "x")), Row(("y", "z"), "beneath")))
    text = render_card(Card("t", sections=(Section("", (table,)),)), PLAIN)
    assert text == "t\n\n  a          long head\n  wide cell  x\n  y          z\n      beneath\n"


def test_empty_sections_are_left_out() -> None:
    assert section("x", Lines(()), Fields(()), Table(("a",), ())) == ()
    assert section("x", Lines(()), Lines(("y",))) == (Section("x", (Lines(("y",)),)),)


@pytest.mark.parametrize("style", [PLAIN, Style(color=True, width=80)], ids=["pipe", "terminal"])
def test_records_are_words_not_markup(style: Style) -> None:
    nasty = "[bold]x[/bold] [/b] :smile: \x1b]0;t\x07 \u202e"
    card = study_card(replace(STUDY, dropout=nasty, notes=(nasty,)), nasty, {nasty: nasty})
    text = re.sub(r"\x1b\[[0-9;]*m", "", render_card(card, style))
    assert UNSAFE.search(text) is None
    assert "[bold]x[/bold] [/b] :smile:" in text


def test_study_data_has_the_keys_of_the_contract_first_and_round_trips() -> None:
    data = study_data(STUDY, REFERENCE, STATEMENTS)
    assert set(data) >= {"id", "reference", "csl", "design", "outcomes", "appraisals", "claims", "provenance"}
    assert list(data)[:3] == ["id", "reference", "csl"]
    assert data["claims"] == [{"id": key, "statement": STATEMENTS[key]} for key in sorted(STATEMENTS)]
    assert data["outcomes"][0]["timepoint"] == {"text": "4 weeks", "weeks": 4, "class": "short"}
    assert data["outcomes"][1]["n"] is None
    assert json.loads(dump(data)) == data


def test_the_reference_is_csl_json() -> None:
    assert as_data(STUDY.csl) == {
        "type": "article-journal",
        "title": "Foot baths for the tired",
        "author": [{"family": "Weary", "given": "A."}, {"literal": "The Board"}],
        "issued": {"date-parts": [[2001]]},
        "container-title": "Journal of Feet",
        "volume": "3",
        "DOI": "10.1000/182",
    }


def test_claim_data() -> None:
    data = claim_data(CLAIM, RATING, LINES, [(STUDY, STUDY.appraisals[0]), (None, STUDY.appraisals[0])])
    wanted = {"id", "statement", "kind", "rating", "reason", "state", "trace", "outcomes", "searched", "suggestion"}
    assert set(data) >= wanted
    assert [(line["study"], line["id"], line["role"], line["set_aside"]) for line in data["outcomes"]] == [
        ("weary2001", "tired", "for", None),
        ("weary2001", "mood", None, "about something else"),
    ]
    assert [appraisal["study"] for appraisal in data["appraisals"]] == ["weary2001", None]
    assert data["trace"][1] == {"step": "state", "text": "S1"}
    assert json.loads(dump(data)) == data


@pytest.mark.parametrize(
    ("words", "found"),
    [([], ["a1", "b2"]), (["SLEEP"], ["a1"]), (["sleep", "cochrane"], ["a1"]), (["sleep", "b2"], []), (["b2"], ["b2"])],
)
def test_lists_are_filtered_by_all_words(words: list[str], found: list[str]) -> None:
    items = [Item("a1", "Massage and Sleep", "Cochrane"), Item("b2", "Colic")]
    kept = matching(items, words)
    assert [item.id for item in kept] == found
    assert listing_data(kept) == {"items": [{"id": item.id, "title": item.title} for item in kept]}
    assert len(listing_text(kept, PLAIN).splitlines()) == len(found)


def test_a_list_is_aligned() -> None:
    assert listing_text([Item("a", "A"), Item("long-id", "L\x1b")], PLAIN) == "a        A\nlong-id  L\\x1b\n"


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"metric": "MD", "value": -0.91, "ci": (-1.51, -0.3), "unit": "h"}, "MD -0.91 h (95% CI -1.51 to -0.3)"),
        ({"metric": "RR", "value": 2, "ci": (1.5, 3), "level": 99}, "RR 2 (99% CI 1.5 to 3)"),
        ({"metric": "SMD", "value": 0.125, "p": "<0.002"}, "SMD 0.125, p <0.002"),
    ],
)
def test_estimates(values: dict[str, Any], text: str) -> None:
    from claimcheck.evidence.model import Effect

    assert estimate(Effect(**values)) == text
