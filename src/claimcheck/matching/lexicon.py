"""The vocabulary as matching uses it: one phrase table with senses and guards, unpacked as documents need it."""

from __future__ import annotations

import marshal
from typing import NamedTuple

from claimcheck.frozen import dataclass
from claimcheck.matching.frames import Pairs
from claimcheck.matching.phrasing_table import PhrasingTable
from claimcheck.text import phrases

#: changes with the layout of the compiled bytes
FORMAT = 7
CONCEPT, RELATION, LEAD_IN, MARK = "concept", "relation", "lead-in", "mark"


class Sense(NamedTuple):
    """What a phrase stands for: a concept in one sense, a relation, a lead-in or a mark (owner, answer, time)."""

    kind: str
    id: str
    sense: str
    guard: int


class Guard(NamedTuple):
    """Folded words around a phrase that forbid it, or without which it does not count."""

    not_before: tuple[tuple[str, ...], ...]
    not_after: tuple[tuple[str, ...], ...]
    not_near: tuple[tuple[str, ...], ...]
    needs_near: tuple[tuple[str, ...], ...]
    needs_concepts: tuple[str, ...]


class ConceptInfo(NamedTuple):
    """What matching needs to know of a concept."""

    kind: str
    polarity: str
    owner: str
    health: bool
    broader: tuple[str, ...]
    populations: tuple[str, ...]
    surrogate_for: tuple[str, ...]

    @property
    def acts(self) -> bool:
        """Whether it is an intervention, or a rival that takes the place of one; an exposure does not act."""
        return self.kind in ("intervention", "rival")


def signatures(word: str) -> set[str]:
    """The word and all it becomes when one letter after the first is left out."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(1, len(word)))}


def bucket(signature: str) -> str:
    """Where a signature is kept: with those of its first letter and length."""
    return f"{signature[0]}{len(signature)}"


class Typos:
    """Vocabulary words by what they become when a letter is left out, unpacked bucket by bucket."""

    def __init__(self, packed: dict[str, bytes]) -> None:
        self._packed = packed
        self._unpacked: dict[str, dict[str, list[str]]] = {}

    def near(self, word: str) -> set[str]:
        """Words with the same first letter that one or two edits might turn into this one."""
        return {near for signature in signatures(word) for near in self._bucket(signature).get(signature, ())}

    def _bucket(self, signature: str) -> dict[str, list[str]]:
        name = bucket(signature)
        index = self._unpacked.get(name)
        if index is None:
            packed = self._packed.get(name)
            index = self._unpacked[name] = marshal.loads(packed) if packed else {}
        return index


@dataclass(frozen=True)
class Lexicon:
    """All phrases with their senses and guards; plain data behind, so that it loads in milliseconds."""

    table: phrases.Table
    senses: list[Sense]
    guards: list[Guard]
    concepts: dict[str, ConceptInfo]
    pairs: Pairs
    phrasings: PhrasingTable
    typos: Typos
    words: frozenset[str]


def load_lexicon(data: bytes) -> Lexicon:
    """The inverse of `compile_lexicon` (in `vocabulary.py`)."""
    _, table, senses, guards, concepts, pairs, phrasings, typos, words = marshal.loads(data)
    return Lexicon(
        phrases.Table(table),
        list(map(Sense._make, senses)),
        list(map(Guard._make, guards)),
        dict(zip(concepts, map(ConceptInfo._make, concepts.values()), strict=True)),
        pairs,
        PhrasingTable._make(phrasings),
        Typos(typos),
        frozenset(words),
    )
