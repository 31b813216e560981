"""A field of one's own: the base of examples/vitamin-c rates flyers that the shipped base says nothing about."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck.checker import Checker
from claimcheck.documents.read import read_document, read_text
from claimcheck.evidence.base import EvidenceBase, load_evidence
from claimcheck.evidence.build import read_folders, read_sources
from claimcheck.evidence.files import list_folders
from claimcheck.evidence.sanity import find_doubts
from claimcheck.matching.engine import Matcher
from claimcheck.rating.policy import load_policy
from claimcheck.rating.verdict import rate_claim
from claimcheck.report import DocumentReport

EXAMPLE = Path(__file__).parents[2] / "examples" / "vitamin-c"
EXPECTED: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("vitamin_c.yaml").read_text("utf-8"))
FLYERS = sorted(EXPECTED["verdicts"])
#: sentences about massage that the shipped base knows
SHIPPED_COPY = (
    "Baby massage relieves colic.",
    "Massage helps babies sleep.",
    "Skin-to-skin helps with breastfeeding.",
    "Postnatal depression delays speech.",
)


@pytest.fixture(scope="module")
def base() -> EvidenceBase:
    return load_evidence([EXAMPLE / "evidence"], cache=False)


@pytest.fixture(scope="module")
def shipped() -> EvidenceBase:
    return load_evidence(cache=False)


@pytest.fixture(scope="module")
def checker(base: EvidenceBase) -> Checker:
    return Checker(base, load_policy("standard", base))


def labels(flyer: str) -> list[dict[str, Any]]:
    lines = (EXAMPLE / "flyers" / flyer).with_suffix(".labels.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def labelled_claims(flyer: str) -> Iterator[tuple[str, str, str]]:
    for row in labels(flyer):
        yield from ((row["text"], claim["id"], claim["stance"]) for claim in row["claims"])


def report_on(flyer: str, checker: Checker) -> DocumentReport:
    return checker.check(read_document((EXAMPLE / "flyers" / flyer).read_bytes(), flyer))


def test_the_base_is_sound_and_raises_no_doubts() -> None:
    sources = read_sources(read_folders(list_folders([EXAMPLE / "evidence"], shipped=True)))
    assert [*sources.problems, *find_doubts(sources)] == []


def test_it_stands_alone_but_borrows_language_and_policies(base: EvidenceBase, shipped: EvidenceBase) -> None:
    assert base.manifest.name == "Vitamin C and the common cold"
    assert set(base.claim_ids) == set(EXPECTED["ratings"])
    assert set(base.claim_ids).isdisjoint(shipped.claim_ids)
    assert set(base.study_ids).isdisjoint(shipped.study_ids)
    assert base.policies == shipped.policies
    assert base.language.folding == shipped.language.folding
    assert set(shipped.language.relations) < set(base.language.relations)


def test_every_study_bears_on_a_claim_and_every_claim_has_lines(base: EvidenceBase) -> None:
    assert {study.id for claim in base.claim_ids for study, _ in base.lines(claim)} == set(base.study_ids)
    assert [claim for claim in base.claim_ids if not base.lines(claim)] == []


def test_ratings(base: EvidenceBase) -> None:
    policy = load_policy("standard", base)
    ratings = {claim: rate_claim(claim, base, policy) for claim in base.claim_ids}
    assert {claim: [rated.rating, rated.reason] for claim, rated in ratings.items()} == EXPECTED["ratings"]


def test_a_withdrawn_review_carries_nothing(base: EvidenceBase) -> None:
    body = rate_claim("zinc-shortens-colds", base, load_policy("standard", base)).body
    assert "singh2013" not in {study for study, _, _ in body.used}
    assert ("singh2013", "shortens-colds", "retracted") in body.set_aside


@pytest.mark.parametrize("flyer", FLYERS)
def test_flyer_claims_and_stances(flyer: str, checker: Checker) -> None:
    found = [(f.text, f.claim, f.wording.stance) for f in report_on(flyer, checker).findings]
    assert sorted(found) == sorted(labelled_claims(flyer))


@pytest.mark.parametrize("flyer", FLYERS)
def test_flyer_verdicts(flyer: str, checker: Checker) -> None:
    found = [[f.text, f.claim, f.verdict, f.reason] for f in report_on(flyer, checker).findings]
    assert found == EXPECTED["verdicts"][flyer]


@pytest.mark.parametrize("flyer", FLYERS)
def test_flyer_sentences_worth_a_check_are_all_mentioned(flyer: str, checker: Checker) -> None:
    report = report_on(flyer, checker)
    mentioned = {f.text for f in report.findings} | {u.text for u in report.unlisted}
    assert mentioned == {row["text"] for row in labels(flyer) if row["checkworthy"]}


@pytest.mark.parametrize("flyer", FLYERS)
def test_labels_hold_every_sentence_in_order(flyer: str) -> None:
    document = read_document((EXAMPLE / "flyers" / flyer).read_bytes(), flyer)
    assert [row["text"] for row in labels(flyer)] == [sentence.text for sentence in document.sentences]


@pytest.mark.parametrize("text", SHIPPED_COPY)
def test_no_claim_of_the_shipped_field_appears(text: str, checker: Checker, shipped: EvidenceBase) -> None:
    document = read_text(text, "copy.txt")
    assert Checker(shipped, load_policy("standard", shipped)).check(document).findings
    assert checker.check(document).findings == ()


@pytest.mark.parametrize("flyer", FLYERS)
def test_the_shipped_base_finds_none_of_its_claims_in_the_flyers(flyer: str, shipped: EvidenceBase) -> None:
    assert report_on(flyer, Checker(shipped, load_policy("standard", shipped))).findings == ()


def test_examples_of_concepts_are_recognised_and_counterexamples_are_not(base: EvidenceBase) -> None:
    matcher = Matcher(base)

    def seen(text: str) -> set[str]:
        document = read_text(text, "example.txt")
        return {m.concept for sentence in document.sentences for m in matcher.mentions(document, sentence)}

    for concept in base.concepts():
        assert [text for text in concept.examples if concept.id not in seen(text)] == []
        assert [text for text in concept.counterexamples if concept.id in seen(text)] == []
