"""Notes: what a reader should know beside the verdict. They never change it."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.evidence.model import Claim
from claimcheck.rating.lines import Line
from claimcheck.rating.policy_model import NEGATIVE_TIERS, Policy
from claimcheck.wording.model import Wording


def body_notes(
    claim: Claim, lines: Sequence[Line], *, unverified: bool, praised: bool, policy: Policy
) -> tuple[str, ...]:
    """Notes on a body of evidence."""
    found = {
        "thin-base": _thin(claim, lines, policy),
        "stale-review": any(_stale(line, claim, policy) for line in lines),
        "unverified-evidence": unverified,
        "industry-appraisal-ignored": praised,
    }
    return tuple(note for note, holds in found.items() if holds)


def _thin(claim: Claim, lines: Sequence[Line], policy: Policy) -> bool:
    """Whether little was searched, or little found and no review among it."""
    if len(claim.searched.where) < policy.notes.thin_base_places:
        return True
    studies = {line.study for line in lines}
    return len(studies) < policy.notes.thin_base_studies and not any(line.pooled for line in lines)


def _stale(line: Line, claim: Claim, policy: Policy) -> bool:
    """Whether a review searched long before we did."""
    if not line.pooled:
        return False
    return _year(claim.searched.date) - _year(line.searched) > policy.notes.stale_review_years


def _year(date: str) -> int:
    digits = date[:4]
    return int(digits) if digits.isdigit() else 0


def wording_notes(claim: Claim, wording: Wording, policy: Policy) -> tuple[str, ...]:
    """Notes on how the sentence puts the claim."""
    found = {
        "testimonial": "testimonial" in wording.flags,
        "asked-not-asserted": wording.tier == "question",
        "needs-professional": wording.tier not in NEGATIVE_TIERS and needs_professional(claim, policy),
    }
    return tuple(note for note, holds in found.items() if holds)


def needs_professional(claim: Claim, policy: Policy) -> bool:
    """Whether the policy leaves this claim to qualified professionals."""
    rules = policy.needs_professional
    objects = {concept for frame in claim.frames for concept in frame.object}
    listed = claim.id in rules.claims or not objects.isdisjoint(rules.concepts)
    return listed or (rules.marked_claims and claim.needs_professional)
