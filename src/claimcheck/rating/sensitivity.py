"""Does a rating hang on one soft judgement? Each is moved one step up and down, and the claim is rated again.

Soft are the rating of bias, the distance from the claim, the design's worth and the appraisals of the whole body.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.frozen import dataclass
from claimcheck.rating.body import NOWHERE, Assessment, appraised_by, assess
from claimcheck.rating.lines import Line
from claimcheck.rating.model import Reach, StateName, VerdictWord
from claimcheck.rating.policy_model import Policy
from claimcheck.rating.table import from_table
from claimcheck.rating.weigh import Appraised, weigh

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase

_LEVELS = (1, 2, 3, 4)


@dataclass(frozen=True)
class Change:
    """One judgement moved: whose, what, from and to, and the state and verdict that follow.

    `study` is None where the whole body is judged.
    """

    study: str | None
    what: str
    before: str
    after: str
    state: str
    verdict: VerdictWord


@dataclass(frozen=True)
class Sensitivity:
    """How a claim's rating bears up: what it is, and every single change that would move it."""

    claim: str
    tier: str
    state: str
    verdict: VerdictWord
    tried: int
    moves: tuple[Change, ...]

    @property
    def holds(self) -> bool:
        """Whether no single change moves the verdict."""
        return not self.moves


def sensitivity(
    claim_id: str, base: EvidenceBase, policy: Policy, tier: str = "flat", reach: Reach = NOWHERE
) -> Sensitivity:
    """Rates a claim again with each soft judgement one step up and down. KeyError for an unknown claim.

    `tier` and `reach` are those of a sentence; figures and citations are not looked at.
    """
    assessment = assess(claim_id, reach, base, policy)
    lines = assessment.gathered.lines
    appraised = appraised_by(assessment.appraisals)
    verdict = _verdict(assessment, assessment.body.state, tier, reach, policy)
    changes: list[Change] = []
    for study, what, before, after, changed, said in _variants(lines, appraised, policy):
        state = weigh(changed, assessment.claim.kind, policy, said).state
        changes.append(Change(study, what, before, after, state, _verdict(assessment, state, tier, reach, policy)))
    moves = tuple(change for change in changes if change.verdict != verdict)
    return Sensitivity(claim_id, tier, assessment.body.state, verdict, len(changes), moves)


def _verdict(assessment: Assessment, state: StateName, tier: str, reach: Reach, policy: Policy) -> VerdictWord:
    """The table's verdict on a state, what the profile accepts without proof included."""
    changed = replace(assessment, body=replace(assessment.body, state=state))
    return from_table(changed, tier, reach, policy)[0]


Variant = tuple[str | None, str, str, str, list[Line], Appraised]


def _variants(lines: list[Line], appraised: Appraised, policy: Policy) -> Iterator[Variant]:
    for index, line in enumerate(lines):
        for what, before, after, changed in _steps(line, policy):
            others = [*lines[:index], changed, *lines[index + 1 :]]
            yield line.study, what, before, after, others, appraised
        yield line.study, "line", "in", "out", [*lines[:index], *lines[index + 1 :]], appraised
    if appraised.against:
        yield None, "appraisals of the body", "unanswered", "answered", lines, replace(appraised, against=0)
    else:
        yield None, "appraisals of the body", "none", "one against it", lines, replace(appraised, against=1)
    if appraised.reassuring:
        fewer = appraised.reassuring - 1
        yield None, "reassurances", str(appraised.reassuring), str(fewer), lines, replace(appraised, reassuring=fewer)


def _steps(line: Line, policy: Policy) -> Iterator[tuple[str, str, str, Line]]:
    """A line with one of its judgements moved by one step."""
    for bias in _neighbours(line.bias, policy):
        yield "risk of bias", line.bias, bias, replace(line, bias=bias)
    if line.distance:
        yield "directness", "partly", "direct", replace(line, distance=0)
    else:
        yield "directness", "direct", "partly", replace(line, distance=1)
    for stated in _LEVELS if line.stated else ():
        if line.stated and abs(stated - line.stated) == 1:
            yield "stated certainty", str(line.stated), str(stated), replace(line, stated=stated)


def _neighbours(bias: str, policy: Policy) -> list[str]:
    """One rating for each cost that is one away."""
    own = policy.risk_of_bias[bias]
    costs: dict[int, str] = {}
    for word, cost in policy.risk_of_bias.items():
        if abs(cost - own) == 1:
            costs.setdefault(cost, word)
    return [costs[cost] for cost in sorted(costs)]
