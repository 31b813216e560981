"""From the cues that act on a claim to its wording tier."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.evidence.model import Tier
from claimcheck.wording.cues import CueSpec

#: signals that settle the tier by themselves, strongest first
_SETTLING: tuple[Tier, ...] = ("question", "disclaimer", "not-shown", "denial")
#: hedges, weakest claim first
_HEDGES: tuple[Tier, ...] = ("limited", "may", "can")
#: words between a hedge and an absolute that still belong together ("may well be the cure")
_TOGETHER = 3


#: what a tier says of a claim where the words say it of the claim's opposite ("not dangerous", "never shown to harm")
_TURNED: dict[Tier, Tier] = {
    "absolute": "denial",
    "flat": "denial",
    "can": "denial",
    "denial": "flat",
    "disclaimer": "flat",
    "not-shown": "may",
}


class Acting(NamedTuple):
    """A cue that acts on a claim. `lent` cues stand in a heading or lead-in."""

    spec: CueSpec
    sentence: int
    first: int
    last: int
    text: str
    lent: bool = False


class Decision(NamedTuple):
    """A tier and the cues that decided it."""

    tier: Tier
    cues: tuple[Acting, ...]


def decide(cues: Sequence[Acting]) -> Decision:
    """The tier of a claim under these cues; flat where there are none."""
    cues = _answered(cues)
    if not cues:
        return Decision("flat", ())
    for tier in _SETTLING:
        settled = _signalling(cues, tier) or (_unanswered(cues) if tier == "question" else ())
        if settled and not (tier == "question" and _signalling(cues, "flat")):
            return _denial(settled, cues) if tier == "denial" else Decision(tier, settled)
    return _assertion(cues)


def _answered(cues: Sequence[Acting]) -> Sequence[Acting]:
    """Without what could be an answer behind a yes ("Yes, there is no lower age limit")."""
    answers = [cue for cue in cues if cue.spec.answer and cue.spec.signal in ("flat", "denial")]
    if not answers or answers[0].spec.signal != "flat":
        return cues
    return [cue for cue in cues if not (cue.spec.answer and cue.spec.signal == "denial")]


def _unanswered(cues: Sequence[Acting]) -> tuple[Acting, ...]:
    """What asks whether, unless the sentence goes on to answer ("They ask whether it helps; it does not.")."""
    replies = [cue for cue in cues if cue.spec.looks_back]
    return tuple(
        cue
        for cue in _signalling(cues, "whether")
        if not any(reply.sentence == cue.sentence and reply.first >= cue.last for reply in replies)
    )


def turned(decision: Decision) -> Decision:
    """The same of the opposite: who calls something dangerous denies that it is safe."""
    return decision._replace(tier=_TURNED.get(decision.tier, decision.tier))


def _signalling(cues: Sequence[Acting], signal: str) -> tuple[Acting, ...]:
    return tuple(cue for cue in cues if cue.spec.signal == signal)


def _denial(denials: tuple[Acting, ...], cues: Sequence[Acting]) -> Decision:
    """A denial; of what happens in the exposure's absence, it asserts ("without care they do not thrive")."""
    absences = _signalling(cues, "absence")
    return Decision("absolute", absences + denials) if absences else Decision("denial", denials)


def _assertion(cues: Sequence[Acting]) -> Decision:
    hedges = _uncancelled(cues)
    absolutes = [cue for cue in _signalling(cues, "absolute") if not (hedges and _gives_way(cue))]
    for tier in _HEDGES:
        weakest = tuple(cue for cue in hedges if cue.spec.signal == tier)
        if weakest:
            joined = tuple(cue for cue in absolutes if any(_together(cue, hedge) for hedge in weakest))
            return Decision("flat", weakest + joined) if joined else Decision(tier, weakest)
    if absolutes:
        return Decision("absolute", tuple(absolutes))
    return Decision("flat", _signalling(cues, "booster") + _signalling(cues, "flat"))


def _gives_way(absolute: Acting) -> bool:
    return absolute.spec.yields or absolute.lent


def _together(absolute: Acting, hedge: Acting) -> bool:
    """Whether a hedge is about the absolute word ("may cure") and not about all that is said ("it is said to cure")."""
    gap = absolute.first - hedge.last
    return absolute.sentence == hedge.sentence and not hedge.spec.clausal and 0 <= gap <= _TOGETHER


def _uncancelled(cues: Sequence[Acting]) -> list[Acting]:
    """The hedges that are left when each booster has cancelled the one nearest to it."""
    hedges = [cue for cue in cues if cue.spec.signal in _HEDGES]
    for booster in _signalling(cues, "booster"):
        near = [cue for cue in hedges if cue.sentence == booster.sentence]
        if near:
            hedges.remove(min(near, key=lambda cue: abs(cue.first - booster.first)))
    return hedges
