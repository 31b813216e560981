"""Which head stands over a table cell and which before it, followed as the cells go by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

#: no table of copy is wider
_WIDEST = 1000


@dataclass(slots=True)
class _Table:
    """An open table: where the reading stands, and the heads seen so far."""

    row: int = 0
    column: int = 0
    width: int = 0
    heading: bool = False
    fresh: bool = True
    heads: dict[int, str] = field(default_factory=dict)
    row_head: str | None = None


class Tables:
    """The open tables, innermost last. A cell that stands outside any table has no heads."""

    def __init__(self) -> None:
        self._open: list[_Table] = []

    def open(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """Follows a start tag: `table`, `tr`, `td`, `th`."""
        if tag == "table":
            self._open.append(_Table())
        elif tag == "tr" and self._open:
            table = self._open[-1]
            table.row, table.column, table.width, table.row_head = table.row + 1, 0, 0, None
        elif tag in ("td", "th") and self._open:
            table = self._open[-1]
            table.column += table.width
            table.width = _span(attributes.get("colspan"))
            table.heading, table.fresh = tag == "th", True

    def close(self, tag: str) -> None:
        """Follows an end tag."""
        if tag == "table" and self._open:
            self._open.pop()

    def heads(self, text: str) -> tuple[str | None, str | None]:
        """The column's and the row's head of the cell that holds this text; it may be a head itself."""
        if not self._open:
            return None, None
        table = self._open[-1]
        column_head, row_head = table.heads.get(table.column), table.row_head
        if table.fresh:
            table.fresh = False
            if table.heading and table.row <= 1:
                table.heads[table.column] = text
                return None, None
            if table.column == 0:
                table.row_head = text
        return column_head, row_head if table.column else None


def _span(value: str | None) -> int:
    return min(max(int(value), 1), _WIDEST) if value and value.isascii() and value.isdigit() else 1
