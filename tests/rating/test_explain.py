"""What a reader is told: why, and what may be said instead."""

from __future__ import annotations

import re
from typing import Any

import pytest

from claimcheck.rating.model import Reach
from claimcheck.rating.policy import load_policy
from claimcheck.rating.policy_model import COLUMNS, STATES
from claimcheck.rating.policy_parse import KINDS, REASONS, STEPS
from claimcheck.rating.verdict import judge
from claimcheck.wording.model import STANCE_OF_TIER, Wording
from rating.stand_in import CLAIM, DATA, make_base, make_claim, read_yaml, shipped_language

TEMPLATES: dict[str, str] = shipped_language().data["explanations"]["reasons"]
REFINED = ("disputed-by-appraisal", "indirect-only", "retracted-evidence", "accepted-by-profile")


@pytest.mark.parametrize("case", read_yaml(DATA / "explanations.yaml"), ids=lambda case: case["name"])
def test_explanation_and_suggestion(case: dict[str, Any]) -> None:
    claim = make_claim(case.get("kind", "effect"), **case.get("claim", {}))
    base = make_base(case["lines"], appraisals=case.get("appraisals", ()), claim=claim)
    tier = case.get("tier", "flat")
    wording = Wording(tier, STANCE_OF_TIER[tier], causal=case.get("causal", False))
    verdict = judge(CLAIM, wording, Reach(), base, load_policy("standard", base))
    assert verdict.explanation == case["explanation"]
    assert verdict.suggestion == case.get("suggestion")


def test_every_reason_has_a_sentence() -> None:
    assert {*REASONS, *STEPS, *REFINED} <= set(TEMPLATES)


@pytest.mark.parametrize("key", TEMPLATES)
def test_every_key_can_be_asked_for(key: str) -> None:
    parts = key.split("/")
    if parts[0] in KINDS:
        parts = parts[1:]
    assert parts[0] in (*REASONS, *STEPS, *REFINED)
    assert all(
        part in (*STATES, *COLUMNS, "review", "stated", "mixed", "partly", "opposed", "listed") for part in parts[1:]
    )


@pytest.mark.parametrize("key", TEMPLATES)
def test_every_sentence_is_one(key: str) -> None:
    assert re.fullmatch(r"(?:[A-Z]|\{[A-Z]).*[^.]\.", TEMPLATES[key])
