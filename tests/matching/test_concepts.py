"""Every concept hears its examples and none of its counterexamples, in the shipped base and in another field."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimcheck.documents.read import read_text
from claimcheck.evidence.base import EvidenceBase, load_evidence
from claimcheck.matching.engine import Matcher

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

FIELD = Path(__file__).parents[2] / "examples" / "vitamin-c" / "evidence"
BASES = {"shipped": load_evidence(), "vitamin-c": load_evidence([FIELD], cache=False)}

#: it takes words away from other concepts and stands for nothing of its own, so that no sentence is a near miss of it
TAKES_WORDS_AWAY = {"word-near-miss"}


def sentences() -> Iterator[ParameterSet]:
    for name, base in BASES.items():
        for concept in base.concepts():
            for texts, heard in ((concept.examples, True), (concept.counterexamples, False)):
                for text in texts:
                    yield pytest.param(name, concept.id, text, heard, id=f"{concept.id}: {text}")


@pytest.fixture(scope="session")
def matchers() -> dict[str, Matcher]:
    return {name: Matcher(base) for name, base in BASES.items()}


@pytest.mark.parametrize(("base", "concept", "text", "heard"), list(sentences()))
def test_concept_is_heard_where_it_should_be(
    matchers: dict[str, Matcher], base: str, concept: str, text: str, heard: bool
) -> None:
    _, accounts = matchers[base].explain(read_text(text))
    seen = {words.concept for account in accounts for words in account.mentions}
    assert (concept in seen) is heard


@pytest.mark.parametrize("base", BASES.values(), ids=BASES)
def test_every_concept_has_an_example(base: EvidenceBase) -> None:
    assert [concept.id for concept in base.concepts() if not concept.examples] == []


@pytest.mark.parametrize("base", BASES.values(), ids=BASES)
def test_every_concept_has_a_counterexample(base: EvidenceBase) -> None:
    bare = {concept.id for concept in base.concepts() if not concept.counterexamples}
    assert bare - TAKES_WORDS_AWAY == set()
