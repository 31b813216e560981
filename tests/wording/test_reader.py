"""Tiers of whole sentences, as cases."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.wording.model import Wording

Read = Callable[..., Wording]

TIERS = [
    ("Baby massage cures postnatal depression.", "postnatal depression", "cures", "absolute"),
    ("Baby massage treats PND.", "PND", "treats", "flat"),
    ("Massage helps mums with PND.", "PND", "helps", "flat"),
    ("Massage may help some mothers with PND.", "PND", "help", "may"),
    ("A few small trials suggest massage might ease PND, but the results are not conclusive.", "PND", "ease", "limited"),
    ("Massage has not been shown to treat PND.", "PND", "treat", "not-shown"),
    ("Massage does nothing for PND.", "PND", None, "denial"),
    ("Massage is not a cure for PND - please talk to your GP.", "PND", None, "disclaimer"),
    ("Such therapy can improve parental reflective functioning.", "reflective functioning", "improve", "can"),
    ("Does massage ease colic?", "colic", "ease", "question"),
]


@pytest.mark.parametrize(("text", "outcome", "relation", "tier"), TIERS)
def test_tier(read: Read, text: str, outcome: str, relation: str | None, tier: str) -> None:
    assert read(text, outcome=outcome, relation=relation).tier == tier
