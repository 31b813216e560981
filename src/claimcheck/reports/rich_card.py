"""Cards on a terminal: the same content as in a pipe, laid out to its width with rich.

Only `Text` objects are handed to rich, so that nothing in a record is read as markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING, Final

from claimcheck.reports.card import Card, Fields, Lines, Part, Row, Table
from claimcheck.reports.plain_card import column_widths
from claimcheck.reports.style import Style, one_line

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table as Grid

_WIDEST_CELL: Final = 40


def render(card: Card, style: Style) -> str:
    """The card as text, with colour if the style has it."""
    console = _console(style)
    console.print(_text(card.title, "bold"))
    if card.lead:
        console.print(_text(card.lead))
    for section in card.sections:
        console.print()
        if section.title:
            console.print(_text(section.title, "bold underline"))
        for part in section.parts:
            for renderable in _part(part):
                console.print(renderable)
    captured: StringIO = console.file  # type: ignore[assignment]
    return "\n".join(line.rstrip() for line in captured.getvalue().splitlines()) + "\n"


def _console(style: Style) -> Console:
    from rich.console import Console

    return Console(
        file=StringIO(),
        width=style.width,
        force_terminal=style.color,
        no_color=not style.color,
        color_system="standard" if style.color else None,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )


def _text(text: str, style: str = "") -> RenderableType:
    from rich.text import Text

    return Text(one_line(text), style=style)


def _part(part: Part) -> Iterator[RenderableType]:
    if isinstance(part, Fields):
        return _fields(part)
    return _table(part) if isinstance(part, Table) else _sentences(part)


def _grid(*widths: int | None) -> Grid:
    from rich.table import Table as Grid

    grid = Grid.grid(padding=(0, 2, 0, 0))
    for width in widths:
        grid.add_column(width=width, overflow="fold")
    return grid


def _fields(part: Fields) -> Iterator[RenderableType]:
    grid = _grid(2, max(len(label) for label, _ in part.rows), None)
    for label, value in part.rows:
        grid.add_row("", _text(label, "dim"), _text(value))
    yield grid


def _sentences(part: Lines) -> Iterator[RenderableType]:
    grid = _grid(2, 1, None)
    for item in part.items:
        grid.add_row("", "-", _text(item))
    yield grid


def _table(part: Table) -> Iterator[RenderableType]:
    rows = [Row(tuple(map(one_line, row.cells)), row.note) for row in part.rows]
    widths = [min(width, _WIDEST_CELL) for width in column_widths(part.columns, rows)]
    head = _grid(2, *widths)
    head.add_row("", *(_text(column, "dim") for column in part.columns))
    yield head
    for row in rows:
        line = _grid(2, *widths)
        line.add_row("", *map(_text, row.cells))
        yield line
        if row.note:
            beneath = _grid(4, None)
            beneath.add_row("", _text(row.note, "italic"))
            yield beneath
