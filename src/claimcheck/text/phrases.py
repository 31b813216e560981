"""Finding thousands of phrases in folded text: one dictionary look-up a token, longest phrase first."""

from __future__ import annotations

import marshal
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from claimcheck.text.folding import SLOT, Folded

#: a slot (`X`) takes this many tokens at most
SLOT_WIDTH = 3

#: (norms, surfaces, whether the surfaces must agree exactly, payload)
Entry = tuple[tuple[str, ...], tuple[str, ...], bool, int]
#: first norm -> its marshalled entries, longest first: most of a vocabulary is never unpacked for one document
Packed = dict[str, bytes]


class Hit(NamedTuple):
    """Tokens `first` to `last` (exclusive) read as the phrase with this payload."""

    first: int
    last: int
    payload: int


class Table:
    """Phrases by their first norm, unpacked when that norm is first met."""

    def __init__(self, packed: Packed) -> None:
        self._packed = packed
        self._entries: dict[str, list[Entry]] = {}

    def starting(self, norm: str) -> list[Entry]:
        """The phrases that begin with this norm, longest first."""
        entries = self._entries.get(norm)
        if entries is None:
            packed = self._packed.get(norm)
            entries = self._entries[norm] = marshal.loads(packed) if packed else []
        return entries


def pack(phrases: Iterable[Entry]) -> Packed:
    """The content of a `Table`; a phrase must begin with a word (ValueError otherwise)."""
    table: dict[str, list[Entry]] = {}
    for entry in phrases:
        norms = entry[0]
        if not norms or norms[0] == SLOT:
            raise ValueError(f"a phrase must begin with a word: {norms}")
        table.setdefault(norms[0], []).append(entry)
    for entries in table.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0], entry[3]))
    return {norm: marshal.dumps(entries, 4) for norm, entries in table.items()}


def _end(source: list[str], at: int, wanted: tuple[str, ...], done: int = 0) -> int:
    """Where the phrase whose first `done` words are read ends if it goes on at token `at`, or -1."""
    for i in range(done, len(wanted)):
        if wanted[i] == SLOT:
            ends = (_end(source, at + width, wanted, i + 1) for width in range(1, SLOT_WIDTH + 1))
            return next((end for end in ends if end >= 0), -1)
        if at >= len(source) or source[at] != wanted[i]:
            return -1
        at += 1
    return at


#: endings that make another word of the same stem ("affection" is not "affect")
_DERIVING = frozenset(
    "ion ions ation ations ity ities ive ment ments al able ous ism ist ists ful less ness ance ence or".split()
)
_ROOT = 3


@cache
def same_word(one: str, other: str) -> bool:
    """Whether two words of one stem are forms of one word, not relatives."""
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared < _ROOT or (one[shared:] not in _DERIVING and other[shared:] not in _DERIVING)


def find(table: Table, folded: Folded) -> list[Hit]:
    """Every phrase that stands in the text, overlaps included, by first token, then longest first."""
    hits = []
    norms, surfaces = folded.norms, folded.surfaces
    for at, norm in enumerate(norms):
        for wanted, words, exact, payload in table.starting(norm):
            end = _end(surfaces, at, words) if exact else _end(norms, at, wanted)
            if end >= 0 and (exact or len(wanted) > 1 or same_word(surfaces[at], words[0])):
                hits.append(Hit(at, end, payload))
    return hits


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """The hits that no longer (or, at equal length, earlier) hit overlaps; hits of one span stay together."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.first - h.last, h.first, h.payload)):
        span = (hit.first, hit.last)
        if all(hit.last <= o.first or hit.first >= o.last or span == (o.first, o.last) for o in kept):
            kept.append(hit)
    return sorted(kept)
