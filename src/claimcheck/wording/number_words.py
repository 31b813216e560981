"""Words and marks that make up figures, and what a language's number words stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\S")
_POSSESSIVE = re.compile(r"['’]s?$")
_PLAIN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


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


@dataclass(frozen=True)
class NumberWords:
    """A language's number words, as `numbers.yaml` has them."""

    data: Mapping[str, Any]

    def value(self, word: str) -> float | None:
        """What a number word or numeral stands for, or None."""
        if _PLAIN.fullmatch(word):
            return float(word.replace(",", ""))
        value = self.data["words"].get(word)
        return None if value is None else float(value)

    def among(self, kind: str, words: Sequence[Token], at: int) -> int:
        """How many tokens at `at` are one of the `kind` words (0 for none); the longest counts."""
        for width in (3, 2, 1):
            if at + width <= len(words) and " ".join(t.word for t in words[at : at + width]) in self.data[kind]:
                return width
        return 0


def bare(word: str) -> str:
    """A word without its possessive ("hour's")."""
    return _POSSESSIVE.sub("", word)


def tokens(text: str) -> list[Token]:
    """The words, numbers and marks of a text."""
    return [Token(bare(m.group().casefold()), m.start(), m.end()) for m in _TOKEN.finditer(text)]
