"""Finding thousands of phrases in folded text: one look-up a token, and a walk where a phrase begins."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Sequence
from functools import lru_cache

from claimcheck.text.folding import SLOT, Folded
from claimcheck.text.trie import END, Hit, Node, build, walk

#: (norms, surfaces, whether the surfaces must agree exactly, payload)
Entry = tuple[tuple[str, ...], tuple[str, ...], bool, int]
#: first norm -> the marshalled trie of what may follow: most of a vocabulary is never unpacked for one document
Packed = dict[str, bytes]
#: an old layout that every supported Python reads
_MARSHAL = 4


class Table:
    """Phrases by their first norm, unpacked when that norm is first met."""

    def __init__(self, packed: Packed) -> None:
        self._packed = packed
        self._tries: dict[str, Node] = {}

    def starting(self, norm: str) -> Node:
        """The trie of what may follow a first norm. KeyError if no phrase begins with it."""
        trie = self._tries.get(norm)
        if trie is None:
            trie = self._tries[norm] = marshal.loads(self._packed[norm])
        return trie

    def begin(self, norms: Sequence[str]) -> list[tuple[int, str]]:
        """The tokens at which a phrase may begin, with their norms."""
        packed = self._packed
        return [(first, norm) for first, norm in enumerate(norms) if norm in packed]


def pack(phrases: Iterable[Entry]) -> Packed:
    """The content of a `Table`; a phrase must begin with a word (ValueError otherwise)."""
    tails: dict[str, list[tuple[tuple[str, ...], tuple[int, tuple[str, ...], bool]]]] = {}
    for norms, surfaces, exact, payload in phrases:
        if not norms or norms[0] == SLOT:
            raise ValueError(f"a phrase must begin with a word: {norms}")
        checked = surfaces if exact or len(norms) == 1 else ()
        tails.setdefault(norms[0], []).append((norms[1:], (payload, checked, exact)))
    return {norm: marshal.dumps(build(tail), _MARSHAL) for norm, tail in tails.items()}


#: endings that make another word of the same stem ("affection" is not "affect")
_DERIVING = frozenset(
    {
        "ion",
        "ions",
        "tion",
        "tions",
        "ation",
        "ations",
        "ity",
        "ities",
        "ive",
        "ment",
        "ments",
        "al",
        "able",
        "ous",
        "ism",
        "ist",
    }
    | {"ists", "ful", "less", "ness", "ance", "ence", "or"}
)
_ROOT = 3


def shared_beginning(one: str, other: str) -> int:
    """How many letters two words begin alike with."""
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared


@lru_cache(maxsize=10_000)
def same_word(one: str, other: str) -> bool:
    """Whether two words of one stem are forms of one word, not relatives."""
    shared = shared_beginning(one, other)
    return shared < _ROOT or (one[shared:] not in _DERIVING and other[shared:] not in _DERIVING)


def _agrees(folded: Folded, first: int, last: int, checked: tuple[str, ...], exact: bool) -> bool:
    """Whether the surfaces are the phrase's own: all of them, or (one word) another form of it."""
    surfaces = folded.surfaces
    if not exact:
        return same_word(surfaces[first], checked[0])
    if SLOT in checked:
        return surfaces[first] == checked[0] and surfaces[last - 1] == checked[-1]
    return tuple(surfaces[first:last]) == checked


def find(table: Table, folded: Folded) -> list[Hit]:
    """Every phrase that stands in the text, overlaps included, by first token."""
    hits = []
    norms = [*folded.norms, END]  # behind the last word stands nothing that a phrase could go on with
    for first, norm in table.begin(folded.norms):
        trie = table.starting(norm)
        if END not in trie and SLOT not in trie and norms[first + 1] not in trie:
            continue  # as most of them
        for last, (payload, checked, exact) in walk(trie, folded.norms, first + 1):
            if not checked or _agrees(folded, first, last, checked, exact):
                hits.append(Hit(first, last, payload))
    return hits


def _longest_first(hit: Hit) -> tuple[int, int, int]:
    return hit.first - hit.last, hit.first, hit.payload


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """The hits that no longer (or, at equal length, earlier) hit overlaps; hits of one span stay together."""
    taken: dict[int, tuple[int, int]] = {}
    kept: list[Hit] = []
    pool = list(hits)
    if len(pool) < 2:
        return pool
    for hit in sorted(pool, key=_longest_first):
        span = (hit.first, hit.last)
        if all(taken.get(token, span) == span for token in range(*span)):
            taken.update(dict.fromkeys(range(*span), span))
            kept.append(hit)
    return sorted(kept)
