"""Step 1: what may speak, and how biased it counts."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.rating.policy import load_policy
from claimcheck.rating.screen import Screened, screen
from rating.stand_in import DATA, make_base, make_study, read_yaml

POLICY = load_policy("standard", make_base([]))


@pytest.mark.parametrize("case", read_yaml(DATA / "screen.yaml"), ids=lambda case: case["name"])
def test_screen(case: dict[str, Any]) -> None:
    study = make_study({"study": "s", "direction": "benefit", "n": 50, **case["line"]})
    found = screen(study, study.outcomes[0], frozenset(case.get("reporting", ())), POLICY)
    if isinstance(found, Screened):
        assert (found.bias, found.raised_by) == (case.get("bias"), case.get("by"))
    else:
        assert found == case.get("aside")
