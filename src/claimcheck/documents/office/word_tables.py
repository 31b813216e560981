"""The shape of a table in a Word document: its rows and cells, which of them are heads, whether it is one at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.documents.office.package import local
from claimcheck.documents.office.word_styles import W, value

if TYPE_CHECKING:
    from lxml.etree import _Element

#: a cell with more words is no head
_MOST_WORDS = 8
_FIRST_ROW = 0x20
_WRAPPERS = ("sdt", "sdtContent", "customXml", "ins")


class Cell(NamedTuple):
    """A cell, how many columns it takes, and whether it only carries on the one above."""

    element: _Element
    span: int
    carries_on: bool


class Row(NamedTuple):
    """A row and whether its cells are heads."""

    cells: list[Cell]
    head: bool


def rows_of(table: _Element) -> list[Row]:
    """The rows of a table."""
    rows = [[_cell(cell) for cell in _children(row, "tc")] for row in _children(table, "tr")]
    first = next(_children(table, "tr"), None)
    headed = first is not None and len(rows) > 1 and (_marked(first) or _looks_headed(table)) and _short(rows[0])
    return [Row(cells, headed and number == 0) for number, cells in enumerate(rows)]


def is_layout(rows: list[Row]) -> bool:
    """One row or one column: a box around text, or columns of it."""
    return len(rows) < 2 or all(len(row.cells) < 2 for row in rows)


def _children(element: _Element, name: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, also those that a form wraps."""
    for child in element:
        if local(child) == name:
            yield child
        elif local(child) in _WRAPPERS:
            yield from _children(child, name)


def _cell(element: _Element) -> Cell:
    properties = element.find(f"{W}tcPr")
    if properties is None:
        return Cell(element, 1, carries_on=False)
    merged = properties.find(f"{W}vMerge")
    span = value(properties, "gridSpan") or "1"
    carries_on = merged is not None and merged.get(f"{W}val") != "restart"
    return Cell(element, int(span) if span.isdecimal() else 1, carries_on)


def _marked(row: _Element) -> bool:
    """The row is repeated on each page that the table goes on."""
    return row.find(f"{W}trPr/{W}tblHeader") is not None


def _looks_headed(table: _Element) -> bool:
    """The table's style sets its first row apart."""
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None:
        return False
    if look.get(f"{W}firstRow") is not None:
        return look.get(f"{W}firstRow") in ("1", "true")
    try:
        return bool(int(look.get(f"{W}val") or "0", 16) & _FIRST_ROW)
    except ValueError:
        return False


def _short(cells: list[Cell]) -> bool:
    words = ("".join(text.text or "" for text in cell.element.iter(f"{W}t")).split() for cell in cells)
    return all(len(found) <= _MOST_WORDS for found in words)
