"""Step 6: from certainty for and against to one of ten evidence states."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.rating.lines import Line
from claimcheck.rating.model import StateName
from claimcheck.rating.policy_model import FloorRule, Policy

_MODERATE = 3


def clears_floor(lines: Sequence[Line], policy: Policy) -> FloorRule | None:
    """The rule by which the supporting controlled lines count, or None when they stay below the floor."""
    support = supporting(lines, policy)
    reviews = sum(line.pooled for line in support)
    trials = sum(line.trials for line in support)
    people = sum(line.n for line in support)
    for rule in policy.floor:
        if reviews >= rule.reviews and trials >= rule.controlled_trials and people >= rule.n_at_least:
            return rule
    return None


def supporting(lines: Sequence[Line], policy: Policy) -> list[Line]:
    """The controlled lines that speak for the claim, wholly or half."""
    return [line for line in lines if line.share("for") and line.level >= policy.controlled_from]


def state_of(for_points: int, against_points: int, *, floor: bool, weak_support: bool) -> StateName:
    """The evidence state.

    Args:
        for_points, against_points: certainty either way, 0..4.
        floor: whether the support clears the floor.
        weak_support: whether any line at all speaks for the claim, however weak its design.
    """
    if against_points > for_points:
        return "A3" if against_points >= _MODERATE else "A2" if against_points == _MODERATE - 1 else "X"
    if not for_points:
        return "W" if weak_support else "N"
    if for_points == against_points >= _MODERATE:
        return "C"
    if not floor:
        return "W"
    if for_points == against_points:
        return "S1"
    return _SUPPORTED[for_points]


_SUPPORTED: dict[int, StateName] = {1: "S1", 2: "S2", 3: "S3", 4: "S4"}
