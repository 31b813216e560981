"""Words and marks that make up figures, and what a language's number words stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from claimcheck.text.patterns import pattern

_TOKEN = pattern(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\S")
_POSSESSIVE = pattern(r"['’]s?$")
_PLAIN = pattern(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


class Token(NamedTuple):
    """A word, number or mark in lower case, with its place in the text."""

    word: str
    start: int
    end: int


class Quantity(NamedTuple):
    """A number or range that ends before token `after`."""

    low: float
    high: float
    first: int
    after: int


class NumberWords:
    """A language's number words, as `numbers.yaml` has them."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.fractions: Mapping[str, float] = data["fractions"]
        self.cuts: Mapping[str, float] = data["cuts"]
        self.factors: Mapping[str, float] = data["factors"]
        self._values: Mapping[str, float] = data["words"]
        kinds = {kind: frozenset(words) for kind, words in data.items() if isinstance(words, list)}
        self._kinds = {
            kind: (words, max(word.count(" ") for word in words) + 1, frozenset(word.split()[0] for word in words))
            for kind, words in kinds.items()
        }
        self._starts = frozenset({*self.fractions, *self.cuts, *self.factors, *self._values, *kinds["articles"]})

    def value(self, word: str) -> float | None:
        """What a number word or numeral stands for, or None."""
        if _PLAIN.fullmatch(word):
            return float(word.replace(",", ""))
        value = self._values.get(word)
        return None if value is None else float(value)

    def begins(self, word: str) -> bool:
        """Whether a figure can begin with this word."""
        return word in self._starts or word[:1].isdigit()

    def among(self, kind: str, words: Sequence[Token], at: int) -> int:
        """How many tokens at `at` are one of the `kind` words (0 for none); the longest counts."""
        known, widest, firsts = self._kinds[kind]
        if at >= len(words) or words[at].word not in firsts:
            return 0
        for width in range(min(widest, len(words) - at), 0, -1):
            if " ".join(token.word for token in words[at : at + width]) in known:
                return width
        return 0


def bare(word: str) -> str:
    """A word without its possessive ("hour's")."""
    return _POSSESSIVE.sub("", word)


def tokens(text: str) -> list[Token]:
    """The words, numbers and marks of a text."""
    return [Token(bare(m.group().casefold()), m.start(), m.end()) for m in _TOKEN.finditer(text)]
