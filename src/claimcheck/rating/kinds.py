"""What differs by kind of claim once the lines stand: safety, where harm has to be counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.rating.lines import Line
from claimcheck.rating.policy_model import Policy


def countable(line: Line) -> Line:
    """A safety line in which nobody counted harms, and none was seen, gives no certainty either way."""
    looked = line.events is not None or line.direction == "harm"
    return line if looked else replace(line, level=0)


def safety_points(points: int, lines: Sequence[Line], reassurances: int, policy: Policy) -> tuple[int, list[str]]:
    """Certainty that something is safe, and what changed it.

    Few people counted cap it (none harmed among N still allows about 3 in N); independent reassurance lifts it a
    little; a credible harm caps it.
    """
    rules, said = policy.safety, []
    counted = sum(line.n for line in lines if line.events is not None and line.share("for"))
    if points > rules.fewer_at_most and counted < rules.counted_n_at_least:
        points = rules.fewer_at_most
        said.append(f"harms counted in {counted} people, fewer than {rules.counted_n_at_least}: at most {points}")
    lift = rules.appraisals_lift_to[min(reassurances, len(rules.appraisals_lift_to)) - 1] if reassurances else 0
    if lift > points:
        points = lift
        said.append(f"independent reassurances: {reassurances}, lifting it to {lift}")
    harm = next((line for line in lines if _credible_harm(line, policy)), None)
    if harm and points > rules.credible_harm_at_most:
        points = rules.credible_harm_at_most
        said.append(f"harm seen in {harm.study}: at most {points}")
    return points, said


def _credible_harm(line: Line, policy: Policy) -> bool:
    return line.direction == "harm" and line.level > 0 and line.bias in policy.safety.credible_bias
