"""DOCX -> blocks: the text as printed, with notes, headers and footers after it; comments and deletions left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from claimcheck.documents.extracted import Extracted
from claimcheck.documents.limits import Deadline
from claimcheck.documents.model import BlockKind
from claimcheck.documents.office.package import local, open_package
from claimcheck.documents.office.word_parts import parts_outside
from claimcheck.documents.office.word_runs import Alt, Box, Mark, Piece, Text, pieces
from claimcheck.documents.office.word_styles import Look, Styles, W
from claimcheck.documents.office.word_tables import is_layout, rows_of
from claimcheck.documents.options import ReadOptions
from claimcheck.documents.page import MINOR_HEADING, Context
from claimcheck.documents.sheet import Sheet
from claimcheck.documents.sizes import Sizes
from claimcheck.documents.titles import is_shouted

if TYPE_CHECKING:
    from lxml.etree import _Element

_WRAPPERS = frozenset(("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "AlternateContent", "Choice"))


def read(data: bytes, path: str, options: ReadOptions) -> Extracted:
    """The words of a Word document; its pages are those that Word saw when it saved."""
    from docx import Document

    open_package(data, path, options.limits).close()
    document = Document(BytesIO(data))
    body = document.element.body
    writer = _Writer(Styles(document.styles.element), body, Deadline(path, options.limits.seconds))
    writer.blocks(body, Context())
    for content in parts_outside(document):
        writer.sheet.rule()
        writer.blocks(content, Context())
    return writer.sheet.extracted()


class _Writer:
    """Writes what it finds on a sheet."""

    def __init__(self, styles: Styles, body: _Element, deadline: Deadline) -> None:
        self.sheet = Sheet()
        self._styles = styles
        self._deadline = deadline
        #: the number of the list that goes on, 0 where none does
        self._list = 0
        self._sizes = Sizes(_letters(body, styles, deadline))
        if next(body.iter(f"{W}lastRenderedPageBreak"), None) is not None:
            self.sheet.page()

    def blocks(self, container: _Element, context: Context) -> None:
        """Everything in a body, a cell, a box."""
        for child in container:
            name = local(child)
            if name == "p":
                self._paragraph(child, context)
            elif name == "tbl":
                self._table(child, context)
            elif name in _WRAPPERS:
                self.blocks(child, context)

    def _paragraph(self, paragraph: _Element, outer: Context) -> None:
        self._deadline.step()
        look = self._styles.paragraph(paragraph.find(f"{W}pPr"))
        found = list(pieces(paragraph, look, self._styles))
        texts = [piece for piece in found if isinstance(piece, Text) and not piece.text.isspace()]
        self._write(found, self._context(look, texts, outer) if texts and not look.left_out else None)
        self._beside(found, outer)

    def _write(self, found: Sequence[Piece], context: Context | None) -> None:
        """Without a context there is nothing to read but the ends of pages."""
        self.sheet.border()
        for piece in found:
            if piece is Mark.PAGE:
                self.sheet.page()
            elif context and isinstance(piece, Text):
                self.sheet.text(piece.text, replace(context, bold=piece.look.bold))
            elif context and piece is Mark.BREAK:
                self.sheet.line_end()
        self.sheet.border()

    def _beside(self, found: Sequence[Piece], outer: Context) -> None:
        """Boxes and pictures that hang on the paragraph."""
        for piece in found:
            if isinstance(piece, Box):
                self._list = 0
                self.blocks(piece.content, Context())
            elif isinstance(piece, Alt):
                self.sheet.paragraph(piece.text, replace(outer, kind=BlockKind.ALT))

    def _context(self, look: Look, texts: Sequence[Text], outer: Context) -> Context:
        if look.listed and look.kind is BlockKind.PARAGRAPH:
            self._list = self._list or self.sheet.new_group()
            return replace(outer, kind=BlockKind.LIST_ITEM, level=look.listed, group=self._list)
        self._list = 0
        kind, level = look.kind, look.level
        if kind is BlockKind.PARAGRAPH:
            if outer.kind is not BlockKind.PARAGRAPH:
                return outer
            level = self._heading_level("".join(piece.text for piece in texts), texts)
            kind = BlockKind.HEADING if level else kind
        return replace(outer, kind=kind, level=level, quoted=kind is BlockKind.QUOTE)

    def _heading_level(self, text: str, texts: Sequence[Text]) -> int:
        """Of a paragraph that no style calls a heading: by its size, by its capitals; 0 for prose."""
        level = self._sizes.level(min(piece.look.size for piece in texts), text)
        return level or (MINOR_HEADING if is_shouted(text.strip()) else 0)

    def _table(self, table: _Element, outer: Context) -> None:
        self._list = 0
        rows = rows_of(table)
        if is_layout(rows):
            for cell in (cell for row in rows for cell in row.cells):
                self.blocks(cell.element, outer)
            return
        inner = replace(outer, kind=BlockKind.TABLE_CELL, level=0, group=self.sheet.table())
        for row in rows:
            self.sheet.row()
            for cell in row.cells:
                self.sheet.cell(head=row.head, span=cell.span)
                if not cell.carries_on:
                    self.blocks(cell.element, inner)
        self.sheet.table_end()


def _letters(body: _Element, styles: Styles, deadline: Deadline) -> Iterator[tuple[int, int]]:
    """The size of each run's letters, and how many there are."""
    for paragraph in body.iter(f"{W}p"):
        deadline.step()
        look = styles.paragraph(paragraph.find(f"{W}pPr"))
        for run in paragraph.iterfind(f"{W}r"):
            count = sum(len(text.text or "") for text in run.iterfind(f"{W}t"))
            yield styles.run(run.find(f"{W}rPr"), look).size, count
