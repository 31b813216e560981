"""The words of a page in the order in which they are read: columns one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.documents.pages.grid import Grid, grid_of
from claimcheck.documents.pages.gutters import Run, Strip, find_run, gaps_of
from claimcheck.documents.pages.model import Line, Word
from claimcheck.documents.pages.rows import Row, lines_in, lines_of, rows_of, usual_size

#: columns inside columns that are looked for, and rows beyond which a page is no page of print
_DEEPEST, _MOST_ROWS = 5, 400
#: a gap this many times as high as the letters ends a column that stands alone
_LOW = 1.6


class Region(NamedTuple):
    """A stretch of a page: the lines of a column, or else the cells of a table."""

    lines: list[Line]
    grid: Grid | None = None


def regions(words: Sequence[Word], page: int, depth: int = 0) -> Iterator[Region]:
    """The columns and stretches of full width, in the order in which they are read."""
    rows = rows_of(words)
    if depth > _DEEPEST or not 1 < len(rows) <= _MOST_ROWS:
        yield Region(lines_in(rows, page))
        return
    size, at, done = usual_size(words), 0, 0
    gaps = [gaps_of(row, size) for row in rows]
    while at < len(rows):
        run = _run(rows, gaps, at, size)
        if run is None:
            at += 1
            continue
        if run.first > done:
            yield Region(lines_in(rows[done : run.first], page))
        yield from _inside(_columns(rows, run), page, depth)
        at = done = run.end
    if done < len(rows):
        yield Region(lines_in(rows[done:], page))


def _run(rows: Sequence[Row], gaps: Sequence[Sequence[Strip]], at: int, size: float) -> Run | None:
    """The run that begins at a row or little below it, where rows of full width may have hidden some of its strips."""
    run = find_run(rows, gaps, at, size)
    if run is None:
        return None
    run = _trimmed(rows, run)
    again = find_run(rows, gaps, run.first, size) if run.first > at else None
    return _trimmed(rows, again) if again else run


def _inside(columns: Sequence[Sequence[Word]], page: int, depth: int) -> Iterator[Region]:
    """A table, or one column after the other."""
    grid = grid_of([lines_of(column, page) for column in columns])
    if grid is not None:
        yield Region([], grid)
        return
    for column in columns:
        yield from regions(column, page, depth + 1)


def _columns(rows: Sequence[Row], run: Run) -> list[list[Word]]:
    columns: list[list[Word]] = [[] for _ in range(len(run.strips) + 1)]
    for row in rows[run.first : run.end]:
        for word in row:
            columns[sum(strip[1] <= word.left for strip in run.strips)].append(word)
    return [column for column in columns if column]


def _trimmed(rows: Sequence[Row], run: Run) -> Run:
    """The run without short lines of full width above and below it, which seem to stand in its first column."""
    edge = run.strips[0][1]
    beside = [number for number in range(run.first, run.end) if rows[number][-1].left >= edge]
    top = min(word.top for word in rows[beside[0]])
    first = beside[0]
    while first > run.first and max(word.bottom for word in rows[first - 1]) > top:
        first -= 1
    end = beside[-1] + 1
    while end < run.end and not _is_apart(rows[end - 1], rows[end]):
        end += 1
    return run._replace(first=first, end=end)


def _is_apart(row: Row, following: Row) -> bool:
    """There is more white between two rows than between lines."""
    return following[0].base - row[0].base > _LOW * max(
        row[0].bottom - row[0].top, following[0].bottom - following[0].top
    )
