"""Which claims are rated differently by two bases, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.curation.changes import RecordChange
from claimcheck.evidence.base import EvidenceBase
from claimcheck.evidence.model import Claim
from claimcheck.frozen import dataclass
from claimcheck.rating.body import NOWHERE, Assessment, assess
from claimcheck.rating.policy_model import Policy
from claimcheck.rating.table import from_table
from claimcheck.rating.verdict import PLAIN

#: a base with the policy that it is rated by
Rated = tuple[EvidenceBase, Policy]
#: what stands between the items of a step of the trace
_SEPARATORS = {"lines": " | ", "set out": "; "}
_NOTHING = "none"


@dataclass(frozen=True)
class Standing:
    """How a claim stands: rating, reason, evidence state and certainty for it and against it (0 to 4)."""

    rating: str
    reason: str
    state: str
    certainty_for: int
    certainty_against: int


@dataclass(frozen=True)
class StepChange:
    """A step towards the rating that is not the same; of lists only what went and what came."""

    step: str
    old: str | None
    new: str | None


@dataclass(frozen=True)
class RatingMove:
    """A claim that stands differently; None where a base does not hold it. `causes` are the records that changed."""

    claim: str
    statement: str
    old: Standing | None
    new: Standing | None
    causes: tuple[str, ...]
    steps: tuple[StepChange, ...]

    @property
    def moved(self) -> bool:
        """Whether the rating itself is another, not only what lies beneath it."""
        return (self.old and self.old.rating) != (self.new and self.new.rating)


def rating_moves(old: Rated, new: Rated, changed: Iterable[RecordChange]) -> tuple[RatingMove, ...]:
    """The claims that stand differently, by id."""
    touched = list(changed)
    names = sorted({*old[0].claim_ids, *new[0].claim_ids})
    return tuple(move for name in names if (move := _move(name, old, new, touched)))


def _move(name: str, old: Rated, new: Rated, changed: list[RecordChange]) -> RatingMove | None:
    before, after = _assessment(name, old), _assessment(name, new)
    standings = _standing(before, old[1]), _standing(after, new[1])
    if standings[0] == standings[1]:
        return None
    bases = [base for base, _ in (new, old) if name in base.claim_ids]
    claim = bases[0].claim(name)
    causes = [*_causes(claim, bases, changed), *_policies(old[1], new[1])]
    return RatingMove(name, claim.statement, *standings, tuple(causes), tuple(_steps(before, after)))


def _assessment(name: str, rated: Rated) -> Assessment | None:
    base, policy = rated
    return assess(name, NOWHERE, base, policy) if name in base.claim_ids else None


def _standing(assessment: Assessment | None, policy: Policy) -> Standing | None:
    """How a claim's plain statement is rated; put into words only where somebody asks."""
    if assessment is None:
        return None
    body, (rating, reason) = assessment.body, from_table(assessment, PLAIN, NOWHERE, policy)
    return Standing(rating, reason, body.state, body.certainty_for, body.certainty_against)


def _causes(claim: Claim, bases: list[EvidenceBase], changed: list[RecordChange]) -> Iterator[str]:
    """The changed records that bear on a claim: itself and its studies."""
    studies = {study.id for base in bases for study, _ in base.lines(claim.id)}
    studies |= {study.id for base in bases for study, _ in base.body_appraisals(claim.id) if study}
    for change in changed:
        if (change.kind == "study" and change.id in studies) or (change.kind, change.id) == ("claim", claim.id):
            yield f"{change.kind} {change.id} {change.what}"


def _policies(old: Policy, new: Policy) -> Iterator[str]:
    if old.stamp != new.stamp:
        yield f"policy {old.stamp} -> {new.stamp}"


def _steps(old: Assessment | None, new: Assessment | None) -> Iterator[StepChange]:
    before, after = _texts(old), _texts(new)
    for name in dict.fromkeys([*before, *after]):
        texts = before.get(name), after.get(name)
        if texts[0] != texts[1]:
            yield StepChange(name, *(_apart(name, *texts) if all(texts) else texts))


def _texts(assessment: Assessment | None) -> dict[str, str]:
    steps = assessment.body.trace if assessment else ()
    return {step.name: step.text for step in steps if step.text != _NOTHING}


def _apart(name: str, old: str | None, new: str | None) -> tuple[str | None, str | None]:
    """Of two lists what is in one alone; other texts whole."""
    separator = _SEPARATORS.get(name)
    if separator is None or not old or not new:
        return old, new
    before, after = old.split(separator), new.split(separator)
    gone = separator.join(item for item in before if item not in after)
    come = separator.join(item for item in after if item not in before)
    return gone or None, come or None
