"""The tier of whole sentences; the cases are in `cases/tiers.yaml`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from claimcheck.wording.model import STANCE_OF_TIER, Wording

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "tiers.yaml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("text", "outcome", "relation", "tier"),
    [pytest.param(*case, id=f"{group}: {case[0]}") for group, cases in CASES.items() for case in cases],
)
def test_tier(read: Callable[..., Wording], text: str, outcome: str, relation: str, tier: str) -> None:
    wording = read(text, outcome=outcome, relation=None if relation == "-" else relation)
    assert (wording.tier, wording.stance) == (tier, STANCE_OF_TIER[wording.tier])
