"""The vocabulary, compiled: phrases of concepts, relations, lead-ins and owners as one phrase table with guards."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.matching.frames import Pairs, pairs_of
from claimcheck.matching.phrasings import PhrasingTable, phrasing_table
from claimcheck.text import phrases
from claimcheck.text.folding import Folder

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase
    from claimcheck.evidence.model import TermGroup

FORMAT = 4
#: marks that are set phrases, where inflection would change the meaning ("supported" judges, "supports" does not)
_EXACT_MARKS = frozenset({"judgement", "answer", "comment", "asking", "pronouns"})
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


def signatures(word: str) -> set[str]:
    """The word and all it becomes when one letter after the first is left out."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(1, len(word)))}


class Typos:
    """Vocabulary words by what they become when a letter is left out, unpacked by first letter."""

    def __init__(self, packed: dict[str, bytes]) -> None:
        self._packed = packed
        self._unpacked: dict[str, dict[str, list[str]]] = {}

    def near(self, word: str) -> set[str]:
        """Words with the same first letter that one or two edits might turn into this one."""
        letter = word[0]
        index = self._unpacked.get(letter)
        if index is None:
            packed = self._packed.get(letter)
            index = self._unpacked[letter] = marshal.loads(packed) if packed else {}
        return {near for signature in signatures(word) for near in index.get(signature, ())}


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


class _Builder:
    """Gathers phrases and numbers their senses."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.entries: dict[phrases.Entry, None] = {}
        self.senses: dict[Sense, int] = {}
        self.guards: dict[Guard, int] = {}

    def add(self, texts: Iterable[str], kind: str, id: str, sense: str, guard: Guard, exact: bool = False) -> None:
        guard_number = self.guards.setdefault(guard, len(self.guards))
        payload = self.senses.setdefault(Sense(kind, id, sense, guard_number), len(self.senses))
        for text in texts:
            norms, surfaces = self.folder.phrase(text)
            if norms:
                self.entries[norms, surfaces, exact, payload] = None

    def guard(self, group: TermGroup) -> Guard:
        """The guards of a term group, folded; words of `needs_near` that begin with @ name concepts."""
        words = [word for word in group.needs_near if not word.startswith("@")]
        return Guard(
            self._fold(group.not_before),
            self._fold(group.not_after),
            self._fold(group.not_near),
            self._fold(words),
            tuple(word[1:] for word in group.needs_near if word.startswith("@")),
        )

    def plain_guard(self, not_before: Iterable[str] = (), not_after: Iterable[str] = ()) -> Guard:
        return Guard(self._fold(not_before), self._fold(not_after), (), (), ())

    def _fold(self, texts: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        return tuple(sorted({norms for text in texts if (norms := self.folder.phrase(text)[0])}))


def _marks(reading: dict[str, Any]) -> Iterator[tuple[str, str, list[str]]]:
    for owner, words in reading["owners"].items():
        yield "owner", owner, words
    for time_class, words in reading["times"].items():
        yield "time", time_class, words
    yield "logistics", "", reading["logistics"]
    yield "reporting", "", reading["reporting"]
    for id in ("advice", "asking", "efficacy", "judgement", "pronouns"):
        yield id, "", reading[id]
    for words in reading["answers"]:
        yield "answer", "", words
    for words in reading["comments"]:
        yield "comment", "", words


def _build(base: EvidenceBase, folder: Folder) -> _Builder:
    builder = _Builder(folder)
    for concept in base.concepts():
        for group in concept.terms:
            builder.add(group.phrases, CONCEPT, concept.id, group.sense, builder.guard(group), group.exact)
    for relation in base.language.relations:
        guard = builder.plain_guard(relation.not_before, relation.not_after)
        builder.add(relation.phrases, RELATION, relation.id, relation.effect, guard, relation.exact)
    for lead_in in base.language.lead_ins:
        builder.add(lead_in.phrases, LEAD_IN, lead_in.id, lead_in.effect, builder.plain_guard())
    for id, sense, words in _marks(dict(base.language.data["reading"])):  # type: ignore[call-overload]
        builder.add(words, MARK, id, sense, builder.plain_guard(), id in _EXACT_MARKS)
    return builder


def _typo_index(base: EvidenceBase, folder: Folder) -> dict[str, bytes]:
    """Deletion signature -> vocabulary words: a word that shares none with a token is more than one edit away."""
    words = {
        surface
        for concept in base.concepts()
        if concept.kind != "population"
        for group in concept.terms
        if group.sense == "name" and not group.exact
        for phrase in group.phrases
        for surface in folder.fold(phrase).surfaces
        if surface.isalpha() and len(surface) >= 5
    }
    index: dict[str, dict[str, list[str]]] = {}
    for word in sorted(words):
        for signature in signatures(word):
            index.setdefault(word[0], {}).setdefault(signature, []).append(word)
    return {letter: marshal.dumps(words) for letter, words in index.items()}


def compile_lexicon(base: EvidenceBase) -> bytes:
    """The vocabulary of a base as bytes for the compiled twin."""
    folder = Folder(base.language.folding)
    builder = _build(base, folder)
    concepts = {
        c.id: (c.kind, c.polarity, c.owner or "", c.health, c.broader, c.populations, c.surrogate_for)
        for c in base.concepts()
    }
    words = {norm for norms, *_ in builder.entries for norm in norms}
    plain = (
        FORMAT,
        phrases.pack(builder.entries),
        [tuple(sense) for sense in builder.senses],
        [tuple(guard) for guard in builder.guards],
        concepts,
        pairs_of(base.claims()),
        phrasing_table(base.claims(), folder),
        _typo_index(base, folder),
        sorted(words),
    )
    return marshal.dumps(plain)


def load_lexicon(data: bytes) -> Lexicon:
    """The inverse of `compile_lexicon`."""
    _, table, senses, guards, concepts, pairs, phrasings, typos, words = marshal.loads(data)
    return Lexicon(
        phrases.Table(table),
        [Sense(*sense) for sense in senses],
        [Guard(*guard) for guard in guards],
        {id: ConceptInfo(*info) for id, info in concepts.items()},
        pairs,
        phrasings,
        Typos(typos),
        frozenset(words),
    )
