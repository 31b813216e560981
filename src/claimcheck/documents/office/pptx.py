"""PPTX -> blocks: what each slide shows, in its reading order; speaker's notes and hidden slides are left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

from claimcheck.documents.extracted import Extracted
from claimcheck.documents.limits import Deadline
from claimcheck.documents.model import BlockKind
from claimcheck.documents.office.package import local, open_package
from claimcheck.documents.options import ReadOptions
from claimcheck.documents.page import MINOR_HEADING, Context
from claimcheck.documents.sheet import Sheet
from claimcheck.documents.sizes import Sizes
from claimcheck.documents.titles import is_shouted

if TYPE_CHECKING:
    from lxml.etree import _Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
#: size of letters where nothing is said, in hundredths of a point
_USUAL_SIZE = 1800
_BULLETS = ("buChar", "buAutoNum", "buBlip")
_COUNTS = ("slidenum", "datetime")


def read(data: bytes, path: str, options: ReadOptions) -> Extracted:
    """The words of a presentation, slide by slide."""
    from pptx import Presentation

    open_package(data, path, options.limits).close()
    slides = list(Presentation(BytesIO(data)).slides)
    writer = _Writer(_sizes(slides), Deadline(path, options.limits.seconds))
    for slide in slides:
        writer.slide(slide)
    return writer.sheet.extracted()


def _sizes(slides: Sequence[Any]) -> Sizes:
    return Sizes(
        (_size(run), len(run.findtext(f"{A}t") or "")) for slide in slides for run in slide.element.iter(f"{A}r")
    )


def _size(run: _Element) -> int:
    size = (run.find(f"{A}rPr") if run.find(f"{A}rPr") is not None else run).get("sz") or ""
    return int(size) if size.isdecimal() else _USUAL_SIZE


class _Writer:
    """Writes what it finds on a sheet, a page for each slide."""

    def __init__(self, sizes: Sizes, deadline: Deadline) -> None:
        self.sheet = Sheet()
        self._sizes = sizes
        self._deadline = deadline
        self._title_level = 1

    def slide(self, slide: Any) -> None:
        """Everything on a slide, its title first."""
        self.sheet.page()
        if slide.element.get("show") == "0":
            return
        title = slide.shapes.title
        if title is not None and title.text_frame.text.strip():
            self._frame(title.text_frame, Context(kind=BlockKind.HEADING, level=self._title_level), listed=False)
            self._title_level = 2
        for shape in slide.shapes:
            if title is None or shape.shape_id != title.shape_id:
                self._shape(shape)

    def _shape(self, shape: Any) -> None:
        if shape.is_placeholder and _is_furniture(shape):
            return
        for inner in getattr(shape, "shapes", ()):  # a group
            self._shape(inner)
        if shape.has_text_frame:
            self._frame(shape.text_frame, Context(), listed=_is_body(shape))
        elif getattr(shape, "has_table", False):
            self._table(shape.table)
        alt = shape.element.xpath(".//p:cNvPr/@descr")[:1]
        if alt and local(shape.element) == "pic":
            self.sheet.paragraph(str(alt[0]), Context(kind=BlockKind.ALT))

    def _frame(self, frame: Any, outer: Context, *, listed: bool) -> None:
        """The paragraphs of a shape; `listed` where they have bullets unless they say otherwise."""
        group = 0
        for paragraph in frame.paragraphs:
            self._deadline.step()
            context = outer
            if outer.kind is BlockKind.PARAGRAPH:
                is_item = _is_item(paragraph, listed)
                group = (group or self.sheet.new_group()) if is_item else 0
                context = self._context(paragraph, outer, group)
            self._paragraph(paragraph, context)

    def _context(self, paragraph: Any, outer: Context, group: int) -> Context:
        if group:
            return replace(outer, kind=BlockKind.LIST_ITEM, level=paragraph.level + 1, group=group)
        sizes = [_size(run) for run in paragraph._p.iter(f"{A}r")]
        level = self._sizes.level(min(sizes), paragraph.text) if sizes else 0
        level = level + 1 if level else MINOR_HEADING if is_shouted(paragraph.text.strip()) else 0
        return replace(outer, kind=BlockKind.HEADING, level=level) if level else outer

    def _paragraph(self, paragraph: Any, context: Context) -> None:
        self.sheet.border()
        for child in paragraph._p:
            if local(child) == "br":
                self.sheet.line_end()
            elif local(child) in ("r", "fld") and not (child.get("type") or "").startswith(_COUNTS):
                properties = child.find(f"{A}rPr")
                bold = properties is not None and properties.get("b") in ("1", "true")
                self.sheet.text(child.findtext(f"{A}t") or "", replace(context, bold=bold))
        self.sheet.border()

    def _table(self, table: Any) -> None:
        context = Context(kind=BlockKind.TABLE_CELL, group=self.sheet.table())
        for number, row in enumerate(table.rows):
            self.sheet.row()
            for cell in row.cells:
                self.sheet.cell(head=number == 0 and bool(table.first_row), span=cell.span_width)
                if not cell.is_spanned:
                    self._frame(cell.text_frame, context, listed=False)
        self.sheet.table_end()


def _is_furniture(shape: Any) -> bool:
    from pptx.enum.shapes import PP_PLACEHOLDER as KINDS

    return shape.placeholder_format.type in (KINDS.DATE, KINDS.FOOTER, KINDS.SLIDE_NUMBER)


def _is_body(shape: Any) -> bool:
    from pptx.enum.shapes import PP_PLACEHOLDER as KINDS

    return shape.is_placeholder and shape.placeholder_format.type in (KINDS.BODY, KINDS.OBJECT)


def _is_item(paragraph: Any, listed: bool) -> bool:
    """The paragraph has a bullet, by itself or by the place where it stands."""
    names = set(_property_names(paragraph))
    return bool(names.intersection(_BULLETS)) or (listed and "buNone" not in names)


def _property_names(paragraph: Any) -> Iterator[str]:
    properties = paragraph._p.find(f"{A}pPr")
    return (local(child) for child in (() if properties is None else properties))
