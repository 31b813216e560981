"""Cards as plain text: the same bytes in every pipe, no line ever wrapped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from claimcheck.reports.card import Card, Fields, Lines, Part, Row, Table
from claimcheck.reports.style import one_line

_GAP: Final = "  "


def render(card: Card) -> str:
    """The card as text that ends in a line feed."""
    lines = [one_line(card.title)]
    if card.lead:
        lines.append(one_line(card.lead))
    for section in card.sections:
        lines.append("")
        if section.title:
            lines.append(one_line(section.title))
        for part in section.parts:
            lines.extend(_GAP + line for line in _part(part))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _part(part: Part) -> Iterator[str]:
    if isinstance(part, Fields):
        return _fields(part)
    return _table(part) if isinstance(part, Table) else _sentences(part)


def _fields(part: Fields) -> Iterator[str]:
    rows = [(one_line(label), one_line(value)) for label, value in part.rows]
    width = max(len(label) for label, _ in rows)
    yield from (f"{label:<{width}}{_GAP}{value}" for label, value in rows)


def _sentences(part: Lines) -> Iterator[str]:
    yield from (f"- {one_line(item)}" for item in part.items)


def _table(part: Table) -> Iterator[str]:
    rows = [Row(tuple(map(one_line, row.cells)), row.note) for row in part.rows]
    widths = column_widths(part.columns, rows)
    yield _line(part.columns, widths)
    for row in rows:
        yield _line(row.cells, widths)
        if row.note:
            yield f"{_GAP * 2}{one_line(row.note)}"


def column_widths(columns: Sequence[str], rows: Sequence[Row]) -> list[int]:
    """How wide each column must be for its widest cell."""
    return [max(len(head), *(len(row.cells[i]) for row in rows)) for i, head in enumerate(columns)]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return _GAP.join(f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True))
