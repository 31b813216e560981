"""ODT -> blocks: the text as printed, with notes, headers and footers after it; comments and deletions left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.documents.extracted import Extracted
from claimcheck.documents.limits import Deadline
from claimcheck.documents.model import BlockKind
from claimcheck.documents.office.odt_styles import Look, Styles, attribute
from claimcheck.documents.office.package import local, open_package, parse, part
from claimcheck.documents.options import ReadOptions
from claimcheck.documents.page import MINOR_HEADING, Context
from claimcheck.documents.sheet import Sheet
from claimcheck.documents.sizes import Sizes
from claimcheck.documents.titles import is_shouted

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEFT_OUT = frozenset((
    "annotation", "annotation-end", "tracked-changes", "sequence-decls", "variable-decls", "forms", "table-of-content",
    "alphabetical-index", "note-citation", "page-number", "page-count", "ruby-text", "bibliography", "object", "script",
))  # fmt: skip
_FURNITURE = ("header", "header-first", "header-left", "footer", "footer-first", "footer-left")
_DEEPEST_HEADING = 6


def read(data: bytes, path: str, options: ReadOptions) -> Extracted:
    """The words of an OpenDocument text; its pages are those that the program saw when it saved."""
    with open_package(data, path, options.limits) as archive:
        content = parse(part(archive, "content.xml", path, options.limits))
        styles = parse(part(archive, "styles.xml", path, options.limits))
    writer = _Writer(content, Styles((styles, content)), Deadline(path, options.limits.seconds))
    writer.inside(next(element for element in content.iter() if local(element) == "text"), Context())
    for aside in (*writer.notes, *_furniture(styles)):
        writer.sheet.rule()
        writer.inside(aside, Context())
    return writer.sheet.extracted()


def _furniture(styles: _Element) -> Iterator[_Element]:
    """Headers and footers; what stands on several kinds of pages comes once."""
    seen: set[str] = set()
    for element in styles.iter():
        if local(element) in _FURNITURE:
            text = "".join(element.itertext())
            if text not in seen:
                seen.add(text)
                yield element


class _Writer:
    """Writes what it finds on a sheet."""

    def __init__(self, content: _Element, styles: Styles, deadline: Deadline) -> None:
        self.sheet = Sheet()
        self.notes: list[_Element] = []
        self._styles = styles
        self._deadline = deadline
        #: how the letters are set where the reading stands; None between paragraphs
        self._look: Look | None = None
        #: frames that hang on the open paragraph
        self._frames: list[_Element] = []
        self._sizes = Sizes(_letters(content, styles))
        self._paged = any(local(element) == "soft-page-break" for element in content.iter())
        if self._paged:
            self.sheet.page()
        self._steps: dict[str, Callable[[_Element, Context], None]] = {
            "p": self._paragraph,
            "h": self._paragraph,
            "list": self._list,
            "table": self._table,
            "span": self._span,
            "frame": self._frame,
            "note": self._note,
            "soft-page-break": self._page_end,
            "line-break": self._line_end,
            "s": self._space,
            "tab": self._space,
        }

    def inside(self, element: _Element, context: Context) -> None:
        """All that an element holds."""
        self._text(element.text, context)
        for child in element:
            name = local(child)
            if name in self._steps:
                self._steps[name](child, context)
            elif name and name not in _LEFT_OUT:
                self.inside(child, context)
            self._text(child.tail, context)

    def _text(self, text: str | None, context: Context) -> None:
        """Between paragraphs stands only the white space of the file."""
        if text and self._look and not self._look.hidden:
            self.sheet.text(text, replace(context, bold=self._look.bold))

    def _paragraph(self, element: _Element, outer: Context) -> None:
        self._deadline.step()
        look = self._styles.paragraph(attribute(element, "style-name"))
        if self._paged and look.new_page:
            self.sheet.page()
        self.sheet.border()
        self._look = look
        self.inside(element, self._context(element, look, outer))
        self._look = None
        self.sheet.border()
        frames, self._frames = self._frames, []
        for frame in frames:
            self._frame(frame, outer)

    def _context(self, element: _Element, look: Look, outer: Context) -> Context:
        if local(element) == "h":
            level = attribute(element, "outline-level")
            level_number = min(int(level), _DEEPEST_HEADING) if level.isdecimal() else 1
            return replace(outer, kind=BlockKind.HEADING, level=level_number)
        if outer.kind is not BlockKind.PARAGRAPH:
            return outer
        if look.kind is not BlockKind.PARAGRAPH:
            return replace(outer, kind=look.kind, level=look.level, quoted=look.kind is BlockKind.QUOTE)
        text = "".join(element.itertext())
        level_number = self._sizes.level(look.size, text) or (MINOR_HEADING if is_shouted(text.strip()) else 0)
        return replace(outer, kind=BlockKind.HEADING, level=level_number) if level_number else outer

    def _list(self, element: _Element, outer: Context) -> None:
        group = self.sheet.new_group()
        context = replace(outer, kind=BlockKind.LIST_ITEM, level=outer.lists + 1, lists=outer.lists + 1, group=group)
        self.inside(element, context)

    def _table(self, table: _Element, outer: Context) -> None:
        rows = list(_rows(table))
        if len(rows) < 2 or all(len(cells) < 2 for cells, _ in rows):  # a box around text
            self.inside(table, outer)
            return
        context = replace(outer, kind=BlockKind.TABLE_CELL, level=0, group=self.sheet.table())
        for cells, head in rows:
            self.sheet.row()
            for cell in cells:
                span = attribute(cell, "number-columns-spanned")
                self.sheet.cell(head=head, span=int(span) if span.isdecimal() else 1)
                self.inside(cell, context)
        self.sheet.table_end()

    def _span(self, element: _Element, context: Context) -> None:
        outer = self._look
        self._look = self._styles.span(attribute(element, "style-name"), outer or Look())
        self.inside(element, context)
        self._look = outer

    def _frame(self, frame: _Element, context: Context) -> None:
        """A text box or a picture; it waits until the paragraph is over."""
        if self._look is not None:
            self._frames.append(frame)
            return
        for child in frame:
            if local(child) == "text-box":
                self.inside(child, Context())
            elif local(child) in ("title", "desc") and child.text:
                self.sheet.paragraph(child.text, replace(context, kind=BlockKind.ALT))

    def _note(self, note: _Element, context: Context) -> None:
        self.notes.extend(child for child in note if local(child) == "note-body")

    def _page_end(self, element: _Element, context: Context) -> None:
        if self._paged:
            self.sheet.page()

    def _line_end(self, element: _Element, context: Context) -> None:
        self.sheet.line_end()

    def _space(self, element: _Element, context: Context) -> None:
        self._text(" ", context)


def _rows(table: _Element) -> Iterator[tuple[list[_Element], bool]]:
    """The cells of each row, and whether they are heads."""
    for child in table:
        if local(child) == "table-row":
            heads = local(table) == "table-header-rows"
            yield [cell for cell in child if local(cell) == "table-cell"], heads
        elif local(child) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(child)


def _letters(content: _Element, styles: Styles) -> Iterator[tuple[float, int]]:
    """The size of each paragraph's letters, and how many there are."""
    for element in content.iter():
        if local(element) in ("p", "h"):
            yield styles.paragraph(attribute(element, "style-name")).size, len("".join(element.itertext()))
