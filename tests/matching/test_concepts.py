"""Every concept of the shipped base hears its examples, and none of its counterexamples."""

from __future__ import annotations

import pytest

from claimcheck.documents.read import read_text
from claimcheck.evidence.base import EvidenceBase, load_evidence
from claimcheck.matching.engine import Matcher

EXAMPLES = [
    pytest.param(concept.id, text, heard, id=f"{concept.id}: {text}")
    for concept in load_evidence().concepts()
    for texts, heard in ((concept.examples, True), (concept.counterexamples, False))
    for text in texts
]


@pytest.mark.parametrize(("concept", "text", "heard"), EXAMPLES)
def test_concept_is_heard_where_it_should_be(matcher: Matcher, concept: str, text: str, heard: bool) -> None:
    document = read_text(text)
    _, accounts = matcher.explain(document)
    seen = {words.concept for account in accounts for words in account.mentions}
    assert (concept in seen) is heard


def test_every_concept_has_an_example(base: EvidenceBase) -> None:
    assert [concept.id for concept in base.concepts() if not concept.examples] == []
