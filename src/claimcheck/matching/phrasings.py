"""Whole phrasings: what no frame reaches is compared with sentences that share a rare word with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import log
from typing import TYPE_CHECKING

from claimcheck.text.folding import Folded, Folder

if TYPE_CHECKING:
    from claimcheck.evidence.model import Claim

#: ([(claim, norms)], norm -> numbers of the phrasings that hold it); plain data, so it can be marshalled
PhrasingTable = tuple[list[tuple[str, list[str]]], dict[str, list[int]]]
#: the share of a phrasing's weight that a sentence must hold before the two are compared
_SHARED = 0.6
#: rapidfuzz ratio at which a comparison begins to count
_ALIKE = 75.0


def phrasing_table(claims: Iterable[Claim], folder: Folder) -> PhrasingTable:
    """The phrasings of all claims, folded, with their word index."""
    rows = [
        (claim.id, folder.fold(text).norms) for claim in claims for text in (*claim.phrasings, *claim.counter_phrasings)
    ]
    postings: dict[str, list[int]] = {}
    for number, (_, norms) in enumerate(rows):
        for norm in sorted(set(norms)):
            postings.setdefault(norm, []).append(number)
    return rows, postings


class Phrasings:
    """Compares sentences with the whole phrasings of claims."""

    def __init__(self, table: PhrasingTable) -> None:
        self._rows, self._postings = table
        self._weight = cache(self._weigh)
        self._total = cache(self._weigh_all)

    def like(self, folded: Folded) -> Iterator[tuple[str, float]]:
        """Claims one of whose phrasings the sentence is like, with the likeness in 0..1."""
        best: dict[str, float] = {}
        for number in self._candidates(set(folded.norms)):
            claim, norms = self._rows[number]
            likeness = _likeness(folded.norms, norms)
            best[claim] = max(best.get(claim, 0.0), likeness)
        yield from ((claim, likeness) for claim, likeness in sorted(best.items()) if likeness > 0)

    def _candidates(self, norms: set[str]) -> list[int]:
        shared: dict[int, float] = {}
        for norm in norms:
            if norm in self._postings:
                weight = self._weight(norm)
                for number in self._postings[norm]:
                    shared[number] = shared.get(number, 0.0) + weight
        return sorted(n for n, weight in shared.items() if weight >= _SHARED * self._total(n))

    def _weigh(self, norm: str) -> float:
        return log(1 + len(self._rows) / len(self._postings[norm]))

    def _weigh_all(self, number: int) -> float:
        return sum(self._weight(norm) for norm in set(self._rows[number][1]))


def _likeness(sentence: Sequence[str], phrasing: Sequence[str]) -> float:
    from rapidfuzz import fuzz

    ratio = fuzz.token_set_ratio(" ".join(sentence), " ".join(phrasing))
    return max(0.0, (ratio - _ALIKE) / (100 - _ALIKE))
