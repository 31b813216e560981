"""Words and lines with their places. Lengths in points, y grows downwards, after turning the page upright."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Word(NamedTuple):
    """A run of letters without white space.

    Attributes:
        text: at least one code point.
        left, top, right, bottom: its box.
        base: where its letters stand.
        size: of its letters.
        bold: they are.
        tag: the number of the marked content of a PDF that it belongs to; -1 for none.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    bold: bool = False
    tag: int = -1


class Line(NamedTuple):
    """Words beside each other, and the page on which they stand."""

    words: tuple[Word, ...]
    page: int
    text: str
    left: float
    right: float
    top: float
    bottom: float
    base: float
    size: float
    bold: bool


def line_of(words: Iterable[Word], page: int) -> Line:
    """The line that some words make; its size is that of most letters, it is bold if all its words are."""
    found = tuple(words)
    letters: dict[float, int] = {}
    for word in found:
        letters[word.size] = letters.get(word.size, 0) + len(word.text)
    size = max(letters, key=lambda size: (letters[size], size))
    return Line(
        found,
        page,
        " ".join(word.text for word in found),
        found[0].left,
        max(word.right for word in found),
        min(word.top for word in found),
        max(word.bottom for word in found),
        max(found, key=lambda word: word.size).base,
        size,
        all(word.bold for word in found),
    )


class Page(NamedTuple):
    """What stands on a page: words in upright frames (most pages have one; turned text has its own)."""

    number: int
    frames: tuple[tuple[Word, ...], ...]
