"""The layout of a folded sentence: its clauses, and how far its tokens stand apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claimcheck.text.folding import Folded

#: words that may stand between the parts of a coordination
JOINING = frozenset({",", "and", "or", "&", "/", "+", "plus"})
_MARKS = frozenset({";", "—", "–", "?", "!"})


#: within how many tokens a colon ends who speaks ("We know: yes, a little.")
_SPEAKER = 7


def speech(folded: Folded) -> int:
    """The token at which what is said begins: behind who says it ("Bec: Mine did."), or the first."""
    speaker = folded.surfaces[:_SPEAKER]
    return speaker.index(":") + 1 if ":" in speaker else 0


class Layout(NamedTuple):
    """For each token the number of its clause, and its place when what stands in brackets is not counted."""

    clauses: list[int]
    places: list[int]

    def together(self, one: int, other: int) -> bool:
        """Whether two tokens share a clause."""
        return self.clauses[one] == self.clauses[other]

    def gap(self, last: int, first: int) -> int:
        """The tokens between the end of one mention (exclusive) and the start of the next, brackets left out."""
        return self.places[first] - self.places[last - 1] - 1


def layout_of(folded: Folded, ends: Mapping[str, Sequence[tuple[str, ...]]]) -> Layout:
    """The layout of a sentence. `ends` are the surfaces of words that open a new clause, by their first."""
    clauses: list[int] = []
    places: list[int] = []
    clause = place = depth = 0
    for i, surface in enumerate(folded.surfaces):
        opening = ends.get(surface, ())
        if surface in _MARKS or any(tuple(folded.surfaces[i : i + len(end)]) == end for end in opening):
            clause += 1
        clauses.append(clause)
        places.append(place)
        depth = depth + 1 if surface == "(" else max(0, depth - 1) if surface == ")" else depth
        place += depth == 0
    return Layout(clauses, places)
