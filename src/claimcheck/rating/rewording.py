"""Why not better? The changes of a sentence's words that would lift its verdict, the smallest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal

from claimcheck.frozen import dataclass
from claimcheck.rating.model import VerdictWord
from claimcheck.rating.omissions import Addition, Omission, Said, omissions_of, without, worded
from claimcheck.rating.policy_model import NEGATIVE_TIERS, POSITIVE_TIERS, VERDICTS, Policy
from claimcheck.rating.verdict import judge
from claimcheck.wording.model import STANCE_OF_TIER

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase

#: what to try for a negation, the nearest first
_AFTER_DENIAL: Final = ("not-shown", "denial", *reversed(POSITIVE_TIERS), "disclaimer")


@dataclass(frozen=True)
class Rewording:
    """One change that lifts the verdict.

    Attributes:
        what: what changes; `together` leaves out several things at once.
        before: the words, the people, or the tier that stand in the way.
        after: the tier to take instead; None where something is left out.
        verdict: what the sentence would be then.
        reason: why.
    """

    what: Addition | Literal["together", "tier"]
    before: str
    after: str | None
    verdict: VerdictWord
    reason: str


#: the verdict and reason of a sentence
Judged = tuple[VerdictWord, str]
Judge = Callable[[Said], Judged]


def rewordings(claim_id: str, said: Said, base: EvidenceBase, policy: Policy) -> tuple[Rewording, ...]:
    """Each change that would lift the verdict; of tiers only the nearest for each better verdict."""

    def judged(changed: Said) -> Judged:
        found = judge(claim_id, changed.wording, changed.reach, base, policy, changed.cited)
        return found.verdict, found.reason

    return (*_left_out(said, list(omissions_of(said, base)), judged), *_other_tiers(said, judged))


def _left_out(said: Said, omissions: Sequence[Omission], judged: Judge) -> Iterator[Rewording]:
    """Every single omission that lifts the verdict; where several lift it higher, these too."""
    now = best = _rank(judged(said))
    for omission in omissions:
        verdict = judged(omission.leave_out(said))
        if _rank(verdict) > now:
            best = max(best, _rank(verdict))
            yield Rewording(omission.what, omission.words, None, *verdict)
    together = judged(without(said, omissions))
    if _rank(together) > best:
        needed = _fewest(said, omissions, _rank(together), judged)
        yield Rewording("together", "; ".join(omission.words for omission in needed), None, *together)


def _fewest(said: Said, omissions: Sequence[Omission], wanted: int, judged: Judge) -> list[Omission]:
    """Omissions none of which can be spared for a verdict of this rank."""
    kept = list(omissions)
    for omission in omissions:
        fewer = [other for other in kept if other is not omission]
        if _rank(judged(without(said, fewer))) >= wanted:
            kept = fewer
    return kept


def _other_tiers(said: Said, judged: Judge) -> Iterator[Rewording]:
    """The first tier that lifts the verdict, and the first that lifts it higher still."""
    best = _rank(judged(said))
    for tier in _tiers(said.wording.tier):
        verdict = judged(worded(said, tier=tier, stance=STANCE_OF_TIER[tier]))
        if _rank(verdict) > best:
            best = _rank(verdict)
            yield Rewording("tier", said.wording.tier, tier, *verdict)


def _tiers(tier: str) -> tuple[Any, ...]:
    """Other tiers, the nearest first: for a promise weaker ones, then that nothing was shown."""
    if tier in NEGATIVE_TIERS:
        return tuple(other for other in _AFTER_DENIAL if other != tier)
    first = POSITIVE_TIERS.index(tier) + 1 if tier in POSITIVE_TIERS else 1
    return (*POSITIVE_TIERS[first:], "not-shown")


def _rank(judged: Judged) -> int:
    return VERDICTS.index(judged[0])
