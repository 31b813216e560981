"""Cards on a terminal: the same content as in a pipe, laid out to its width with rich.

Only `Text` objects are handed to rich, so that nothing in a record is read as markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING, Final

from claimcheck.reports.card import Card, Fields, Lines, Part, Row, Table
from claimcheck.reports.plain_card import column_widths
from claimcheck.reports.style import Style, one_line

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table as Grid

_INDENT: Final = 2
_GAP: Final = 2
_NARROWEST: Final = 60


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
            for renderable in _part(part, console.width):
                console.print(renderable)
    captured: StringIO = console.file  # type: ignore[assignment]
    return "\n".join(line.rstrip() for line in captured.getvalue().splitlines()) + "\n"


def _console(style: Style) -> Console:
    from rich.console import Console

    return Console(
        file=StringIO(),
        width=None if style.width is None else max(style.width, _NARROWEST),
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


def _part(part: Part, available: int) -> Iterator[RenderableType]:
    if isinstance(part, Fields):
        return _fields(part)
    return _table(part, available) if isinstance(part, Table) else _sentences(part)


def _grid(*widths: int | None) -> Grid:
    from rich.table import Table as Grid

    grid = Grid.grid(padding=(0, _GAP, 0, 0))
    for width in widths:
        grid.add_column(width=width, overflow="fold")
    return grid


def _fields(part: Fields) -> Iterator[RenderableType]:
    grid = _grid(_INDENT, max(len(one_line(label)) for label, _ in part.rows), None)
    for label, value in part.rows:
        grid.add_row("", _text(label, "dim"), _text(value))
    yield grid


def _sentences(part: Lines) -> Iterator[RenderableType]:
    grid = _grid(_INDENT, 1, None)
    for item in part.items:
        grid.add_row("", "-", _text(item))
    yield grid


def _table(part: Table, available: int) -> Iterator[RenderableType]:
    rows = [Row(tuple(map(one_line, row.cells)), row.note) for row in part.rows]
    widths = _fitted(column_widths(part.columns, rows), _longest_words(part.columns, rows), available)
    head = _grid(_INDENT, *widths)
    head.add_row("", *(_text(column, "dim") for column in part.columns))
    yield head
    for row in rows:
        line = _grid(_INDENT, *widths)
        line.add_row("", *map(_text, row.cells))
        yield line
        if row.note:
            beneath = _grid(2 * _INDENT, None)
            beneath.add_row("", _text(row.note, "italic"))
            yield beneath


def _fitted(widths: Sequence[int], words: Sequence[int], available: int) -> list[int]:
    """Column widths that fit: the widest gives way first, and words are cut only when nothing else helps."""
    fitted = list(widths)
    room = available - _INDENT - _GAP * (len(fitted) + 1)
    while sum(fitted) > room and max(fitted) > 1:
        loose = [number for number, width in enumerate(fitted) if width > words[number]]
        widest = max(loose or range(len(fitted)), key=fitted.__getitem__)
        fitted[widest] -= 1
    return fitted


def _longest_words(columns: Sequence[str], rows: Sequence[Row]) -> list[int]:
    texts = ([head, *(row.cells[number] for row in rows)] for number, head in enumerate(columns))
    return [max((len(word) for text in column for word in text.split()), default=1) for column in texts]
