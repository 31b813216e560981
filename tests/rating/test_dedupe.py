"""Step 3: nobody is counted twice."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.rating.dedupe import covered_area, deduplicate
from claimcheck.rating.policy import load_policy
from rating.lines import make_line
from rating.stand_in import DATA, make_base, read_yaml

POLICY = load_policy("standard", make_base([]))


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("case", read_yaml(DATA / "dedupe.yaml"), ids=lambda case: case["name"])
def test_deduplicate(case: dict[str, Any], backwards: bool) -> None:
    lines = [make_line(raw) for raw in case["lines"]]
    found = deduplicate(lines[::-1] if backwards else lines, POLICY)
    assert [line.study for line in found.lines] == case["kept"]
    assert {line.study: why for line, why in found.set_aside} == case.get("aside", {})
    assert [line.study for line in found.opposed_by or ()] == case.get("opposed", [])
    if "directions" in case:
        assert [line.direction for line in found.lines] == case["directions"]


def test_covered_area_of_two_reviews() -> None:
    one = make_line({"pools": ["a", "b", "c"]})
    other = make_line({"pools": ["b", "c", "d", "e"]})
    # N = 7 inclusions, r = 5 distinct trials, c = 2 reviews: (7 - 5) / (5 * 1)
    assert covered_area(one, other, POLICY) == pytest.approx(0.4)
