"""Step 4: certainty for and against, with its arithmetic."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.rating.certainty import certainty
from claimcheck.rating.policy import load_policy
from claimcheck.rating.trace import sum_up
from rating.lines import make_line
from rating.stand_in import DATA, make_base, read_yaml

POLICY = load_policy("standard", make_base([]))


CASES = [(case, side) for case in read_yaml(DATA / "certainty.yaml") for side in ("for", "against") if side in case]


@pytest.mark.parametrize(("case", "side"), CASES, ids=lambda given: given if isinstance(given, str) else given["name"])
def test_certainty(case: dict[str, Any], side: Any) -> None:
    found = certainty([make_line(raw) for raw in case["lines"]], side, POLICY)
    said = sum_up(found.best) if found.best else f"no line speaks {side} the claim = 0"
    assert [found.points, said] == case[side]
