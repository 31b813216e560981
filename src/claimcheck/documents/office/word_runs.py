"""The inside of a Word paragraph as a stream: text with its look, line and page breaks, boxes, pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.documents.office.package import local
from claimcheck.documents.office.word_styles import Look, Styles, W

if TYPE_CHECKING:
    from lxml.etree import _Element


class Mark(Enum):
    """What stands between the text."""

    BREAK = auto()
    PAGE = auto()


class Text(NamedTuple):
    """A run of text and how it is set."""

    text: str
    look: Look


class Box(NamedTuple):
    """The content of a text box, which is read when the paragraph is over."""

    content: _Element


class Alt(NamedTuple):
    """What a picture is said to show."""

    text: str


Piece = Text | Mark | Box | Alt

#: never part of what the page says: deleted text, comments, codes of fields, the small print over Ruby characters
_LEFT_OUT = frozenset((
    "pPr", "rPr", "del", "moveFrom", "instrText", "delText", "commentReference", "footnoteReference",
    "endnoteReference", "annotationRef", "rt", "sdtPr", "sdtEndPr", "object",
))  # fmt: skip
_BLOCKS = frozenset(("p", "tbl"))
#: fields that count pages, by the first word of their code
_COUNTS = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"))
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def pieces(paragraph: _Element, look: Look, styles: Styles) -> Iterator[Piece]:
    """The pieces of a paragraph in order."""
    return _Runs(look, styles).inside(paragraph)


class _Runs:
    """Walks through a paragraph; remembers which fields are open."""

    def __init__(self, look: Look, styles: Styles) -> None:
        self._paragraph = look
        self._styles = styles
        #: for each open field, whether its result is a page number
        self._fields: list[bool] = []
        self._steps: dict[str, Callable[[_Element], Iterator[Piece]]] = {
            "r": self._run,
            "drawing": self._drawing,
            "pict": self._drawing,
            "AlternateContent": self._alternate,
            "fldSimple": self._field,
        }

    def inside(self, element: _Element) -> Iterator[Piece]:
        """The pieces inside an element."""
        for child in element:
            name = local(child)
            if name in self._steps:
                yield from self._steps[name](child)
            elif name and name not in _LEFT_OUT and name not in _BLOCKS:
                yield from self.inside(child)

    def _run(self, run: _Element) -> Iterator[Piece]:
        look = self._styles.run(run.find(f"{W}rPr"), self._paragraph)
        if look.left_out:
            return
        for child in run:
            name = local(child)
            if name == "t":
                if child.text and not any(self._fields):
                    yield Text(child.text, look)
            elif name in _SIGNS:
                yield Text(_SIGNS[name], look)
            elif name in ("br", "cr"):
                yield Mark.BREAK
            elif name == "lastRenderedPageBreak":
                yield Mark.PAGE
            elif name == "fldChar":
                self._follow(child.get(f"{W}fldCharType"))
            elif name == "instrText":
                self._code(child.text or "")
            elif name in self._steps:
                yield from self._steps[name](child)

    def _follow(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _code(self, code: str) -> None:
        if self._fields and code.split()[:1] and code.split()[0].upper() in _COUNTS:
            self._fields[-1] = True

    def _field(self, element: _Element) -> Iterator[Piece]:
        code = (element.get(f"{W}instr") or "").split()
        if not code or code[0].upper() not in _COUNTS:
            yield from self.inside(element)

    def _alternate(self, element: _Element) -> Iterator[Piece]:
        """The same thing twice, for new and for old programs: one of them."""
        for child in element:
            found = list(self.inside(child))
            if found:
                yield from found
                return

    def _drawing(self, element: _Element) -> Iterator[Piece]:
        for inner in element.iter():
            name = local(inner)
            if name == "txbxContent" and _outermost(inner, element):
                yield Box(inner)
            elif name == "docPr" and inner.get("descr"):
                yield Alt(inner.get("descr"))


def _outermost(box: _Element, within: _Element) -> bool:
    """No other box of the same drawing holds this one, and it is not the copy for old programs."""
    for above in box.iterancestors():
        if above is within:
            return True
        if local(above) in ("txbxContent", "Fallback"):
            return False
    return True
