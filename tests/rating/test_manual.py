"""The manual says what the policy files say."""

from __future__ import annotations

from claimcheck.rating.policy_parse import KINDS, REASONS, STEPS
from rating.manual import PAGE, filled

TEXT = PAGE.read_text(encoding="utf-8")


def test_the_tables_are_those_of_the_policy() -> None:
    assert filled(PAGE) == TEXT


def test_every_reason_is_explained() -> None:
    named = (*REASONS, *STEPS, "disputed-by-appraisal", "indirect-only", "retracted-evidence", "accepted-by-profile")
    assert [reason for reason in named if f"`{reason}`" not in TEXT] == []


def test_every_kind_of_claim_is_explained() -> None:
    assert [kind for kind in KINDS if f"\n| {kind} |" not in TEXT] == []
