"""Finding thousands of phrases in folded text: one dictionary look-up a token, longest phrase first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from claimcheck.text.folding import SLOT, Folded

#: a slot (`X`) takes this many tokens at most
SLOT_WIDTH = 3

Entry = tuple[tuple[str, ...], tuple[str, ...] | None, int]
#: first norm -> (norms, surfaces where they must agree, payload), longest first; plain data, so it can be marshalled
Table = dict[str, list[Entry]]


class Hit(NamedTuple):
    """Tokens `first` to `last` (exclusive) read as the phrase with this payload."""

    first: int
    last: int
    payload: int


def build(phrases: Iterable[Entry]) -> Table:
    """The table for `find`; a phrase must begin with a word."""
    table: Table = {}
    for norms, surfaces, payload in phrases:
        if not norms or norms[0] == SLOT:
            raise ValueError(f"a phrase must begin with a word: {norms}")
        table.setdefault(norms[0], []).append((norms, surfaces, payload))
    for entries in table.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0], entry[2]))
    return table


def _end(norms: list[str], surfaces: list[str], at: int, entry: Entry) -> int:
    """Where the phrase that begins at token `at` ends, or -1 if it does not stand there."""
    wanted, exact, _ = entry
    if exact is not None:
        source, wanted = surfaces, exact
    else:
        source = norms
    return _match(source, at, wanted, 0)


def _match(source: list[str], at: int, wanted: tuple[str, ...], done: int) -> int:
    for i in range(done, len(wanted)):
        if wanted[i] == SLOT:
            if i + 1 == len(wanted):
                return min(at + 1, len(source))
            for width in range(1, SLOT_WIDTH + 1):
                end = _match(source, at + width, wanted, i + 1)
                if end >= 0:
                    return end
            return -1
        if at >= len(source) or source[at] != wanted[i]:
            return -1
        at += 1
    return at


def find(table: Table, folded: Folded) -> list[Hit]:
    """Every phrase that stands in the text, overlaps included, in order of first token, longest first."""
    hits = []
    norms, surfaces = folded.norms, folded.surfaces
    for at, norm in enumerate(norms):
        entries = table.get(norm)
        if entries is None:
            continue
        for entry in entries:
            end = _end(norms, surfaces, at, entry)
            if end > at:
                hits.append(Hit(at, end, entry[2]))
    return hits


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """The hits that no longer hit covers; hits of the same span stay together."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.first - h.last, h.first, h.payload)):
        if all(
            hit.last <= other.first
            or hit.first >= other.last
            or (hit.first, hit.last) == (other.first, other.last)
            for other in kept
        ):
            kept.append(hit)
    return sorted(kept)
