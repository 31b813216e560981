"""Plain statements taken apart and put again."""

from __future__ import annotations

import pytest

from claimcheck.evidence.base import EvidenceBase
from claimcheck.rating.ladder import ladder
from claimcheck.rating.phrasing import Parts, lower_first, take_apart
from claimcheck.rating.policy import load_policy
from rating.stand_in import CLAIM, make_base, make_claim, shipped_language

DATA = shipped_language().data["suggestions"]


@pytest.mark.parametrize(
    ("statement", "parts"),
    [
        ("Tea relieves colic", Parts("Tea", "relieve", "colic", several=False)),
        ("Teas relieve colic", Parts("Teas", "relieve", "colic", several=True)),
        (
            "Peer support and counselling treat sadness",
            Parts("Peer support and counselling", "treat", "sadness", several=True),
        ),
        (
            "Tea calms the parent and reduces stress",
            Parts("Tea", "calm", "the parent and reduce stress", several=False),
        ),
        ("Sadness is linked to late speech", Parts("Sadness", "be", "linked to late speech", several=False)),
        ("Tea xyzzies colic", None),
    ],
)
def test_take_apart(statement: str, parts: Parts | None) -> None:
    assert take_apart(statement, DATA) == parts


@pytest.mark.parametrize(
    ("text", "inside"), [("Infant massage", "infant massage"), ("IAIM classes", "IAIM classes"), ("", "")]
)
def test_inside_a_sentence(text: str, inside: str) -> None:
    assert lower_first(text) == inside


def rungs(base: EvidenceBase) -> list[str]:
    return [rung.text for rung in ladder(CLAIM, base, load_policy("standard", base))]


def test_the_ladder_of_a_treatment() -> None:
    claim = make_claim(statement="Herbal teas ease colic", intervention_text="herbal teas", outcome_text="colic")
    assert rungs(make_base([], claim=claim)) == [
        "Herbal teas ease colic.",
        "Herbal teas can ease colic.",
        "Herbal teas may ease colic.",
        "Some studies suggest that herbal teas might ease colic, but the evidence is limited.",
        "Herbal teas do not ease colic.",
        "Herbal teas have not been shown to ease colic.",
        "Herbal teas are not a cure for colic.",
    ]


def test_the_ladder_of_an_association_avoids_causal_verbs() -> None:
    claim = make_claim(
        "association", statement="Neglect harms sleep", intervention_text="neglect", outcome_text="poor sleep"
    )
    assert rungs(make_base([], claim=claim)) == [
        "Neglect is linked to poor sleep.",
        "Neglect is probably linked to poor sleep.",
        "Neglect may be linked to poor sleep.",
        "Some studies suggest that neglect might be linked to poor sleep, but the evidence is limited.",
        "Neglect is not linked to poor sleep.",
        "Neglect has not been shown to be linked to poor sleep.",
    ]


def test_the_ladder_of_an_association_that_says_linked() -> None:
    claim = make_claim("association", statement="Sadness is linked to late speech")
    assert rungs(make_base([], claim=claim)) == [
        "Sadness is linked to late speech.",
        "Sadness is probably linked to late speech.",
        "Sadness may be linked to late speech.",
        "Some studies suggest that sadness might be linked to late speech, but the evidence is limited.",
        "Sadness is not linked to late speech.",
        "Sadness has not been shown to be linked to late speech.",
    ]


def test_the_ladder_of_a_safety_claim() -> None:
    claim = make_claim("safety", statement="Tea is safe")
    assert rungs(make_base([], claim=claim)) == [
        "Tea is safe.",
        "Tea is likely to be safe.",
        "Tea may be safe.",
        "Early evidence suggests that tea is safe, but studies have hardly looked for harm.",
        "Tea is not safe.",
        "Tea has not been shown to be safe.",
    ]


def test_the_ladder_of_a_statement_whose_verb_is_not_known() -> None:
    claim = make_claim("comparative", statement="Tea outdoes coffee")
    assert rungs(make_base([], claim=claim)) == [
        "Tea outdoes coffee.",
        "It is likely that tea outdoes coffee.",
        "It may be that tea outdoes coffee.",
        "Some studies suggest that tea outdoes coffee, but the evidence is limited.",
        "It is not true that tea outdoes coffee.",
        "It has not been shown that tea outdoes coffee.",
    ]
