"""Step 2: how far a line is from the sentence."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.rating.model import Reach
from claimcheck.rating.policy import load_policy
from claimcheck.rating.reach import bearing_on, distance
from rating.stand_in import DATA, make_base, make_claim, make_study, read_yaml

BASE = make_base([])
RULES = load_policy("standard", BASE).reach


@pytest.mark.parametrize("case", read_yaml(DATA / "reach.yaml"), ids=lambda case: case["name"])
def test_distance(case: dict[str, Any]) -> None:
    study = make_study({"study": "s", "design": "rct", "direction": "benefit", **case.get("line", {})})
    claim = make_claim(case.get("kind", "effect"), **case.get("claim", {}))
    reach = Reach(tuple(case.get("asks", ())), "long" if case.get("long") else None)
    away = distance(study, study.outcomes[0], claim, reach, BASE, RULES)
    assert (str(away), away.points) == (case["parts"], case.get("points", 0))
    assert distance(study, study.outcomes[0], claim, bearing_on(claim, reach, BASE), BASE, RULES) == away


@pytest.mark.parametrize(
    ("own", "asked", "left"),
    [
        ("infants", ("infants", "preterm"), ()),
        ("infants", ("mothers",), ()),
        ("infants", ("preterm", "mothers"), ("preterm",)),
        ("infants", ("term", "preterm", "term"), ("preterm", "term")),
        (None, ("mothers",), ("mothers",)),
    ],
)
def test_what_bears_on_a_claim(own: str | None, asked: tuple[str, ...], left: tuple[str, ...]) -> None:
    found = bearing_on(make_claim(population=own), Reach(asked, "long"), BASE)
    assert found == Reach(left, "long")
