"""Where the parser's text stands in the source: it drops indents, quote marks and bullets, and we find them again."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.frozen import dataclass

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(frozen=True)
class Region:
    """A piece of the parser's text with the source offset of each of its code points, and one more for its end."""

    text: str
    offsets: Sequence[int]

    def through(self, places: Sequence[int]) -> Sequence[int]:
        """The source offsets of places in the text."""
        return array("q", (self.offsets[place] for place in places))


class Regions:
    """Finds tokens in a source by their line numbers."""

    def __init__(self, source: str) -> None:
        self._lines = source.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        #: where the last cell of a table row ended: line, column
        self._cell = (0, 0)

    def lines(self, token: Token) -> Region:
        """The region of a paragraph, a heading or a piece of HTML."""
        first = token.map[0] if token.map else 0
        if "\n" not in token.content:
            return Region(token.content, self._find(first, token.content, None))
        offsets = array("q")
        for number, text in enumerate(token.content.split("\n"), first):
            offsets.extend(self._find(number, text, None))
        return Region(token.content, offsets)

    def cell(self, token: Token) -> Region:
        """The region of a table cell; the cells of a row must be asked for in order."""
        row = token.map[0] if token.map else 0
        column = self._cell[1] if self._cell[0] == row else 0
        offsets = self._find(row, token.content, column)
        self._cell = (row, offsets[-1] - self._starts[row])
        return Region(token.content, offsets)

    def _find(self, number: int, text: str, column: int | None) -> Sequence[int]:
        """Offsets of a line's text and of its end: the first from a column on, or the last of the line."""
        if number >= len(self._lines):
            return array("q", [self._starts[-1] - 1] * (len(text) + 1))
        line, start = self._lines[number], self._starts[number]
        found = line.rfind(text) if column is None else line.find(text, column)
        if found >= 0:
            return range(start + found, start + found + len(text) + 1)
        return self._aligned(line, start, text, column or 0)

    def _aligned(self, line: str, start: int, text: str, column: int) -> Sequence[int]:
        """Offsets of a text that the line holds with more marks between, such as `\\|` in a table."""
        offsets = array("q")
        at = column
        for char in text:
            found = line.find(char, at)
            at = found if found >= 0 else min(at, max(len(line) - 1, 0))
            offsets.append(start + at)
            at += found >= 0
        offsets.append(start + min(at, len(line)))
        return offsets
