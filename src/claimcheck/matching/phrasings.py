"""Whole phrasings: sentences ranked and judged by the words they share with them.

A claim that is known by its phrasings alone is found this way, and what no frame of a claim reaches. Words count by how
much they tell, relatives of a word ("illegal", "illegally") by the letters they share; for a ranking pairs of words
that stand near each other in both texts count besides. An ordinary sentence pays one look-up a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from typing import NamedTuple

from claimcheck.matching.likeness import Asked
from claimcheck.matching.phrasing_store import PhrasingStore
from claimcheck.matching.phrasing_table import PhrasingTable, keys_of, places_of
from claimcheck.text.folding import Folded

#: phrasings that are ranked for one sentence
_RANKED = 100


class Ranked(NamedTuple):
    """A claim by the nearest of its phrasings.

    `score` orders claims, `strength` says how much stands behind it, `told` the share of the sentence's weight that the
    phrasing holds.
    """

    claim: str
    score: float
    strength: float
    told: float


class Alike(NamedTuple):
    """A claim that a sentence makes in nearly the words of one of its phrasings.

    `likeness` is in 0..1, `span` holds the first and last token (exclusive) that the two share, `direction` is that of
    the claim.
    """

    claim: str
    direction: str
    likeness: float
    span: tuple[int, int]


class _Shared(NamedTuple):
    """What a sentence shares with a phrasing: the part of its weight, and the roots of its words."""

    share: float
    owner: int
    roots: frozenset[str]


class Phrasings:
    """Compares sentences with the whole phrasings of claims."""

    def __init__(self, table: PhrasingTable) -> None:
        self._store = PhrasingStore(table)

    def rank(self, folded: Folded) -> list[Ranked]:
        """The claims that share a word with a sentence, nearest first; at most a hundred phrasings are compared."""
        words = keys_of(folded)
        roots = dict.fromkeys(map(self._store.root_of, words))
        shared = _gather(map(self._store.holding, roots))
        nearest = nlargest(_RANKED, shared, key=lambda number: (shared[number] / self._store.norm(number), -number))
        asked, mass = self._asked(words), sum(map(self._store.weigh, dict.fromkeys(words)))
        best: dict[str, Ranked] = {}
        for ranked in (self._compared(number, asked, mass) for number in nearest):
            if ranked.claim not in best or ranked.score > best[ranked.claim].score:
                best[ranked.claim] = ranked
        return sorted(best.values(), key=lambda ranked: -ranked.score)

    def certainty(self, ranked: Sequence[Ranked]) -> float:
        """How sure it is that the first of some ranked claims is meant.

        Its strength and how much of the sentence it tells, less the strength of its rivals.
        """
        if not ranked:
            return 0.0
        signs, rival = self._store.signs, max((other.strength for other in ranked[1:]), default=0.0)
        return ranked[0].strength + signs["told"] * ranked[0].told - signs["rival"] * rival

    def like(self, folded: Folded) -> Iterator[Alike]:
        """Claims one of whose phrasings says what a sentence says, nearest first.

        Not among them: a claim all of whose phrasings share a word that the sentence lacks, and one whose shared words
        all belong to nearer claims.
        """
        taken = frozenset[str]()
        for share, owner, roots in self._near(keys_of(folded)):
            if not roots <= taken and self._store.core(owner) <= roots:
                taken |= roots
                floor = self._store.table.floors[owner]
                likeness = min(1.0, (share - floor) / (1 - floor))
                claim, direction = self._store.table.claims[owner], self._store.table.directions[owner]
                yield Alike(claim, direction, likeness, self._span(folded, roots))

    def _near(self, words: list[str]) -> list[_Shared]:
        """What a sentence shares with the phrasings that it holds more of than their floor, one a claim, most first."""
        weights, bars = _gather(map(self._store.telling, dict.fromkeys(words))), self._store.bars
        candidates = [number for number, weight in weights.items() if weight >= bars[number]]
        if not candidates:
            return []
        asked = self._asked(words)
        best: dict[int, _Shared] = {}
        for found in (self._shared(number, asked) for number in candidates):
            least = best[found.owner].share if found.owner in best else self._store.table.floors[found.owner]
            if found.share > least:
                best[found.owner] = found
        return sorted(best.values(), key=lambda shared: (-shared.share, shared.owner))

    def _asked(self, words: Sequence[str]) -> Asked:
        return Asked(words, self._store.weigh, self._store.root_of, int(self._store.signs.get("reach", 0)))

    def _shared(self, number: int, asked: Asked) -> _Shared:
        store = self._store
        hits = {word: hit for word in dict.fromkeys(store.words(number)) if (hit := asked.holds(word))}
        held = sum(store.weigh(word) * hit for word, hit in hits.items())
        return _Shared(held / store.mass(number), store.owner(number), frozenset(map(store.root_of, hits)))

    def _compared(self, number: int, asked: Asked, mass: float) -> Ranked:
        store, signs = self._store, self._store.signs
        words, norm, shared = store.words(number), store.norm(number), self._shared(number, asked)
        held, company = shared.share * store.mass(number), asked.company(words)
        return Ranked(
            store.table.claims[shared.owner],
            (held + signs["company"] * company) / norm + signs["letters"] * asked.spelt_like(words),
            (held + signs["sure"] * company) / norm,
            held / mass,
        )

    def _span(self, folded: Folded, roots: frozenset[str]) -> tuple[int, int]:
        """The tokens from the first to the last (exclusive) that a sentence shares with a phrasing."""
        words = zip(places_of(folded), keys_of(folded), strict=True)
        shared = [place for place, word in words if self._store.root_of(word) in roots]
        return shared[0], shared[-1] + 1


def _gather(lists: Iterable[tuple[float, Iterable[int]]]) -> dict[int, float]:
    """Phrasings with the sum of the weights under which they stand."""
    found: dict[int, float] = {}
    for weight, numbers in lists:
        for number in numbers:
            found[number] = found.get(number, 0.0) + weight
    return found
