"""The evidence on a claim at one reach: from the records of the base to a BodyState with its trace."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from claimcheck.evidence.model import Claim, Study
from claimcheck.frozen import dataclass
from claimcheck.rating.appraisals import BodyAppraisals, body_appraisals, praised_by_interested
from claimcheck.rating.lines import Line, make_line
from claimcheck.rating.model import BodyState, Reach, Role
from claimcheck.rating.notes import body_notes
from claimcheck.rating.policy_model import Policy
from claimcheck.rating.reach import bearing_on, distance
from claimcheck.rating.screen import RETRACTED, UNVERIFIED, Screened, screen, stands
from claimcheck.rating.trace import body_trace
from claimcheck.rating.weigh import Appraised, Weighed, weigh

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase

NOWHERE = Reach()


class Gathered:
    """The lines that may speak, those that may not and why, and what was noticed on the way."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.set_aside: list[tuple[str, str, str]] = []
        #: (study, outcome) -> why its bias rating was raised
        self.raised: dict[tuple[str, str], str] = {}
        #: study -> who judged it against its claims
        self.appraised: dict[str, str] = {}
        #: axes on which lines were too far from the sentence
        self.away: set[str] = set()
        self.retracted = 0
        self.indirect = 0
        self.unverified = 0
        self.praised = False


@dataclass(frozen=True, eq=False)
class Assessment:
    """A body with everything that explains it."""

    claim: Claim
    reach: Reach
    gathered: Gathered
    weighed: Weighed
    appraisals: BodyAppraisals
    body: BodyState


def assess(claim_id: str, reach: Reach, base: EvidenceBase, policy: Policy) -> Assessment:
    """The evidence on a claim as far as a sentence of this reach asks for it. KeyError for an unknown claim."""
    return _assess(claim_id, bearing_on(base.claim(claim_id), reach, base), base, policy)


@lru_cache(maxsize=1024)
def _assess(claim_id: str, reach: Reach, base: EvidenceBase, policy: Policy) -> Assessment:
    claim = base.claim(claim_id)
    gathered = _gather(claim, reach, base, policy)
    before = weigh(gathered.lines, claim.kind, policy)
    voices = body_appraisals(claim_id, before.lines, base, policy)
    appraised = appraised_by(voices)
    weighed = (
        weigh(gathered.lines, claim.kind, policy, appraised)
        if any((appraised.against, appraised.reassuring))
        else before
    )
    return Assessment(claim, reach, gathered, weighed, voices, _state(claim, gathered, weighed, voices, policy))


def appraised_by(voices: BodyAppraisals) -> Appraised:
    """How many judge against the body, and how many bodies reassure (each once)."""
    return Appraised(len(voices.against), len({voice.name for voice in voices.reassuring}))


def _gather(claim: Claim, reach: Reach, base: EvidenceBase, policy: Policy) -> Gathered:
    """Steps 1 and 2: screen every line of the claim, then drop what is about something else."""
    found, pairs = Gathered(), base.lines(claim.id)
    reporting = frozenset([study.id for study, outcome in pairs if outcome.tested and stands(study)])
    for study, outcome in pairs:
        found.praised = found.praised or praised_by_interested(study, policy)
        screened = screen(study, outcome, reporting, policy)
        if isinstance(screened, str):
            found.set_aside.append((study.id, outcome.id, screened))
            found.retracted += screened == RETRACTED and outcome.direction in ("benefit", "mixed")
            found.unverified += screened == UNVERIFIED
            continue
        _place(screened, claim, reach, base, policy, found)
    return found


def _place(screened: Screened, claim: Claim, reach: Reach, base: EvidenceBase, policy: Policy, found: Gathered) -> None:
    study, outcome = screened.study, screened.outcome
    away = distance(study, outcome, claim, reach, base, policy.reach)
    if away.points > 1:
        found.set_aside.append((study.id, outcome.id, f"indirect ({away})"))
        found.indirect += 1
        found.away.update(axis for axis, _ in away.parts)
        return
    pools = _trials(study, base)
    line = make_line(
        study, outcome, kind=claim.kind, distance=away.points, bias=screened.bias, pools=pools, policy=policy
    )
    if screened.raised_by:
        line = replace(line, stated=None)
        found.raised[line.key] = screened.raised_by
        if screened.appraised_by:
            found.appraised[study.id] = screened.appraised_by
    found.lines.append(line)


def _trials(review: Study, base: EvidenceBase) -> frozenset[str]:
    """The trials that a review pools: every paper about them gives way to it."""
    pools = review.review.pools if review.review else ()
    return frozenset([base.study(name).trial_id or name for name in pools])


def _state(claim: Claim, gathered: Gathered, weighed: Weighed, voices: BodyAppraisals, policy: Policy) -> BodyState:
    disputed = bool(voices.against) or any(line.study in gathered.appraised for line in weighed.lines)
    aside = [*gathered.set_aside, *((line.study, line.outcome, why) for line, why in weighed.set_aside)]
    empty = weighed.state == "N"
    return BodyState(
        state=weighed.state,
        certainty_for=weighed.points_for,
        certainty_against=weighed.points_against,
        why_empty=_why_empty(gathered) if empty else None,
        disputed=disputed,
        conflicting=weighed.conflicting,
        used=tuple([(line.study, line.outcome, role(line)) for line in weighed.lines]),
        set_aside=tuple(sorted(aside)),
        notes=body_notes(claim, weighed.lines, unverified=bool(gathered.unverified),
                         praised=gathered.praised or bool(voices.ignored), policy=policy),
        trace=body_trace(claim, gathered.raised, tuple(sorted(gathered.set_aside)), weighed, voices),
    )  # fmt: skip


def _why_empty(gathered: Gathered) -> str | None:
    if gathered.retracted:
        return "retracted-evidence"
    return "indirect-only" if gathered.indirect else None


def role(line: Line) -> Role:
    """The part a line plays: for, against, or neutral when it is mixed or an unweighed null."""
    if line.share("for") == 1:
        return "for"
    return "against" if line.share("against") == 1 and line.level else "neutral"
