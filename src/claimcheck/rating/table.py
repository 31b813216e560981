"""Steps 7 and 9: the table's cell for a state and a tier, what a profile accepts, and the reason made precise."""

from __future__ import annotations

from claimcheck.rating.body import Assessment
from claimcheck.rating.model import BodyState, Reach, VerdictWord
from claimcheck.rating.policy_model import Accepted, Cell, Policy

ACCEPTED = "accepted-by-profile"
#: states in which no profile may accept a claim
_REFUTED = ("A2", "A3")


def from_table(assessment: Assessment, tier: str, reach: Reach, policy: Policy) -> tuple[VerdictWord, str]:
    """Verdict and reason of a wording tier, before figures and citations are looked at."""
    cell = policy.cell(assessment.body.state, tier)
    if cell.verdict != "supported" and any(_accepts(rule, assessment, tier, reach) for rule in policy.accepted):
        return "supported", ACCEPTED
    return cell.verdict, refined(cell, assessment.body)


def _accepts(rule: Accepted, assessment: Assessment, tier: str, reach: Reach) -> bool:
    claim = assessment.claim
    if tier not in rule.tiers or assessment.body.state in _REFUTED:
        return False
    subjects = {concept for frame in claim.frames for concept in frame.subject}
    objects = {concept for frame in claim.frames for concept in frame.object}
    if not rule.never_with.isdisjoint(objects | subjects | set(reach.populations)):
        return False
    named = not rule.interventions.isdisjoint(subjects) and objects <= rule.outcomes
    return claim.id in rule.claims or named


def refined(cell: Cell, body: BodyState) -> str:
    """The cell's reason, or why certainty is low, or why nothing counts, where that is known."""
    if cell.reason == "low-certainty" and cell.verdict != "supported":
        if body.disputed:
            return "disputed-by-appraisal"
        if body.conflicting:
            return "conflicting"
    if cell.reason == "no-evidence" and body.why_empty:
        return body.why_empty
    return cell.reason
