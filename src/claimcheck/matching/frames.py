"""Claims looked up by concept: who acts, on what, in whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimcheck.evidence.model import Claim
    from claimcheck.matching.lexicon import ConceptInfo


class Entry(NamedTuple):
    """One frame of one claim, flattened."""

    claim: str
    direction: str
    kind: str
    time: str
    populations: tuple[str, ...]
    exclusive: bool


@dataclass(frozen=True)
class Candidate:
    """A claim that a subject and an outcome can make. `depth` counts steps to broader concepts (0 = exact)."""

    entry: Entry
    depth: int


class FrameIndex:
    """All frames by (subject, object)."""

    def __init__(self, claims: Iterable[Claim], concepts: dict[str, ConceptInfo]) -> None:
        self._concepts = concepts
        self._by_pair: dict[tuple[str, str], list[Entry]] = {}
        self._special: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for claim in claims:
            self._add(claim)
        for id, info in concepts.items():
            for wider in info.broader if info.populations else ():
                self._special.setdefault(wider, []).append((id, info.populations))
        self.subjects = frozenset(subject for subject, _ in self._by_pair)
        self.objects = frozenset(object for _, object in self._by_pair)

    def _add(self, claim: Claim) -> None:
        for frame in claim.frames:
            entry = Entry(
                claim.id,
                claim.direction,
                claim.kind,
                claim.default_time or "",
                frame.population,
                frame.exclusive,
            )
            for subject in frame.subject:
                for object in frame.object:
                    self._by_pair.setdefault((subject, object), []).append(entry)

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

    def _chain(self, subject: str, populations: Collection[str]) -> Iterator[tuple[int, str]]:
        """The subject in these populations, itself, then ever wider ones."""
        for depth, s in self._wider(subject):
            for special, needed in self._special.get(s, ()):
                if not populations_disjoint(needed, populations):
                    yield depth, special
            yield depth, s

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
