"""The shipped evidence under the shipped policies."""

from __future__ import annotations

import pytest

from claimcheck.evidence.base import EvidenceBase, load_evidence
from claimcheck.rating.policy import load_policy, policy_names
from claimcheck.rating.published import published
from claimcheck.rating.verdict import rate_claim
from rating.manual import COMPARED, SHIPPED, filled, shipped_examples, why_published

UPDATE = "run `python -m rating.manual` in the folder tests, and read what changed"


@pytest.fixture(scope="module")
def base() -> EvidenceBase:
    return load_evidence()


def test_every_claim_is_rated_and_explained_under_every_policy(base: EvidenceBase) -> None:
    for name in policy_names(base):
        policy = load_policy(name, base)
        for claim in base.claim_ids:
            rating = rate_claim(claim, base, policy)
            assert rating.explanation.endswith("."), claim
            assert "{" not in rating.explanation, claim
            assert rating.suggestion is None or rating.rating != "supported", claim
            lines = {(study.id, outcome.id) for study, outcome in base.lines(claim)}
            spoken = {(study, outcome) for study, outcome, _ in (*rating.body.used, *rating.body.set_aside)}
            assert spoken == lines, claim


def test_what_is_not_supported_gets_a_wording_that_is(base: EvidenceBase) -> None:
    policy = load_policy("standard", base)
    without = [
        rating.claim
        for rating in (rate_claim(claim, base, policy) for claim in base.claim_ids)
        if rating.rating != "supported" and rating.suggestion is None
    ]
    assert without == []


def test_every_difference_from_a_published_judgement_is_explained(base: EvidenceBase) -> None:
    differing = [row for row in published(base, load_policy("standard", base)) if not row.agrees]
    assert [(row.claim, row.who) for row in differing if not why_published(row)] == []


def test_every_difference_from_the_worked_examples_is_explained(base: EvidenceBase) -> None:
    differing = [number for number, _, stated, now, _ in shipped_examples(base) if stated != now]
    assert [number for number in differing if str(number) not in SHIPPED["differs"]] == []


def test_the_comparison_is_up_to_date(base: EvidenceBase) -> None:
    assert filled(COMPARED, base) == COMPARED.read_text(encoding="utf-8"), UPDATE
