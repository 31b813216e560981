"""Compiling the vocabulary: phrases of concepts, relations, lead-ins and marks into the bytes of a lexicon."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, cast

from claimcheck.matching.frames import pairs_of
from claimcheck.matching.lexicon import CONCEPT, FORMAT, LEAD_IN, MARK, RELATION, Guard, Sense, bucket, signatures
from claimcheck.matching.phrasing_table import phrasing_table
from claimcheck.text import phrases
from claimcheck.text.folding import Folder

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase
    from claimcheck.evidence.model import TermGroup

#: marks that are set phrases, where inflection would change the meaning ("supported" judges, "supports" does not)
_EXACT_MARKS = frozenset(
    {
        "judgement",
        "verdict",
        "echo",
        "effects",
        "answer",
        "answering",
        "comment",
        "asking",
        "pronouns",
        "inverted",
        "stranded",
    }
)
#: lists of the reading rules that are marks by their own name
_PLAIN_MARKS = (
    *("advice", "answering", "asking", "assessing", "benefiting", "bibliography", "echo", "effects", "efficacy"),
    *("hearsay", "helping", "inquiring", "judgement", "logistics", "pronouns", "reporting", "research", "verdict"),
    "weighing",
)
#: an old layout that every supported Python reads
_MARSHAL = 4


class _Builder:
    """Gathers phrases and numbers their senses."""

    def __init__(self, folder: Folder, narrower: dict[str, list[str]]) -> None:
        """`narrower` holds for a concept those that name it as their broader one."""
        self.folder = folder
        self._narrower = narrower
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
        """The guards of a term group, folded; `@id` in `needs_near` names a concept and its narrower ones."""
        words = [word for word in group.needs_near if not word.startswith("@")]
        concepts = [word[1:] for word in group.needs_near if word.startswith("@")]
        return Guard(
            self._fold(group.not_before),
            self._fold(group.not_after),
            self._fold(group.not_near),
            self._fold(words),
            tuple(dict.fromkeys(id for concept in concepts for id in (concept, *self._narrower.get(concept, ())))),
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
    for id in _PLAIN_MARKS:
        yield id, "", reading[id]
    for id in ("inverted", "stranded"):
        yield id, "", reading["ellipses"][id]
    for words in reading["answers"]:
        yield "answer", "", words
    for words in reading["comments"]:
        yield "comment", "", words


def _narrower(base: EvidenceBase) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for concept in base.concepts():
        for wide in concept.broader:
            found.setdefault(wide, []).append(concept.id)
    return found


def _build(base: EvidenceBase, folder: Folder) -> _Builder:
    builder = _Builder(folder, _narrower(base))
    for concept in base.concepts():
        for group in concept.terms:
            builder.add(group.phrases, CONCEPT, concept.id, group.sense, builder.guard(group), group.exact)
    for relation in base.language.relations:
        guard = builder.plain_guard(relation.not_before, relation.not_after)
        builder.add(relation.phrases, RELATION, relation.id, relation.effect, guard, relation.exact)
    for lead_in in base.language.lead_ins:
        builder.add(lead_in.phrases, LEAD_IN, lead_in.id, lead_in.effect, builder.plain_guard())
    for id, sense, words in _marks(cast("dict[str, Any]", base.language.data["reading"])):
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
            index.setdefault(bucket(signature), {}).setdefault(signature, []).append(word)
    return {name: marshal.dumps(words, _MARSHAL) for name, words in index.items()}


def _phrasing_rules(base: EvidenceBase) -> dict[str, Any]:
    """How phrasings are compared; the shipped rules for a base that has none of its own."""
    return cast("dict[str, Any]", base.language.data.get("phrasings", {}))


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
        phrasing_table(base.claims(), folder, _phrasing_rules(base)),
        _typo_index(base, folder),
        sorted(words),
    )
    return marshal.dumps(plain, _MARSHAL)
