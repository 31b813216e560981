"""Every concept of the shipped base hears its examples, and none of its counterexamples."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.documents.read import read_text
from claimcheck.evidence.base import EvidenceBase, load_evidence
from claimcheck.matching.engine import Matcher

#: another field, whose examples its own tests read (`tests/examples`)
FIELD = Path(__file__).parents[2] / "examples" / "vitamin-c" / "evidence"
BASES = {"shipped": load_evidence(), "vitamin-c": load_evidence([FIELD], cache=False)}

#: it only takes words away from other concepts and means nothing itself, so that no sentence is a near miss of it
TAKES_WORDS_AWAY = {"word-near-miss"}

EXAMPLES = [
    pytest.param(concept.id, text, heard, id=f"{concept.id}: {text}")
    for concept in BASES["shipped"].concepts()
    for texts, heard in ((concept.examples, True), (concept.counterexamples, False))
    for text in texts
]


@pytest.mark.parametrize(("concept", "text", "heard"), EXAMPLES)
def test_concept_is_heard_where_it_should_be(matcher: Matcher, concept: str, text: str, heard: bool) -> None:
    document = read_text(text)
    _, accounts = matcher.explain(document)
    seen = {words.concept for account in accounts for words in account.mentions}
    assert (concept in seen) is heard


@pytest.mark.parametrize("base", BASES.values(), ids=BASES)
def test_every_concept_has_an_example(base: EvidenceBase) -> None:
    assert [concept.id for concept in base.concepts() if not concept.examples] == []


@pytest.mark.parametrize("base", BASES.values(), ids=BASES)
def test_every_concept_has_a_counterexample(base: EvidenceBase) -> None:
    bare = {concept.id for concept in base.concepts() if not concept.counterexamples}
    assert bare - TAKES_WORDS_AWAY == set()
