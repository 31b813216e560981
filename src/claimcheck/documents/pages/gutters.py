"""The white strips that part columns: found where the gaps of many rows lie over each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from claimcheck.documents.pages.bullets import is_bullet
from claimcheck.documents.pages.rows import Row

#: the narrowest strip between columns, times the size of the letters
_NARROWEST = 0.65
#: how wide a strip is, and how many rows with words on either side of it prove that it parts columns
_PROOF = ((2.0, 2), (0.9, 3), (0.0, 4))
#: in a row of more words a gap must be this many times as wide as the narrowest one, or this many times the size
_OUTSTANDING, _SURELY, _FEW = 1.15, 1.5, 3
#: rows without a strip after which there will be none
_PATIENCE = 4

Strip = tuple[float, float]


class Run(NamedTuple):
    """Rows that the same strips part: `rows[first:end]`."""

    first: int
    end: int
    strips: tuple[Strip, ...]


def find_run(rows: Sequence[Row], gaps: Sequence[Sequence[Strip]], first: int, size: float) -> Run | None:
    """The run that begins at a row, if one does; `gaps` are those of each row, `size` is that of the letters."""
    found = None
    strips = gaps[first]
    low, high = rows[first][0].left, max(word.right for word in rows[first])
    for end in range(first + 1, len(rows) + 1):
        inner = [strip for strip in strips if low < strip[0] and strip[1] < high]
        if inner:
            found = Run(first, end, tuple(inner))
        elif found or end - first >= _PATIENCE:
            break
        if end < len(rows):
            row = rows[end]
            strips = list(_common(strips, gaps[end], _NARROWEST * size))
            if any(_parts(rows[first:end], strip, size) for strip in inner if _is_lost(strip, strips)):
                break  # the columns end here, though others may go on below them
            low, high = min(low, row[0].left), max(high, *(word.right for word in row))
    return _sound(rows, found, size) if found else None


def _is_lost(strip: Strip, strips: Sequence[Strip]) -> bool:
    return not any(other[0] < strip[1] and strip[0] < other[1] for other in strips)


def gaps_of(row: Row, size: float) -> list[Strip]:
    """The white strips of a row, its margins included; the gap after a bullet is none, nor are those between words."""
    strips: list[Strip] = [(-inf, row[0].left)]
    right = row[0].right
    bullet = is_bullet(row[0].text)
    narrowest = _narrowest(row, size)
    for word in row[1:]:
        wide = word.left - right >= narrowest
        if wide and not bullet:
            strips.append((right, word.left))
        bullet = wide and is_bullet(word.text)
        right = max(right, word.right)
    return [*strips, (right, inf)]


def _narrowest(row: Row, size: float) -> float:
    """How wide a gap must be to be no gap between words; in a justified line those are wide, but alike."""
    least = _NARROWEST * size
    if len(row) <= _FEW:
        return least
    between = min(word.left - before.right for before, word in pairwise(row))
    return max(least, min(_OUTSTANDING * between, _SURELY * size))


def _common(strips: Sequence[Strip], others: Sequence[Strip], narrowest: float) -> Iterator[Strip]:
    """The strips that are white in both."""
    mine, yours = 0, 0
    while mine < len(strips) and yours < len(others):
        low, high = max(strips[mine][0], others[yours][0]), min(strips[mine][1], others[yours][1])
        if high - low >= narrowest:
            yield low, high
        if strips[mine][1] < others[yours][1]:
            mine += 1
        else:
            yours += 1


def _sound(rows: Sequence[Row], run: Run, size: float) -> Run | None:
    """The run with those of its strips that part enough rows; None if none is left."""
    inside = rows[run.first : run.end]
    kept = tuple(strip for strip in run.strips if _parts(inside, strip, size))
    return run._replace(strips=kept) if kept else None


def _parts(rows: Sequence[Row], strip: Strip, size: float) -> bool:
    left = sum(row[0].left < strip[0] for row in rows)
    right = sum(row[-1].left >= strip[1] for row in rows)
    width = (strip[1] - strip[0]) / size
    return min(left, right) >= next(rows for narrowest, rows in _PROOF if width >= narrowest)
