"""Steps 3 to 6 on plain lines: counted once, weighed either way, corrected for appraisals, turned into a state."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.frozen import dataclass
from claimcheck.rating.certainty import Certainty, certainty
from claimcheck.rating.dedupe import deduplicate
from claimcheck.rating.kinds import countable, safety_points
from claimcheck.rating.lines import Line
from claimcheck.rating.model import StateName
from claimcheck.rating.policy_model import FloorRule, Policy
from claimcheck.rating.state import clears_floor, state_of, supporting


@dataclass(frozen=True)
class Appraised:
    """How many unanswered judgements stand against a body, and how many reassure."""

    against: int = 0
    reassuring: int = 0


@dataclass(frozen=True)
class Weighed:
    """A body of lines at one reach.

    `points_for` and `points_against` are certainty after all corrections, which `corrections` spell out.
    """

    state: StateName
    points_for: int
    points_against: int
    lines: tuple[Line, ...]
    set_aside: tuple[tuple[Line, str], ...]
    side_for: Certainty
    side_against: Certainty
    corrections: tuple[str, ...]
    #: controlled lines that speak for the claim: what the floor looks at
    support: tuple[Line, ...]
    floor: FloorRule | None
    #: independent reassurance lets a safety claim pass below the floor
    lifted: bool
    opposed_by: tuple[Line, Line] | None
    #: both sides stand equally high and neither is negligible, or an adequate review contradicts the one that governs
    conflicting: bool


NOBODY = Appraised()


def weigh(lines: Sequence[Line], kind: str, policy: Policy, appraised: Appraised = NOBODY) -> Weighed:
    """The state of a body. `lines` must be screened and none of them indirect; their order does not matter."""
    unique = deduplicate([countable(line) for line in lines] if kind == "safety" else lines, policy)
    body = tuple(unique.lines)
    side_for, side_against = certainty(body, "for", policy), certainty(body, "against", policy)
    points: int = side_for.points
    corrections: list[str] = []
    if kind == "safety":
        points, corrections = safety_points(points, body, appraised.reassuring, policy)
    lifted = kind == "safety" and bool(appraised.reassuring)
    points = _lowered(points, appraised.against, bool(unique.opposed_by), corrections, policy)
    floor = clears_floor(body, policy)
    state = state_of(
        points,
        side_against.points,
        floor=bool(floor) or lifted,
        weak_support=any(line.share("for") for line in body),
    )
    return Weighed(
        state, points, side_against.points, body, tuple(unique.set_aside), side_for, side_against,
        tuple(corrections), tuple(supporting(body, policy)), floor, lifted, unique.opposed_by,
        conflicting=bool(unique.opposed_by) or (0 < points == side_against.points and _split(body, policy)),
    )  # fmt: skip


def _split(lines: Sequence[Line], policy: Policy) -> bool:
    """Whether more people than consistency allows for stand in lines against the claim."""
    against = sum(line.n * line.share("against") for line in lines)
    negligible = max((step.opposed_up_to for step in policy.inconsistency if not step.minus), default=0.0)
    return against > negligible * sum(line.n for line in lines)


def _lowered(points: int, against: int, opposed: bool, corrections: list[str], policy: Policy) -> int:
    """Certainty for, less what appraisals and a contrary review cost; never below very low."""
    appraisal = min(policy.body_appraisal.minus * against, policy.body_appraisal.at_most)
    review = policy.opposed_review.minus if opposed else 0
    for cost, what in ((appraisal, "appraisal of the body"), (review, "contrary review")):
        if cost and points:
            least = " (already at the least)" if points == 1 else ""
            points = max(1, points - cost)
            corrections.append(f"{what} -{cost}{least} = {points}")
    return points
