"""Words -> rows, those that stand beside each other; and rows -> lines, cut at wide gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from claimcheck.documents.pages.model import Line, Word, line_of

Row = list[Word]
#: share of the letters' size by which words of one row may stand higher or lower (a raised figure)
_TOLERANCE = 0.6
#: a gap this many times as wide as the letters are high parts two lines
_WIDE = 3.0


def rows_of(words: Sequence[Word]) -> list[Row]:
    """The rows from top to bottom, each from left to right."""
    rows: list[Row] = []
    base = size = 0.0
    for word in sorted(words, key=lambda word: (word.base, word.left)):
        if rows and word.base - base <= _TOLERANCE * min(word.size, size):
            rows[-1].append(word)
        else:
            rows.append([word])
            base, size = word.base, word.size
    for row in rows:
        row.sort(key=lambda word: word.left)
    return rows


def lines_of(words: Sequence[Word], page: int) -> list[Line]:
    """The lines of a column."""
    return lines_in(rows_of(words), page)


def lines_in(rows: Iterable[Row], page: int) -> list[Line]:
    """The lines of rows."""
    return [line_of(part, page) for row in rows for part in _parts(row)]


def _parts(row: Row) -> Iterator[Row]:
    part = [row[0]]
    for word in row[1:]:
        if word.left - part[-1].right > _WIDE * word.size:
            yield part
            part = []
        part.append(word)
    yield part


def usual_size(words: Sequence[Word]) -> float:
    """The size of most words."""
    return median(word.size for word in words)
