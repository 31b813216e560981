"""Headings by the size of their letters: which sizes stand out from the body of a document, and how far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

#: letters this much larger than the body's stand out
_LARGER = 1.15
#: sizes nearer than this share to each other are one level
_SAME = 1.06
#: a line with more words is prose, however large or bold it is set
_MOST_WORDS = 16
_DEEPEST = 5


class Sizes:
    """The sizes of letters in a document.

    Args:
        letters: a size, in any unit (0 where it is not known), and how many letters are set in it.
    """

    def __init__(self, letters: Iterable[tuple[float, int]]) -> None:
        counted: Counter[float] = Counter()
        for size, count in letters:
            if size > 0:
                counted[size] += count
        self.body = max(counted, key=lambda size: (counted[size], -size), default=0.0)
        larger = sorted((size for size in counted if size >= self.body * _LARGER), reverse=True)
        self._levels: dict[float, int] = {}
        level, before = 0, 0.0
        for size in larger:
            if not before or before > size * _SAME:
                level, before = level + 1, size
            self._levels[size] = min(level, _DEEPEST)

    def level(self, size: float, text: str) -> int:
        """The level of a heading in this size, 1 for the largest; 0 where it does not stand out or is prose."""
        return self._levels.get(size, 0) if may_head(text) else 0


def may_head(text: str) -> bool:
    """Short, and no sentence of prose."""
    return len(text.split()) <= _MOST_WORDS and not text.rstrip().endswith((".", ";", ","))
