"""What the styles of a Word document say about a paragraph: heading, list item, quotation; bold; its size."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.documents.model import BlockKind
from claimcheck.documents.office.package import local
from claimcheck.frozen import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading (?P<level>[1-9])\b", re.IGNORECASE)
_TABLE_OF_CONTENTS = re.compile(r"(?:toc|contents|index) (?:\d|heading)", re.IGNORECASE)
_KINDS = (
    ("title", BlockKind.TITLE),
    ("quote", BlockKind.QUOTE),
    ("quotation", BlockKind.QUOTE),
    ("block text", BlockKind.QUOTE),
    ("caption", BlockKind.CAPTION),
)
_DEEPEST_HEADING, _OFF = 6, ("0", "false", "off", "none")
#: styles that rest on each other in a circle end here
_MOST_ANCESTORS = 20


@dataclass(frozen=True)
class Look:
    """How a paragraph or a run is set.

    Attributes:
        kind, level: as in `Block`.
        listed: nesting depth of a list item, 0 where it is none.
        bold: all its words are, unless they say otherwise.
        size: of its letters in half points, 0 where nothing is said.
        left_out: it is no part of what the document says: a table of contents, hidden text.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    listed: int = 0
    bold: bool = False
    size: int = 0
    left_out: bool = False


class Styles:
    """The styles of a document by their ids; each is worked out once."""

    def __init__(self, root: _Element) -> None:
        self._elements = {style.get(f"{W}styleId"): style for style in root.iterfind(f"{W}style")}
        default = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._plain = Look() if default is None else letters(default, Look())
        self._known: dict[str | None, Look] = {}
        usual = (s.get(f"{W}styleId") for s in root.iterfind(f"{W}style[@{W}default='1']") if _is_paragraph(s))
        self._usual = next(usual, None)

    def paragraph(self, properties: _Element | None) -> Look:
        """The look of a paragraph by its `w:pPr`."""
        if properties is None:
            return self.named(self._usual)
        style = value(properties, "pStyle")
        return _set(properties, self.named(style if style in self._elements else self._usual))

    def run(self, properties: _Element | None, paragraph: Look) -> Look:
        """The look of a run by its `w:rPr`."""
        if properties is None:
            return paragraph
        style = value(properties, "rStyle")
        outer = paragraph
        if style in self._elements:
            named = self.named(style)
            outer = replace(paragraph, bold=paragraph.bold or named.bold, size=named.size or paragraph.size)
        return letters(properties, outer)

    def named(self, style: str | None) -> Look:
        """The look of a style, with what it takes from the styles that it is based on."""
        if style not in self._known:
            look = self._plain
            for element in reversed(self._chain(style)):
                look = _styled(element, look)
            self._known[style] = look
        return self._known[style]

    def _chain(self, style: str | None) -> list[_Element]:
        chain: list[_Element] = []
        while style in self._elements and len(chain) < _MOST_ANCESTORS:
            chain.append(self._elements[style])
            style = value(chain[-1], "basedOn")
        return chain


def _is_paragraph(style: _Element) -> bool:
    return bool(style.get(f"{W}type") == "paragraph")


def _styled(style: _Element, base: Look) -> Look:
    """What a style adds to the one that it is based on."""
    look = _by_name(value(style, "name") or "", base)
    for child in style:
        if local(child) == "pPr":
            look = _set(child, look)
        elif local(child) == "rPr":
            look = letters(child, look)
    return look


def _by_name(name: str, base: Look) -> Look:
    heading = _HEADING.match(name)
    if heading:
        return replace(base, kind=BlockKind.HEADING, level=min(int(heading["level"]), _DEEPEST_HEADING))
    if _TABLE_OF_CONTENTS.match(name):
        return replace(base, left_out=True)
    if name.lower() == "subtitle":
        return replace(base, kind=BlockKind.HEADING, level=2)
    kind = next((kind for word, kind in _KINDS if word in name.lower()), base.kind)
    return replace(base, kind=kind, level=0) if kind is not base.kind else base


def _set(properties: _Element, look: Look) -> Look:
    """What the properties of a paragraph say: its place in the outline, its list."""
    outline = value(properties, "outlineLvl")
    if outline is not None and outline.isdecimal() and int(outline) < _DEEPEST_HEADING:
        look = replace(look, kind=BlockKind.HEADING, level=int(outline) + 1)
    numbers = properties.find(f"{W}numPr")
    if numbers is None:
        return look
    number, depth = value(numbers, "numId"), value(numbers, "ilvl") or "0"
    return replace(look, listed=0 if number == "0" else 1 + min(int(depth) if depth.isdecimal() else 0, 8))


def letters(properties: _Element, look: Look) -> Look:
    """What the properties of letters say: bold, size, hidden."""
    for child in properties:
        name, said = local(child), child.get(f"{W}val")
        if name == "b":
            look = replace(look, bold=said not in _OFF)
        elif name == "sz" and said and said.isdecimal():
            look = replace(look, size=int(said))
        elif name in ("vanish", "webHidden"):
            look = replace(look, left_out=said not in _OFF)
    return look


def value(element: _Element, name: str) -> str | None:
    """The value of a child, or None."""
    child = element.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")
