"""Step 8a: figures of a sentence beside those of the evidence."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.evidence.model import Effect
from claimcheck.rating.measures import Measures, Unit
from claimcheck.rating.numbers import compare
from claimcheck.wording.model import Number
from rating.stand_in import DATA, make_effect, read_yaml, shipped_language

MEASURES = Measures(shipped_language().data["measures"])


@pytest.mark.parametrize("case", read_yaml(DATA / "numbers.yaml"), ids=lambda case: case["number"]["text"])
def test_compare(case: dict[str, Any]) -> None:
    raw = {"high": case["number"]["low"], **case["number"]}
    effects: list[tuple[str, Effect]] = [("study", make_effect(effect)) for effect in case["effects"]]
    found = compare(Number(**raw), effects, MEASURES, 0.1)
    skipped = "not compared" in found.said
    assert ("skipped" if skipped else (found.miss or "fits").removeprefix("number-")) == case["is"]
    assert found.miss is None or not skipped


def test_what_was_compared_is_said() -> None:
    number = Number("30% fewer", "percent", 30, 30, change=True)
    effects = [("one", Effect("RR", 0.7, (0.5, 0.9))), ("two", Effect("SMD", 0.3)), ("three", Effect("RR", 0.8))]
    assert compare(number, effects, MEASURES, 0.1).said == '"30% fewer" = 0.3 fits: one 0.1 to 0.5; three 0.18 to 0.22'


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (None, None),
        (" ", None),
        ("Grams", Unit(("mass",), 1000)),
        ("kg.", Unit(("mass",), 1_000_000)),
        ("g/day", Unit(("mass", "time"), 1000 / 86400)),
        ("grams a day", Unit(("mass", "time"), 1000 / 86400)),
        ("hours per night", Unit(("time", "time"), 3600 / 86400)),
        ("points", Unit(("points",), 1)),
        ("hugs", Unit(("hugs",), 1)),
    ],
)
def test_units(text: str | None, unit: Unit | None) -> None:
    assert MEASURES.unit(text) == unit
