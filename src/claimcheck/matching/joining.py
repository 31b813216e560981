"""Frames: each outcome of a sentence joined with the subject in force gives the claims it makes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from claimcheck.matching.effects import effect_fits
from claimcheck.matching.frames import Candidate, Entry, FrameIndex
from claimcheck.matching.lexicon import Lexicon
from claimcheck.matching.model import ScorePart
from claimcheck.matching.outcomes import Sign
from claimcheck.matching.rules import Rules
from claimcheck.matching.subjects import Subject

#: so many ways of joining a subject and an object are remembered with the claims that come of them
_MOST = 2_000


class Joint(NamedTuple):
    """One claim that a subject and an outcome make together, with its score."""

    claim: str
    subject: Subject
    sign: Sign
    concept: str
    parts: tuple[ScorePart, ...]

    @property
    def score(self) -> float:
        """The sum of the parts, held to 0..1."""
        return max(0.0, min(1.0, sum(part.points for part in self.parts)))


class Joiner:
    """Joins outcomes with subjects by the frames of the claims."""

    def __init__(self, lexicon: Lexicon, rules: Rules, frames: FrameIndex) -> None:
        self._lexicon = lexicon
        self._rules = rules
        self._frames = frames
        self._claims = lru_cache(maxsize=_MOST)(self._find)

    def join(
        self,
        subject: Subject,
        sign: Sign,
        populations: Collection[str],
        times: Collection[str],
        corrections: tuple[ScorePart, ...] = (),
    ) -> list[Joint]:
        """The claims that this subject makes of this outcome: the most specific ones whose direction fits."""
        if self._only_linked(subject, sign):
            return []
        related = sign.worth == "related"
        for concept in sign.concepts:
            pair = subject.seen.id, concept
            claims = self._claims(pair, frozenset(populations), sign.effect, sign.seen.sense, related, frozenset(times))
            if claims:
                parts = (*self._parts(subject, sign), *corrections)
                return [Joint(claim, subject, sign, concept, parts) for claim in claims]
        return []

    def _only_linked(self, subject: Subject, sign: Sign) -> bool:
        """Whether bad things are linked ("mothers of colicky babies are likelier to ...") beside a lent treatment."""
        concepts = self._lexicon.concepts
        bad = concepts[sign.concepts[0]].polarity != "good"
        treats = concepts[subject.seen.id].kind == "intervention"
        return sign.effect == "links" and bad and treats and subject.lender is not None

    def _find(
        self,
        pair: tuple[str, str],
        populations: Collection[str],
        effect: str | None,
        sense: str,
        related: bool,
        times: Collection[str],
    ) -> tuple[str, ...]:
        """The ids of the claims that join a subject and an object where the sentence shows them so."""
        info = self._lexicon.concepts[pair[1]]
        if info.kind == "population" and (not related or effect is None):
            return ()
        candidates = [
            candidate
            for candidate in self._frames.candidates(*pair, populations)
            if effect_fits(effect, info, candidate.entry.direction, sense)
        ]
        return tuple(entry.claim for entry in _choose(candidates, effect, times))

    def _parts(self, subject: Subject, sign: Sign) -> tuple[ScorePart, ...]:
        rules = self._rules
        parts = [
            ScorePart(f"outcome: {sign.worth}", rules.outcome_scores[sign.worth]),
            ScorePart(f"subject: {subject.worth}", rules.subject_scores[subject.worth]),
        ]
        if sign.seen.fuzzy or subject.seen.fuzzy:
            parts.append(ScorePart("misspelt", rules.fuzzy))
        if subject.distance > 1:
            points = max(rules.far * (subject.distance - 1), rules.farthest)
            parts.append(ScorePart("distance of the loan", points))
        return tuple(parts)


def _choose(candidates: Sequence[Candidate], effect: str | None, times: Collection[str]) -> Iterator[Entry]:
    """Of sibling claims the ones that the sentence means: by prevention, then population, nearness and time."""
    meant, besides = _by_prevention(candidates, effect)
    restricted = [c for c in meant if c.entry.populations]
    pool = [c for c in restricted if c.entry.exclusive] or meant
    depth = min((c.depth for c in pool), default=0)
    entries = [c.entry for c in pool if c.depth == depth or c in restricted]
    entries = _by_time(entries, times) + [c.entry for c in besides]
    yield from {entry.claim: entry for entry in entries}.values()


def _by_prevention(candidates: Sequence[Candidate], effect: str | None) -> tuple[list[Candidate], list[Candidate]]:
    """The claims of the sort that is meant, prevention or other, and those that stand beside any sort."""
    preventing = [c for c in candidates if c.entry.direction == "prevents"]
    others = [c for c in candidates if c.entry.direction != "prevents"]
    nearest = min((c.depth for c in candidates), default=0)
    said = effect == "prevents" or (effect is None and all(c.depth > nearest for c in others))
    if (said and preventing) or not others:
        return preventing, []
    return others, [c for c in preventing if not c.entry.exclusive]


def _by_time(entries: list[Entry], times: Collection[str]) -> list[Entry]:
    """Where a claim exists for the short and the long term, the one the sentence speaks of (short if it is silent)."""
    if len({entry.time for entry in entries}) < 2 or not any(entry.time == "long" for entry in entries):
        return entries
    wanted = set(times) or {"short"}
    return [entry for entry in entries if entry.time in wanted or not entry.time] or entries
