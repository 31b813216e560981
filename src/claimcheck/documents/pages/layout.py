"""Columns of lines -> headings, list items and paragraphs, by their looks."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.documents.model import BlockKind
from claimcheck.documents.page import MINOR_HEADING, Context
from claimcheck.documents.pages.bullets import bullet_length
from claimcheck.documents.pages.columns import Region
from claimcheck.documents.pages.grid import Grid, is_head
from claimcheck.documents.pages.model import Line
from claimcheck.documents.pages.paragraphs import paragraphs_of
from claimcheck.documents.pages.writer import Writer
from claimcheck.documents.sizes import Sizes
from claimcheck.documents.titles import is_shouted, is_title_like


class Layout:
    """Writes columns in the order in which they are read.

    Args:
        writer: takes the paragraphs.
        sizes: of all letters of the document.
        lone: short lines that stand alone are headings; for scans, which do not tell bold letters from others.
    """

    def __init__(self, writer: Writer, sizes: Sizes, *, lone: bool = False) -> None:
        self._writer = writer
        self._sizes = sizes
        self._lone = lone
        self._list = 0
        #: where the bullets of the open lists stand, outermost first
        self._indents: list[float] = []

    def put(self, region: Region) -> None:
        """A column, a stretch of full width, a table."""
        if region.grid is None:
            self._column(region.lines)
        else:
            self._table(region.grid)

    def _table(self, grid: Grid) -> None:
        self._writer.flush()
        sheet = self._writer.sheet
        context = Context(kind=BlockKind.TABLE_CELL, group=sheet.table())
        for number, row in enumerate(grid):
            sheet.row()
            for cell in row:
                sheet.cell(head=number == 0 and is_head(row, grid[1]))
                if cell:
                    self._writer.put(cell, context)
                    self._writer.flush()
        sheet.table_end()

    def _column(self, column: Sequence[Line]) -> None:
        paragraphs = list(paragraphs_of(column))
        for number, paragraph in enumerate(paragraphs):
            level = self._heading_level(paragraph)
            head = 0 if level else bullet_length(paragraph[0].text)
            if not level and self._lone and not head and _stands_alone(paragraph, paragraphs[number + 1 :][:1]):
                level = MINOR_HEADING
            self._put(paragraph, level, head)

    def _put(self, paragraph: Sequence[Line], level: int, head: int) -> None:
        if head:
            self._writer.put(paragraph, self._item(paragraph[0]), skip=head)
            return
        self._list, self._indents = 0, []
        self._writer.put(paragraph, Context(kind=BlockKind.HEADING, level=level) if level else Context())

    def _item(self, line: Line) -> Context:
        self._list = self._list or self._writer.sheet.new_group()
        while self._indents and self._indents[-1] > line.left - line.size / 2:
            self._indents.pop()
        self._indents.append(line.left)
        return Context(kind=BlockKind.LIST_ITEM, level=len(self._indents), group=self._list)

    def _heading_level(self, paragraph: Sequence[Line]) -> int:
        text = " ".join(line.text for line in paragraph)
        level = self._sizes.level(paragraph[0].size, text)
        return level or (MINOR_HEADING if len(paragraph) == 1 and is_shouted(text) else 0)


def _stands_alone(paragraph: Sequence[Line], following: Sequence[Sequence[Line]]) -> bool:
    """One short line that is no sentence, above a longer paragraph."""
    if len(paragraph) > 1 or not following or not is_title_like(paragraph[0].text):
        return False
    return len(following[0]) > 1 or not is_title_like(following[0][0].text)
