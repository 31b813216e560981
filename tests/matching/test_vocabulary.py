"""The shipped vocabulary: sound by itself, and hearing what people say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from claimcheck.documents.read import read_document
from claimcheck.evidence.base import EvidenceBase
from claimcheck.evidence.model import Concept, TermGroup
from claimcheck.matching.engine import Matcher
from claimcheck.text.folding import SLOT, Folder

SECTIONS = yaml.safe_load(Path(__file__).with_name("wordings.yaml").read_text("utf-8"))
WORDINGS = [
    pytest.param(section["heading"], line, claims, id=line)
    for section in SECTIONS
    for line, claims in section["lines"].items()
]


def groups(base: EvidenceBase) -> Iterator[tuple[Concept, TermGroup]]:
    for concept in base.concepts():
        for group in concept.terms:
            yield concept, group


@pytest.fixture(scope="module")
def folder(base: EvidenceBase) -> Folder:
    return Folder(base.language.folding)


@pytest.mark.parametrize(("heading", "line", "claims"), WORDINGS)
def test_wording_makes_its_claims(matcher: Matcher, heading: str, line: str, claims: list[str]) -> None:
    document = read_document(f"# {heading}\n\n{line}\n".encode(), "wording.md")
    found = [match.claim for match in matcher.match(document).matches if match.sentence.text == line]
    assert sorted(found) == sorted(claims)


def test_every_phrase_begins_with_a_word(base: EvidenceBase, folder: Folder) -> None:
    bad = [
        (concept.id, phrase)
        for concept, group in groups(base)
        for phrase in group.phrases
        if (norms := folder.phrase(phrase)[0])[:1] in ((), (SLOT,)) or SLOT in norms[-1:]
    ]
    assert bad == []


def test_guards_name_concepts_that_exist(base: EvidenceBase) -> None:
    named = {word[1:] for _, group in groups(base) for word in group.needs_near if word.startswith("@")}
    assert named - set(base.concept_ids) == set()


def test_no_single_word_names_both_an_intervention_and_a_rival_wherever_it_stands(
    base: EvidenceBase, folder: Folder
) -> None:
    names: dict[str, set[str]] = {}
    for concept, group in groups(base):
        if concept.kind in ("intervention", "rival") and not (group.exact or group.needs_near):
            for phrase in group.phrases:
                norms = folder.phrase(phrase)[0]
                if len(norms) == 1:
                    names.setdefault(norms[0], set()).add(concept.kind)
    assert {word for word, kinds in names.items() if len(kinds) > 1} == set()
