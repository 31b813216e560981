"""Steps 7 to 9: from the state of the evidence and the wording of a sentence to a verdict with its reasons."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from claimcheck.evidence.model import Claim
from claimcheck.rating.body import NOWHERE, Assessment, assess
from claimcheck.rating.citations import Cited, check_citations, governing_citations
from claimcheck.rating.explain import explanation
from claimcheck.rating.ladder import suggestion
from claimcheck.rating.measures import Measures
from claimcheck.rating.model import BodyState, ClaimRating, Reach, Step, Verdict, VerdictWord
from claimcheck.rating.notes import wording_notes
from claimcheck.rating.numbers import Compared, compare
from claimcheck.rating.policy_model import NEGATIVE_TIERS, VERDICTS, Accepted, Cell, Policy
from claimcheck.wording.model import Wording

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase

PLAIN = "flat"


def rate_claim(claim_id: str, base: EvidenceBase, policy: Policy) -> ClaimRating:
    """The verdict on a claim's plain statement. KeyError for an unknown claim."""
    assessment = assess(claim_id, NOWHERE, base, policy)
    word, reason = _from_table(assessment, PLAIN, NOWHERE, policy)
    return ClaimRating(
        claim=claim_id,
        rating=word,
        reason=reason,
        body=assessment.body,
        explanation=explanation(assessment, reason, base),
        citations=governing_citations(assessment, base),
        policy=policy.stamp,
        suggestion=None if word == "supported" else suggestion(claim_id, base, policy),
    )


def judge(
    claim_id: str, wording: Wording, reach: Reach, base: EvidenceBase, policy: Policy, cited: Cited = ()
) -> Verdict:
    """The verdict on a sentence that makes a claim. `cited`: its references, each with the studies it may mean.

    KeyError for an unknown claim.
    """
    assessment = assess(claim_id, _asked(reach, wording), base, policy)
    word, reason = _from_table(assessment, wording.tier, reach, policy)
    ruling = _Ruling(word, reason)
    _step_down(ruling, assessment, wording, cited, base, policy)
    ruling.secondary.extend(_flags(assessment.body, wording.tier))
    secondary = tuple(dict.fromkeys(code for code in ruling.secondary if code != ruling.reason))
    return Verdict(
        verdict=ruling.word,
        reason=ruling.reason,
        secondary=secondary,
        notes=tuple(
            dict.fromkeys((*assessment.body.notes, *wording_notes(assessment.claim, wording, policy), *ruling.notes))
        ),
        explanation=explanation(assessment, ruling.reason, base),
        suggestion=None if ruling.word == "supported" else suggestion(claim_id, base, policy),
        citations=governing_citations(assessment, base),
        body=assessment.body,
        trace=(*assessment.body.trace, *_table_step(assessment, wording, word, reason, policy), *ruling.steps),
    )


@dataclass
class _Ruling:
    """A verdict on its way down."""

    word: VerdictWord
    reason: str
    secondary: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    def lower(self, code: str, *, outright: bool = False) -> None:
        """One step down, or to the bottom; at the bottom, one more reason."""
        rank = VERDICTS.index(self.word)
        if rank == 0:
            self.secondary.append(code)
            return
        self.secondary.insert(0, self.reason)
        self.word, self.reason = VERDICTS[0 if outright else rank - 1], code
        self.steps.append(Step("step down", f"{code}: {self.word}"))


def _asked(reach: Reach, wording: Wording) -> Reach:
    """The reach with what the wording says about time."""
    return replace(reach, time_class="long") if wording.lasting and reach.time_class is None else reach


def _from_table(assessment: Assessment, tier: str, reach: Reach, policy: Policy) -> tuple[VerdictWord, str]:
    """The table's cell with its reason refined, or what the profile accepts."""
    cell = policy.cell(assessment.body.state, tier)
    if cell.verdict != "supported" and any(_accepts(a, assessment, tier, reach) for a in policy.accepted):
        return "supported", "accepted-by-profile"
    return cell.verdict, _refined(cell, assessment.body)


def _accepts(accepted: Accepted, assessment: Assessment, tier: str, reach: Reach) -> bool:
    claim = assessment.claim
    if tier not in accepted.tiers or assessment.body.state in ("A2", "A3"):
        return False
    subjects = {concept for frame in claim.frames for concept in frame.subject}
    objects = {concept for frame in claim.frames for concept in frame.object}
    if not (objects | subjects | set(reach.populations)).isdisjoint(accepted.never_with):
        return False
    named = not subjects.isdisjoint(accepted.interventions) and not objects.isdisjoint(accepted.outcomes)
    return claim.id in accepted.claims or named


def _refined(cell: Cell, body: BodyState) -> str:
    """Step 9: why certainty is low, or why the base is empty, where that is known."""
    if cell.reason == "low-certainty" and cell.verdict != "supported":
        if body.disputed:
            return "disputed-by-appraisal"
        if body.conflicting:
            return "conflicting"
    if cell.reason == "no-evidence" and body.why_empty:
        return body.why_empty
    return cell.reason


def _table_step(
    assessment: Assessment, wording: Wording, word: VerdictWord, reason: str, policy: Policy
) -> tuple[Step, ...]:
    column = policy.column(wording.tier)
    read = "" if column == wording.tier else f" (read as {column})"
    cues = ", ".join(f'"{cue.text}"' for cue in wording.cues)
    return (
        Step("wording", f"{wording.tier}{read}{f' ({cues})' if cues else ''}"),
        Step("table", f"{policy.stamp}: [{assessment.body.state}][{column}] = {word}, {reason}"),
    )


def _step_down(
    ruling: _Ruling, assessment: Assessment, wording: Wording, cited: Cited, base: EvidenceBase, policy: Policy
) -> None:
    """Step 8: figures, citations and causal verbs, each one step."""
    claim = assessment.claim
    compared = _compared(assessment, wording, base, policy)
    checked = check_citations(claim.id, wording.tier, cited, base)
    codes = {figure.miss for figure in compared} | {"citation-mismatch" if checked.mismatch == "none" else None}
    if _causal(claim, assessment, wording, policy):
        codes.add("causal-overreach")
    ruling.notes.extend(checked.notes)
    ruling.steps.extend(Step("number", figure.said) for figure in compared)
    ruling.steps.extend(Step("citation", said) for said in checked.said)
    for code in policy.steps_down:
        if code in codes:
            ruling.lower(code, outright=claim.kind == "prevalence" and code.startswith("number"))
    if checked.mismatch == "some":
        ruling.secondary.append("citation-mismatch")


def _compared(assessment: Assessment, wording: Wording, base: EvidenceBase, policy: Policy) -> list[Compared]:
    """The figures of a positive sentence beside those of its direct lines."""
    if wording.tier in NEGATIVE_TIERS or not wording.numbers:
        return []
    near = {line.key for line in assessment.gathered.lines if line.distance == 0}
    effects = [
        (study.id, effect)
        for study, outcome in base.lines(assessment.claim.id)
        if (study.id, outcome.id) in near
        for effect in outcome.effect
    ]
    measures = Measures(base.language.data.get("measures"))
    return [compare(number, effects, measures, policy.numbers.within) for number in wording.numbers]


def _causal(claim: Claim, assessment: Assessment, wording: Wording, policy: Policy) -> bool:
    """A causal verb over evidence in which nobody was assigned to anything."""
    if claim.kind != "association" or not wording.causal or wording.tier in NEGATIVE_TIERS:
        return False
    return not any(line.design in policy.experimental for line in assessment.weighed.lines if line.share("for"))


def _flags(body: BodyState, tier: str) -> list[str]:
    """What also weighs on a positive sentence."""
    if tier in NEGATIVE_TIERS:
        return []
    flags = {"disputed-by-appraisal": body.disputed, "conflicting": body.conflicting}
    return [code for code, holds in flags.items() if holds]
