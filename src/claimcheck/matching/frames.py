"""Claims looked up by concept: who acts, on what, in whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from claimcheck.evidence.model import Claim
    from claimcheck.matching.lexicon import ConceptInfo


#: the direction of claims that something does no harm
_SAFE = "does-not-cause"


class Entry(NamedTuple):
    """One frame of one claim, flattened."""

    claim: str
    direction: str
    kind: str
    time: str
    populations: tuple[str, ...]
    exclusive: bool


class Candidate(NamedTuple):
    """A claim that a subject and an outcome can make. `depth` counts steps to broader concepts (0 = exact)."""

    entry: Entry
    depth: int


#: (subject, object) -> the frames that join them; plain data, so it can be marshalled
Pairs = dict[tuple[str, str], list[tuple[Any, ...]]]


def pairs_of(claims: Iterable[Claim]) -> Pairs:
    """All frames of all claims by what they join."""
    pairs: Pairs = {}
    for claim in claims:
        for frame in claim.frames:
            time = claim.default_time or ""
            entry = (claim.id, claim.direction, claim.kind, time, frame.population, frame.exclusive)
            for subject in frame.subject:
                for object in frame.object:
                    pairs.setdefault((subject, object), []).append(entry)
    return pairs


class FrameIndex:
    """All frames by (subject, object)."""

    def __init__(self, pairs: Pairs, concepts: dict[str, ConceptInfo]) -> None:
        self._concepts = concepts
        self._by_pair = {pair: [Entry(*entry) for entry in entries] for pair, entries in pairs.items()}
        self._special: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for id, info in concepts.items():
            for wider in info.broader if info.populations else ():
                self._special.setdefault(wider, []).append((id, info.populations))
        self.subjects = frozenset(subject for subject, _ in self._by_pair)
        self.objects = frozenset(object for _, object in self._by_pair)

    def candidates(self, subject: str, object: str, populations: Collection[str]) -> list[Candidate]:
        """The claims that this subject can make of this object in these populations, most specific first."""
        found: list[Candidate] = []
        for subject_depth, s in self._chain(subject, populations):
            for object_depth, o in self._wider(object):
                found.extend(
                    Candidate(entry, subject_depth + object_depth)
                    for entry in self._by_pair.get((s, o), ())
                    if not entry.populations or not populations_disjoint(entry.populations, populations)
                )
            if found:
                break
        return sorted(found, key=lambda c: (not c.entry.populations, c.depth, c.entry.claim))

    def reverses(self, claim: str, sense: str) -> bool:
        """Whether an outcome in this sense says the opposite of a claim: what harms is not safe."""
        return sense == "harm" and claim in self._safety

    @cached_property
    def _safety(self) -> frozenset[str]:
        """The claims that something does no harm."""
        return frozenset(e.claim for entries in self._by_pair.values() for e in entries if e.direction == _SAFE)

    def lasting(self, claim: str) -> str:
        """The sibling about lasting effects on the same outcomes; the claim itself where there is none."""
        return self._siblings.get(claim, claim)

    @cached_property
    def _siblings(self) -> dict[str, str]:
        """Claims about the short term by their siblings about the long one."""
        found: dict[str, str] = {}
        for entries in self._by_pair.values():
            long = [entry.claim for entry in entries if entry.time == "long"]
            found.update((entry.claim, long[0]) for entry in entries if long and entry.time == "short")
        return found

    def condition_of(self, subject: str) -> str | None:
        """The one unwanted thing that the claims about a subject say it treats; None where there are several."""
        treated = self._treated.get(subject, ())
        return next(iter(treated)) if len(treated) == 1 else None

    @cached_property
    def _treated(self) -> dict[str, set[str]]:
        """Subject -> the unwanted things that it is said to treat, not to prevent."""
        treated: dict[str, set[str]] = {}
        for (subject, object), entries in self._by_pair.items():
            bad = object in self._concepts and self._concepts[object].polarity == "bad"
            if bad and any(entry.direction != "prevents" for entry in entries):
                treated.setdefault(subject, set()).add(object)
        return treated

    def _chain(self, subject: str, populations: Collection[str]) -> Iterator[tuple[int, str]]:
        """The subject in these populations, itself, ever wider ones; last what it is in other populations.

        The last step serves outcomes that only those other populations have ("went home from the unit sooner").
        """
        for depth, s in self._wider(subject):
            for special, needed in self._special.get(s, ()):
                if not populations_disjoint(needed, populations):
                    yield depth, special
            yield depth, s
        for depth, s in self._wider(subject):
            for special, _ in self._special.get(s, ()):
                yield depth + 1, special

    def _wider(self, concept: str) -> Iterator[tuple[int, str]]:
        seen: set[str] = set()
        level, depth = [concept], 0
        while level:
            for id in level:
                seen.add(id)
                yield depth, id
            depth += 1
            level = [
                wide
                for id in level
                for wide in (self._concepts[id].broader if id in self._concepts else ())
                if wide not in seen
            ]


def populations_disjoint(one: Collection[str], other: Collection[str]) -> bool:
    """Whether no population is in both."""
    return not any(population in other for population in one)
