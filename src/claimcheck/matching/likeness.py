"""One sentence's side of comparing it with phrasings: which of their words it holds, and how near to each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from math import sqrt

from claimcheck.text.phrases import shared_beginning

#: lengths of the runs of letters by which spellings are compared
_RUNS = (3, 4)


class Asked:
    """The words of a sentence, ready to be compared with many phrasings.

    `weigh` says what a word tells, `root_of` what it shares with its relatives; `reach` is in words.
    """

    def __init__(
        self, words: Sequence[str], weigh: Callable[[str], float], root_of: Callable[[str], str], reach: int
    ) -> None:
        self._words = words
        self._weigh = weigh
        self._root_of = root_of
        self._reach = reach
        self._relatives: dict[str, list[str]] = {}
        for word in dict.fromkeys(words):
            self._relatives.setdefault(root_of(word), []).append(word)
        self._held: dict[str, float] = {}

    @cached_property
    def _pairs(self) -> set[tuple[str, str]]:
        return set(near_pairs(self._words, self._reach))

    @cached_property
    def _letters(self) -> dict[str, float]:
        return self._spelling(self._words)

    @cached_property
    def _length(self) -> float:
        return _length(self._letters)

    def holds(self, word: str) -> float:
        """1 for a word that the sentence holds, less for one of which it holds a relative, else 0."""
        if word not in self._held:
            relatives = self._relatives.get(self._root_of(word), ())
            self._held[word] = max((kinship(word, other) for other in relatives), default=0.0)
        return self._held[word]

    def company(self, phrasing: Sequence[str]) -> float:
        """What pairs of words weigh that stand near each other here and there."""
        pairs = self._pairs.intersection(near_pairs(phrasing, self._reach))
        return sum(sqrt(self._weigh(one) * self._weigh(other)) for one, other in sorted(pairs))

    def spelt_like(self, phrasing: Sequence[str]) -> float:
        """Likeness of the letters of all words, 0..1."""
        letters = self._spelling(phrasing)
        shared = sum(weight * self._letters[run] for run, weight in letters.items() if run in self._letters)
        return shared / (_length(letters) * self._length) if shared else 0.0

    def _spelling(self, words: Sequence[str]) -> dict[str, float]:
        """Runs of letters with what the words tell in which they stand."""
        found: dict[str, float] = {}
        for word in dict.fromkeys(words):
            runs = _runs(word)
            each = self._weigh(word) / sqrt(len(runs))
            for run in runs:
                found[run] = found.get(run, 0.0) + each
        return found


def kinship(one: str, other: str) -> float:
    """The share of the longer of two words that both begin with."""
    return shared_beginning(one, other) / max(len(one), len(other))


def near_pairs(words: Sequence[str], reach: int) -> Iterator[tuple[str, str]]:
    """Pairs of different words at most `reach` apart, in alphabetical order whatever theirs."""
    for at, one in enumerate(words):
        for other in words[at + 1 : at + 1 + reach]:
            if one != other:
                yield (one, other) if one < other else (other, one)


def _length(vector: Mapping[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in vector.values()))


@lru_cache(maxsize=20_000)
def _runs(word: str) -> tuple[str, ...]:
    bounded = f" {word} "
    found = (bounded[i : i + length] for length in _RUNS for i in range(len(bounded) - length + 1))
    return tuple(dict.fromkeys(found)) or (bounded,)
