"""Cue phrases as data: compiled once into a phrase table, found in a sentence, longest first."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, cast

from claimcheck.evidence.language import Language
from claimcheck.evidence.model import CueGroup
from claimcheck.text.folding import NUMBER, PERCENTAGE, Folded, Folder
from claimcheck.text.patterns import pattern
from claimcheck.text.phrases import longest
from claimcheck.text.trie import Hit, Node, build, find
from claimcheck.wording.spelling import Contractions, spell_out

Words = tuple[str, ...]

_CHOICE = pattern(r"\(([^()]*)\)")
#: signals that compete for words with their like only
_APART = frozenset({"testimonial", "attribution", "causal", "association", "lasting", "absence"})
#: `reach` of a cue that acts on the whole sentence
WHOLE_SENTENCE = -1
#: stands for any number in a guard
_ANY_NUMBER = "#"


class CueSpec(NamedTuple):
    """A cue group without its phrases; guards and `ends_at` are folded."""

    id: str
    signal: str
    direction: str
    reach: int
    ends_at: Words
    list_scope: bool
    answer: bool
    yields: bool
    clausal: bool
    not_before: tuple[Words, ...]
    not_after: tuple[Words, ...]

    @property
    def looks_back(self) -> bool:
        """Whether it speaks of all that stands before it in its sentence."""
        return self.direction == "backward" and self.reach == WHOLE_SENTENCE


class CueHit(NamedTuple):
    """Words `first` to `last` (exclusive) of a sentence are a cue."""

    first: int
    last: int
    spec: CueSpec


def expand(phrase: str) -> list[str]:
    """A phrase with `(a|b|)` choices as all the phrases it stands for."""
    choice = _CHOICE.search(phrase)
    if choice is None:
        return [" ".join(phrase.split())]
    before, after = phrase[: choice.start()], phrase[choice.end() :]
    full = (full for word in choice[1].split("|") for full in expand(before + word + after))
    return list(dict.fromkeys(full))  # brackets inside brackets are read once for each word beside them


def compile_groups(groups: Iterable[CueGroup], folder: Folder, contractions: Contractions) -> bytes:
    """Cue groups, marshalled: their specs, the trie of exact phrases and the trie of inflected ones."""
    specs: list[tuple[object, ...]] = []
    exact: list[tuple[Words, int]] = []
    inflected: list[tuple[Words, int]] = []
    for number, group in enumerate(groups):
        specs.append(tuple(_spec(group, folder, contractions)))
        for phrase in (full for written in group.phrases for full in expand(written)):
            words = _spelled_phrase(phrase, folder, contractions)
            if len(words):
                (exact if group.exact else inflected).append(
                    (tuple(words.surfaces if group.exact else words.norms), number)
                )
    return marshal.dumps((specs, build(exact), build(inflected)))


def compile_cues(language: Language, folder: Folder) -> bytes:
    """The language's cue table as bytes, to be stored with the compiled evidence base."""
    return compile_groups(language.cues, folder, contractions_of(language))


def contractions_of(language: Language) -> Contractions:
    """The language's short forms ("don't") with the words they stand for."""
    raw = cast("Mapping[str, str]", language.data.get("contractions") or {})
    return {short: tuple(full.split()) for short, full in raw.items()}


def _spelled_phrase(phrase: str, folder: Folder, contractions: Contractions) -> Folded:
    norms, surfaces = folder.phrase(phrase)
    return spell_out(Folded(phrase, list(norms), list(surfaces), [], []), contractions, folder).words


def _spec(group: CueGroup, folder: Folder, contractions: Contractions) -> CueSpec:
    def fold(phrases: Sequence[str]) -> tuple[Words, ...]:
        guards = (_guard(full, folder, contractions) for phrase in phrases for full in expand(phrase))
        return tuple(guard for guard in guards if guard)

    return CueSpec(
        group.id, group.signal, group.direction, group.reach, group.ends_at, group.list_scope, group.answer,
        group.yields, group.clausal, fold(group.not_before), fold(group.not_after),
    )  # fmt: skip


def _guard(phrase: str, folder: Folder, contractions: Contractions) -> Words:
    if phrase == _ANY_NUMBER:
        return (_ANY_NUMBER,)
    return tuple(spell_out(folder.fold(phrase), contractions, folder).words.surfaces)


class CueTable:
    """Compiled cues, ready to be looked up."""

    def __init__(self, compiled: bytes) -> None:
        specs, self._exact, self._inflected = cast("tuple[list[tuple[Any, ...]], Node, Node]", marshal.loads(compiled))
        self._specs = list(map(CueSpec._make, specs))

    def hits(self, words: Folded, *, answering: bool = False) -> list[CueHit]:
        """The cues of a sentence, in order; a cue inside a longer one is dropped, and so is a guarded or pseudo one.

        `answering` adds the cues that act only in a reply to a question.
        """
        layers: dict[str, list[Hit]] = {}
        for hit in {*find(self._exact, words.surfaces), *find(self._inflected, words.norms)}:
            if self._acts(hit, words, answering):
                for layer in _layers(self._specs[hit.payload].signal):
                    layers.setdefault(layer, []).append(hit)
        found = {hit for hits in layers.values() for hit in longest(hits)}
        cues = [CueHit(hit.first, hit.last, self._specs[hit.payload]) for hit in sorted(found)]
        blocked = {(cue.first, cue.last) for cue in cues if cue.spec.signal == "pseudo"}
        return [cue for cue in cues if (cue.first, cue.last) not in blocked]

    def _acts(self, hit: Hit, words: Folded, answering: bool) -> bool:
        spec = self._specs[hit.payload]
        return (
            (answering or not spec.answer)
            and not any(_stands(guard, words, hit.last) for guard in spec.not_before)
            and not any(_stands(guard, words, hit.first - len(guard)) for guard in spec.not_after)
        )


def _layers(signal: str) -> tuple[str, ...]:
    """With which cues a cue competes for words; `pseudo` cues compete with all that bear on tiers and clauses."""
    if signal in _APART:
        return (signal,)
    if signal == "pseudo":
        return ("tier", "boundary")
    return ("boundary",) if signal in ("terminator", "opener") else ("tier",)


def _stands(guard: Words, words: Folded, at: int) -> bool:
    """Whether the guard's words stand at token `at`."""
    if at < 0 or at >= len(words):
        return False
    if guard[0] == _ANY_NUMBER:
        return words.norms[at] in (NUMBER, PERCENTAGE)
    return tuple(words.surfaces[at : at + len(guard)]) == guard
