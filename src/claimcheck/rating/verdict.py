"""From the state of the evidence and the wording of a sentence to a verdict: the door to this room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.rating.body import NOWHERE, Assessment, assess
from claimcheck.rating.citations import Cited, governing_citations
from claimcheck.rating.explain import explanation
from claimcheck.rating.ladder import suggestion
from claimcheck.rating.model import BodyState, ClaimRating, Reach, Step, Verdict, VerdictWord
from claimcheck.rating.notes import wording_notes
from claimcheck.rating.policy_model import NEGATIVE_TIERS, Policy
from claimcheck.rating.stepdown import Ruling, step_down
from claimcheck.rating.table import from_table
from claimcheck.wording.model import Wording

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase

#: the tier of a claim's plain statement
PLAIN = "flat"


def rate_claim(claim_id: str, base: EvidenceBase, policy: Policy) -> ClaimRating:
    """The verdict on a claim's plain statement. KeyError for an unknown claim."""
    assessment = assess(claim_id, NOWHERE, base, policy)
    word, reason = from_table(assessment, PLAIN, NOWHERE, policy)
    return ClaimRating(
        claim=claim_id,
        rating=word,
        reason=reason,
        body=assessment.body,
        explanation=explanation(assessment, PLAIN, (reason,), base, policy),
        citations=governing_citations(assessment, base),
        policy=policy.stamp,
        suggestion=None if word == "supported" else suggestion(claim_id, base, policy),
    )


def plain_verdict(claim_id: str, base: EvidenceBase, policy: Policy) -> VerdictWord:
    """The word of `rate_claim` alone. KeyError for an unknown claim."""
    return from_table(assess(claim_id, NOWHERE, base, policy), PLAIN, NOWHERE, policy)[0]


def judge(
    claim_id: str, wording: Wording, reach: Reach, base: EvidenceBase, policy: Policy, cited: Cited = ()
) -> Verdict:
    """The verdict on a sentence that makes a claim.

    Args:
        claim_id: the claim; KeyError if unknown.
        wording: how the sentence puts it.
        reach: whose outcome and what time the sentence speaks of.
        base, policy: what it is judged by.
        cited: the sentence's references, each with the ids of the studies it may mean (none: not in the base).
    """
    assessment = assess(claim_id, asked(reach, wording), base, policy)
    word, reason = from_table(assessment, wording.tier, reach, policy)
    ruling = Ruling(word, reason)
    step_down(ruling, assessment, wording, cited, base, policy)
    ruling.secondary.extend(_flags(assessment.body, wording.tier))
    notes = (*assessment.body.notes, *wording_notes(assessment.claim, wording, policy), *ruling.notes)
    return Verdict(
        verdict=ruling.word,
        reason=ruling.reason,
        secondary=tuple(dict.fromkeys(code for code in ruling.secondary if code != ruling.reason)),
        notes=tuple(dict.fromkeys(notes)),
        explanation=explanation(assessment, wording.tier, (ruling.reason, reason), base, policy),
        suggestion=None if ruling.word == "supported" else suggestion(claim_id, base, policy),
        citations=governing_citations(assessment, base),
        body=assessment.body,
        trace=(*assessment.body.trace, *_table_steps(assessment, wording, word, reason, policy), *ruling.steps),
    )


def asked(reach: Reach, wording: Wording) -> Reach:
    """The reach of a sentence with what its wording says about time."""
    return replace(reach, time_class="long") if wording.lasting and reach.time_class is None else reach


def _table_steps(
    assessment: Assessment, wording: Wording, word: VerdictWord, reason: str, policy: Policy
) -> tuple[Step, ...]:
    column = policy.column(wording.tier)
    read = "" if column == wording.tier else f", read as {column}"
    cues = ", ".join(f'"{cue.text}"' for cue in wording.cues)
    return (
        Step("wording", f"{wording.tier}{f' ({cues})' if cues else ''}{read}"),
        Step("table", f"{policy.stamp} [{assessment.body.state}][{column}] = {word}, {reason}"),
    )


def _flags(body: BodyState, tier: str) -> list[str]:
    """What also weighs on a positive sentence."""
    if tier in NEGATIVE_TIERS:
        return []
    flags = {"disputed-by-appraisal": body.disputed, "conflicting": body.conflicting}
    return [code for code, holds in flags.items() if holds]
