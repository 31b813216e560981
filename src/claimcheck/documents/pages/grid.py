"""Columns whose paragraphs stand side by side, row for row, are a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.documents.pages.model import Line
from claimcheck.documents.pages.paragraphs import paragraphs_of

#: lines of one cell; a table's rows of cells, None where a cell is empty
Cell = list[Line]
Grid = list[list[Cell | None]]

#: fewer rows are columns of prose that begin at one height, longer cells are prose
_FEWEST_ROWS, _MOST_WORDS = 3, 25
#: how far the edges or middles of two cells of a row may be apart, times the size of the letters
_ALIGNED = 0.7


def grid_of(columns: Sequence[Sequence[Line]]) -> Grid | None:
    """The table that the columns make, or None."""
    if any(before.base >= line.base for column in columns for before, line in pairwise(column)):
        return None
    cells = [list(paragraphs_of(column)) for column in columns]
    if len(cells[0]) < _FEWEST_ROWS or any(_words(cell) > _MOST_WORDS for column in cells for cell in column):
        return None
    return _filled([cells[0], *([*_cut(column, cells[0])] for column in cells[1:])]) or _filled(cells)


def _filled(cells: Sequence[Sequence[Cell]]) -> Grid | None:
    """A row for each cell of the first column, or None where another column does not keep to them."""
    grid: Grid = [[first, *([None] * (len(cells) - 1))] for first in cells[0]]
    for number, column in enumerate(cells[1:], 1):
        for cell in column:
            row = next((row for row in grid if row[number] is None and _aligned(row[0], cell)), None)
            if row is None:
                return None
            row[number] = cell
    return grid


def _cut(column: Sequence[Cell], rows: Sequence[Cell]) -> Iterator[Cell]:
    """The cells of a column, cut where they seem to go on over rows of the first."""
    for cell in column:
        part = [cell[0]]
        for line in cell[1:]:
            if any(abs(row[0].base - line.base) <= _ALIGNED * line.size / 2 for row in rows):
                yield part
                part = []
            part.append(line)
        yield part


def is_head(row: Sequence[Cell | None], below: Sequence[Cell | None]) -> bool:
    """The first row is set in bold, the second is not."""
    return _bold(row) and not _bold(below)


def _bold(row: Sequence[Cell | None]) -> bool:
    return all(line.bold for cell in row for line in cell or ())


def _words(cell: Cell) -> int:
    return sum(len(line.words) for line in cell)


def _aligned(cell: Cell | None, other: Cell) -> bool:
    if cell is None:
        return False
    tolerance = _ALIGNED * cell[0].size
    starts = abs(cell[0].base - other[0].base)
    middles = abs((cell[0].base + cell[-1].base) - (other[0].base + other[-1].base)) / 2
    return min(starts, middles) <= tolerance
