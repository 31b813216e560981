"""Steps 1 to 6 together: from records to the state of the evidence."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.rating.body import NOWHERE, assess
from claimcheck.rating.policy import load_policy
from rating.stand_in import CLAIM, DATA, make_base, make_claim, read_yaml


@pytest.mark.parametrize("case", read_yaml(DATA / "bodies.yaml"), ids=lambda case: case["name"])
def test_body(case: dict[str, Any]) -> None:
    claim = make_claim(case.get("kind", "effect"))
    base = make_base(case["lines"], appraisals=case.get("appraisals", ()), claim=claim)
    body = assess(CLAIM, NOWHERE, base, load_policy("standard", base)).body
    assert f"{body.state} {body.certainty_for}/{body.certainty_against}" == case["state"]
    assert (body.disputed, body.conflicting) == (case.get("disputed", False), case.get("conflicting", False))
    assert body.why_empty == case.get("empty")
    assert [step.text for step in body.trace if step.name == "correction"] == case.get("corrections", [])
    if "notes" in case:
        assert list(body.notes) == case["notes"]


def test_lines_used_and_set_aside() -> None:
    base = make_base(
        [
            {"study": "a", "design": "rct", "n": 90, "direction": "benefit"},
            {"study": "b", "design": "rct", "n": 80, "direction": "unclear"},
            {"study": "c", "design": "rct", "n": 70, "direction": "mixed"},
            {"study": "d", "design": "opinion", "direction": "benefit"},
            {"study": "e", "design": "rct", "n": 60, "direction": "benefit", "trial": "a"},
            {"study": "f", "design": "rct", "n": 60, "direction": "benefit", "away": {"outcome": 2}},
        ]
    )
    body = assess(CLAIM, NOWHERE, base, load_policy("standard", base)).body
    assert body.used == (("a", "y", "for"), ("b", "y", "against"), ("c", "y", "neutral"))
    assert body.set_aside == (
        ("d", "y", "context only: opinion"),
        ("e", "y", "same trial as a/y"),
        ("f", "y", "indirect (outcome +2)"),
    )


def test_the_size_of_a_line_falls_back_on_the_study() -> None:
    lines = [
        {"study": "a", "design": "rct", "n": 30, "n_analysed": 50, "n_randomised": 60, "direction": "benefit"},
        {"study": "b", "design": "rct", "n_analysed": 50, "n_randomised": 60, "direction": "benefit"},
        {"study": "c", "design": "rct", "n_randomised": 60, "direction": "benefit"},
        {"study": "d", "design": "rct", "direction": "benefit"},
        {"study": "e", "design": "meta-analysis", "direction": "benefit", "k": 30, "pools": ["p"]},
        {"study": "f", "design": "meta-analysis", "direction": "benefit", "pools": ["q"]},
    ]
    base = make_base(lines)
    found = assess(CLAIM, NOWHERE, base, load_policy("standard", base)).weighed.lines
    assert [(line.n, line.n_known) for line in found] == [
        (30, True),
        (50, True),
        (60, True),
        (1, False),
        (300, False),
        (10, False),
    ]


def test_a_review_counts_its_trials_only_for_all_its_people() -> None:
    review = {"design": "meta-analysis", "direction": "benefit", "k": 9, "n_analysed": 900}
    lines = [
        {**review, "study": "a", "pools": ["p"]},
        {**review, "study": "b", "pools": ["q"], "n": 900},
        {**review, "study": "c", "pools": ["r"], "n": 300},
        {**review, "study": "d", "pools": ["s"], "n": 300, "trials": 3},
        {**review, "study": "e", "pools": ["t", "u", "v"], "k": None},
    ]
    base = make_base(lines)
    found = assess(CLAIM, NOWHERE, base, load_policy("standard", base)).weighed.lines
    assert [(line.trials, line.trials_known) for line in found] == [
        (9, True),
        (9, True),
        (2, False),
        (3, True),
        (3, True),
    ]


def test_an_unknown_claim() -> None:
    base = make_base([])
    with pytest.raises(KeyError):
        assess("no-such-claim", NOWHERE, base, load_policy("standard", base))
