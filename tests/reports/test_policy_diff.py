"""Two policies side by side, in full."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from claimcheck.rating.differences import Difference
from claimcheck.rating.model import BodyState, ClaimRating
from claimcheck.rating.policy_model import Policy
from claimcheck.reports.plain_card import render
from claimcheck.reports.policy_diff import policy_diff_card, policy_diff_data


class Named:
    """As much of a policy as a comparison names."""

    version = 1

    def __init__(self, name: str, hash: str) -> None:
        self.name = name
        self.hash = hash
        self.about = f"what {name} is for"
        self.stamp = f"{name}@1 ({hash})"


MILD, STERN = (cast("Policy", Named(*names)) for names in (("mild", "aa11"), ("stern", "bb22")))
RULES = (
    Difference("floor", "reviews 1, controlled_trials 0", "reviews 2, controlled_trials 0"),
    Difference("table.S2.flat", "contested/low-certainty", "unsupported/low-certainty"),
    Difference("tiers.can", None, "flat"),
)
BODY = BodyState("S2", 2, 0, None, False, False, (), (), (), ())
KEPT = ClaimRating("foot-baths-warm-feet", "supported", "well-supported", BODY, "", (), "")
MOVED = ClaimRating("foot-baths-cure-tiredness", "contested", "low-certainty", BODY, "", (), "")
RATINGS = ((MOVED, replace(MOVED, rating="unsupported")), (KEPT, KEPT))
CARD = """\
mild@1 (aa11) -> stern@1 (bb22)
3 rules differ; 1 of 2 claims rated otherwise.

Decision table: evidence, wording
           mild                      stern
  S2 flat  contested, low-certainty  unsupported, low-certainty

Wording read as
       mild  stern
  can  –     flat

Thresholds and other rules
         mild                            stern
  floor  reviews 1, controlled_trials 0  reviews 2, controlled_trials 0

Claims rated otherwise
  claim                      mild                      stern
  foot-baths-cure-tiredness  contested, low-certainty  unsupported, low-certainty
"""


def test_the_whole_comparison() -> None:
    assert render(policy_diff_card(MILD, STERN, RULES, RATINGS)) == CARD


def test_one_rule() -> None:
    assert policy_diff_card(MILD, STERN, RULES[:1], RATINGS[1:]).lead == "1 rule differs; 0 of 1 claim rated otherwise."


def test_the_comparison_as_data() -> None:
    assert policy_diff_data(MILD, STERN, RULES[1:], RATINGS) == {
        "one": {"id": "mild", "version": 1, "hash": "aa11", "about": "what mild is for"},
        "other": {"id": "stern", "version": 1, "hash": "bb22", "about": "what stern is for"},
        "differences": [
            {"place": "table.S2.flat", "one": "contested/low-certainty", "other": "unsupported/low-certainty"},
            {"place": "tiers.can", "one": None, "other": "flat"},
        ],
        "claims": [
            {
                "claim": "foot-baths-cure-tiredness",
                "one": {"rating": "contested", "reason": "low-certainty"},
                "other": {"rating": "unsupported", "reason": "low-certainty"},
            }
        ],
    }
