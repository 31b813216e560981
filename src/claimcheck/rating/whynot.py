"""Why not better? The smallest changes of wording or of evidence that would move a verdict up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.frozen import dataclass
from claimcheck.rating.body import NOWHERE, Assessment, appraised_by, assess
from claimcheck.rating.ladder import ladder
from claimcheck.rating.lines import Line
from claimcheck.rating.model import Reach, VerdictWord
from claimcheck.rating.policy_model import VERDICTS, Policy
from claimcheck.rating.table import from_table
from claimcheck.rating.weigh import weigh

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase

_SIZES = (50, 100, 200, 400, 1000)
_BIASES = ("high", "some-concerns", "low")
_MOST_TRIALS = 3


@dataclass(frozen=True)
class NewTrials:
    """Evidence that would do: so many further trials that favour the claim, of this size and risk of bias each."""

    trials: int
    people: int
    bias: str
    state: str
    verdict: VerdictWord


@dataclass(frozen=True)
class WhyNot:
    """A verdict, what each certainty lost and why, and the smallest changes that would better it.

    `wording` is the mildest change of words that is supported as the evidence stands; `evidence` the fewest, smallest
    trials at each risk of bias that would lift this wording to the next verdict; both may be empty.
    """

    claim: str
    tier: str
    state: str
    verdict: VerdictWord
    losses: tuple[tuple[str, int], ...]
    wording: str | None
    wording_tier: str | None
    evidence: tuple[NewTrials, ...]


def why_not(claim_id: str, tier: str, base: EvidenceBase, policy: Policy, reach: Reach = NOWHERE) -> WhyNot:
    """What keeps a claim in these words from a better verdict. KeyError for an unknown claim."""
    assessment = assess(claim_id, reach, base, policy)
    verdict, _ = from_table(assessment, tier, reach, policy)
    best = assessment.weighed.side_for.best
    rung = next((rung for rung in ladder(claim_id, base, policy) if rung.verdict == "supported"), None)
    needed = rung is not None and verdict != "supported"
    return WhyNot(
        claim=claim_id,
        tier=tier,
        state=assessment.body.state,
        verdict=verdict,
        losses=best.minus if best else (),
        wording=rung.text if rung and needed else None,
        wording_tier=rung.tier if rung and needed else None,
        evidence=tuple(_enough(assessment, tier, verdict, policy)),
    )


def _enough(assessment: Assessment, tier: str, verdict: VerdictWord, policy: Policy) -> Iterator[NewTrials]:
    """For each risk of bias, the fewest and smallest further trials that lift the verdict."""
    for bias in _BIASES if verdict != VERDICTS[-1] else ():
        found = next(_lifting(assessment, tier, verdict, bias, policy), None)
        if found is not None:
            yield found


def _lifting(assessment: Assessment, tier: str, verdict: VerdictWord, bias: str, policy: Policy) -> Iterator[NewTrials]:
    kind = assessment.claim.kind
    appraised = appraised_by(assessment.appraisals)
    for trials in range(1, _MOST_TRIALS + 1):
        for people in _SIZES:
            lines = [*assessment.gathered.lines, *_trials(trials, people, bias, kind, policy)]
            state = weigh(lines, kind, policy, appraised).state
            after = policy.cell(state, tier).verdict
            if VERDICTS.index(after) > VERDICTS.index(verdict):
                yield NewTrials(trials, people, bias, state, after)


def _trials(trials: int, people: int, bias: str, kind: str, policy: Policy) -> list[Line]:
    """Supporting lines of the best primary design for this kind of claim."""
    design, level = max(policy.start[kind].items(), key=lambda item: item[1])
    names = [f"a further study {number}" for number in range(1, trials + 1)]
    return [
        Line(name, "new", name, design, level, "benefit", people, bias, events=0 if kind == "safety" else None)
        for name in names
    ]
