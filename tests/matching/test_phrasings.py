"""Claims found by whole phrasings: with no concepts at all, ranked, and packed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.documents.read import read_text
from claimcheck.evidence.base import EvidenceBase, load_evidence
from claimcheck.evidence.model import Claim, Search
from claimcheck.matching.engine import Matcher
from claimcheck.matching.likeness import kinship, near_pairs
from claimcheck.matching.phrasing_table import PhrasingTable, packed, phrasing_table, unpacked
from claimcheck.matching.phrasings import Phrasings
from claimcheck.text.folding import Folder
from claimcheck.wording.reader import WordingReader

HERE = Path(__file__).parent
CASES: list[list[str]] = yaml.safe_load((HERE / "phrasings.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def alone() -> EvidenceBase:
    return load_evidence((HERE / "base_phrasings",), cache=False)


@pytest.fixture(scope="module")
def reader(alone: EvidenceBase) -> tuple[Matcher, WordingReader]:
    matcher = Matcher(alone)
    return matcher, WordingReader(alone.language, matcher.folder)


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_claims_without_concepts(reader: tuple[Matcher, WordingReader], case: list[str]) -> None:
    matcher, wording = reader
    document = read_text(case[0])
    found = [
        [match.claim, wording.read(match, document, lambda i: matcher.folder.fold(document.sentences[i].text)).stance]
        for match in matcher.match(document).matches
    ]
    assert found == ([case[1:]] if case[1:] else [])


def test_match_shows_what_is_shared(alone: EvidenceBase) -> None:
    (match,) = Matcher(alone).match(read_text("Experts say that garlic may lower blood pressure a little.")).matches
    (mention,) = match.mentions
    assert (mention.text, mention.via, match.folded.slice(*match.anchor)) == (
        "garlic may lower blood pressure",
        "phrase",
        "pressure",
    )


def compared(language: Any, *claims: tuple[str, ...]) -> tuple[Phrasings, Folder]:
    folder = Folder(language.folding)
    searched = Search("2026-11-20", ("nowhere",), "Test Keeper")
    made = [
        Claim(f"claim-{number}", "effect", texts[0], "affects", (), searched, phrasings=texts)
        for number, texts in enumerate(claims)
    ]
    table = PhrasingTable._make(phrasing_table(made, folder, language.data["phrasings"]))
    return Phrasings(table), folder


def test_rank(alone: EvidenceBase) -> None:
    phrasings, folder = compared(
        alone.language,
        ("Illegal fishing costs 20 billion a year",),
        ("The harbour loses 20 boats a year",),
        ("Nothing in common",),
    )
    ranked = phrasings.rank(folder.fold("They fished illegally, and it cost us 20% of all fish."))
    assert [found.claim for found in ranked] == ["claim-0", "claim-1"]
    assert phrasings.certainty(ranked) > phrasings.certainty(ranked[1:]) > phrasings.certainty([]) == 0


WORDS = st.sampled_from(["colic", "teething", "garlic", "harbour", "lantern", "violin", "pebble", "walnut", "saddle"])


@settings(max_examples=100, deadline=None)
@given(
    claims=st.lists(st.lists(WORDS, min_size=1, max_size=6, unique=True), min_size=1, max_size=5),
    extra=st.lists(WORDS, max_size=4),
)
def test_phrasing_is_found_in_any_company(alone: EvidenceBase, claims: list[list[str]], extra: list[str]) -> None:
    phrasings, folder = compared(alone.language, *((" ".join(words),) for words in claims))
    sentence = folder.fold(" ".join([*claims[0], *extra]))
    assert next(phrasings.like(sentence)).likeness == pytest.approx(1)
    assert "claim-0" in {found.claim for found in phrasings.rank(sentence)}


@given(st.lists(st.integers(0, 2**32 - 1)))
def test_packed_numbers_are_read_back(numbers: list[int]) -> None:
    assert unpacked("I", packed("I", numbers)).tolist() == numbers


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("illeg", "illegal", 5 / 7), ("eye", "eye", 1.0), ("eye", "ear", 1 / 3)],
)
def test_kinship(one: str, other: str, expected: float) -> None:
    assert kinship(one, other) == kinship(other, one) == expected


def test_near_pairs() -> None:
    assert list(near_pairs(["b", "a", "b", "c"], 2)) == [("a", "b"), ("a", "b"), ("a", "c"), ("b", "c")]
