"""Step 2: how far a line is from what the sentence asks, in points per axis (0 same, 1 sibling, 2 different)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimcheck.evidence.model import Claim, Outcome, Study
from claimcheck.frozen import dataclass
from claimcheck.rating.model import Reach
from claimcheck.rating.policy_model import AXIS_MAX, ReachRules

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase

DIRECTNESS = ("direct", "partly", "indirect")


@dataclass(frozen=True)
class Distance:
    """Points away from the sentence, and what for: `(("population", 1), ("time", 2))`."""

    parts: tuple[tuple[str, int], ...]

    @property
    def points(self) -> int:
        """The sum, at most 2: 0 direct, 1 partly, 2 indirect."""
        return min(sum(points for _, points in self.parts), AXIS_MAX)

    def __str__(self) -> str:
        return ", ".join(f"{axis} +{points}" for axis, points in self.parts)


def bearing_on(claim: Claim, reach: Reach, base: EvidenceBase) -> Reach:
    """What of a reach bears on the evidence for a claim: no people where it names the claim's own, or quite others."""
    people = {people for people in reach.populations if _same_kind(people, claim.population, base)}
    return Reach(() if claim.population in people else tuple(sorted(people)), reach.time_class)


def distance(
    study: Study, outcome: Outcome, claim: Claim, reach: Reach, base: EvidenceBase, rules: ReachRules
) -> Distance:
    """How far a line is from a sentence that makes a claim with this reach."""
    curated = outcome.directness
    points = {
        "population": max(
            _population(study, claim, reach, base, rules, curated.population), _entry(study, claim, base, rules)
        ),
        "intervention": curated.intervention,
        "comparator": max(curated.comparator, _comparator(outcome, claim, rules)),
        "outcome": _outcome(curated.outcome, claim, rules),
        "time": max(curated.time, _time(outcome, claim, reach, rules)),
    }
    return Distance(tuple((axis, value) for axis, value in points.items() if value))


def _outcome(curated: int, claim: Claim, rules: ReachRules) -> int:
    """Surrogate outcomes are what a claim about a mechanism is about."""
    return 0 if curated == 1 and claim.kind in rules.surrogate_is_direct else curated


def _comparator(outcome: Outcome, claim: Claim, rules: ReachRules) -> int:
    """ "Better than" needs a head-to-head comparison."""
    if claim.kind != "comparative" or outcome.comparator in rules.head_to_head:
        return 0
    return AXIS_MAX


def _time(outcome: Outcome, claim: Claim, reach: Reach, rules: ReachRules) -> int:
    """What was measured when, against the time that the sentence, or else the claim, speaks of."""
    asked = reach.time_class or claim.default_time
    if asked is None:
        return 0
    measured = outcome.timepoint
    if measured.weeks is not None and measured.weeks >= (claim.minimum_weeks or rules.long_weeks):
        return rules.time[asked]["long"]
    if measured.weeks is None and measured.text is None:
        return rules.time_unknown if reach.time_class == "long" else 0
    return rules.time[asked][measured.time_class]


def _entry(study: Study, claim: Claim, base: EvidenceBase, rules: ReachRules) -> int:
    """Prevention is shown in people free of the condition, treatment in people who have it.

    A claim treats when it lowers something in people narrower than those studied (depression in depressed mothers).
    """
    entry = study.population.condition_at_entry
    if claim.kind == "prevention":
        return rules.prevention_entry[entry]
    if claim.kind != "effect" or claim.direction not in rules.treatment:
        return 0
    wider = claim.population is not None and study.population.concept in _broader(claim.population, base)
    return rules.treatment_entry[entry] if wider else 0


def _population(study: Study, claim: Claim, reach: Reach, base: EvidenceBase, rules: ReachRules, curated: int) -> int:
    """The curator's points where the sentence speaks of the claim's own people, else the nearest of its people."""
    asked = [p for p in reach.populations if _same_kind(p, claim.population, base)]
    if study.population.concept is None or not asked or claim.population in asked:
        return curated
    return min(_between(study, people, base, rules, curated) for people in asked)


def _same_kind(asked: str, own: str | None, base: EvidenceBase) -> bool:
    """Whether both are about the same people (a mother beside a claim about babies asks nothing of the evidence)."""
    return own is None or asked == own or bool(_lineage(asked, base) & _lineage(own, base))


def _between(study: Study, asked: str, base: EvidenceBase, rules: ReachRules, curated: int) -> int:
    """From the people studied to the people the sentence names."""
    studied = study.population.concept
    if studied is None or studied == asked:
        return 0
    if studied in _broader(asked, base):
        return curated
    if asked in _broader(studied, base):
        return max(curated, rules.wider_sentence[study.population.condition_at_entry])
    return 1 if _siblings(studied, asked, base) else AXIS_MAX


def _siblings(one: str, other: str, base: EvidenceBase) -> bool:
    return one in base.concept(other).sibling_ok or other in base.concept(one).sibling_ok


def _lineage(concept: str, base: EvidenceBase) -> frozenset[str]:
    return _broader(concept, base) | {concept}


@lru_cache(maxsize=512)
def _broader(concept: str, base: EvidenceBase) -> frozenset[str]:
    """All broader concepts, near and far."""
    found: set[str] = set()
    todo = [concept]
    while todo:
        for wider in base.concept(todo.pop()).broader:
            if wider not in found:
                found.add(wider)
                todo.append(wider)
    return frozenset(found)
