"""Our ratings beside published judgements."""

from __future__ import annotations

from claimcheck.rating.policy import load_policy
from claimcheck.rating.published import Published, published
from rating.stand_in import CLAIM, make_base

LOW = {"study": "low", "design": "rct", "n": 120, "bias": "high", "direction": "benefit"}
REVIEW = {"study": "review", "design": "meta-analysis", "n": 900, "k": 4, "bias": "low"}


def test_appraisals_of_the_body() -> None:
    said = [
        {"by": "An institute", "kind": "what-works", "year": 2015, "judgement": "insufficient"},
        {"by": "Another", "kind": "guideline", "judgement": "convincing"},
        {"by": "Trainers", "kind": "trade-body", "independence": "interested", "judgement": "convincing"},
        {"by": "A shop", "kind": "seller", "judgement": "convincing"},
    ]
    base = make_base([LOW], appraisals=said)
    ours = (CLAIM, "contested", "disputed-by-appraisal", "S1")
    assert published(base, load_policy("standard", base)) == (
        Published(*ours, "An institute 2015", "insufficient", None, agrees=True),
        Published(*ours, "Another", "convincing", None, agrees=False),
    )


def test_certainty_stated_by_reviews() -> None:
    lines = [
        {**REVIEW, "direction": "benefit", "stated": "moderate"},
        {**REVIEW, "study": "null", "direction": "unclear", "stated": "low", "pools": ["other"]},
        {**REVIEW, "study": "dead", "direction": "benefit", "stated": "high", "status": "retracted"},
        {**REVIEW, "study": "far", "direction": "benefit", "stated": "low", "away": {"population": 2}},
    ]
    base = make_base([{**lines[0], "pools": ["one"]}, *lines[1:]])
    ours = (CLAIM, "supported", "well-supported", "S3")
    assert published(base, load_policy("standard", base)) == (
        Published(*ours, "Null 2020", "not-convincing", "low certainty, unclear", agrees=False),
        Published(*ours, "Review 2020", "moderate", "moderate certainty, benefit", agrees=True),
    )
