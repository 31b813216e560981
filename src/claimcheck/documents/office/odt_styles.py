"""What the styles of an OpenDocument text say: heading, quotation; bold, size; page breaks; hidden text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.documents.model import BlockKind
from claimcheck.documents.office.package import local
from claimcheck.frozen import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS = {
    "Title": (BlockKind.TITLE, 0),
    "Subtitle": (BlockKind.HEADING, 2),
    "Quotations": (BlockKind.QUOTE, 0),
    "Block_20_Text": (BlockKind.QUOTE, 0),
    "Caption": (BlockKind.CAPTION, 0),
}
_POINTS = re.compile(r"(?P<number>\d+(?:\.\d+)?)(?P<unit>pt|%)$")
_BOLD = ("bold", "600", "700", "800", "900")
#: styles that rest on each other in a circle end here
_MOST_ANCESTORS = 20


@dataclass(frozen=True)
class Look:
    """How a paragraph or a span is set.

    Attributes:
        kind, level: as in `Block`.
        bold: its words are.
        size: of its letters in points, 0 where nothing is said.
        hidden: it is not seen.
        new_page: a page begins with it.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    bold: bool = False
    size: float = 0
    hidden: bool = False
    new_page: bool = False


class Styles:
    """The styles of a document by their names; each is worked out once."""

    def __init__(self, roots: Iterable[_Element]) -> None:
        self._elements: dict[tuple[str, str], _Element] = {}
        self._known: dict[tuple[str, str], Look] = {}
        self._usual = Look()
        for style in (element for root in roots for element in root.iter()):
            if local(style) == "style":
                self._elements[attribute(style, "family"), attribute(style, "name")] = style
            elif local(style) == "default-style" and attribute(style, "family") == "paragraph":
                self._usual = _set(style, Look())

    def paragraph(self, name: str) -> Look:
        """The look of a paragraph by the name of its style."""
        return self._look("paragraph", name, self._usual)

    def span(self, name: str, outer: Look) -> Look:
        """The look of a span inside something."""
        look = self._look("text", name, Look())
        return replace(
            outer, bold=outer.bold or look.bold, size=look.size or outer.size, hidden=outer.hidden or look.hidden
        )

    def _look(self, family: str, name: str, look: Look) -> Look:
        key = (family, name)
        if key not in self._known:
            for ancestor, element in reversed(self._chain(family, name)):
                kind, level = _KINDS.get(ancestor, (look.kind, look.level))
                look = replace(look, kind=kind, level=level, new_page=False)
                look = look if element is None else _set(element, look)
            self._known[key] = look
        return self._known[key]

    def _chain(self, family: str, name: str) -> list[tuple[str, _Element | None]]:
        chain: list[tuple[str, _Element | None]] = []
        while name and len(chain) < _MOST_ANCESTORS:
            element = self._elements.get((family, name))
            chain.append((name, element))
            name = "" if element is None else attribute(element, "parent-style-name")
        return chain


def _set(style: _Element, look: Look) -> Look:
    """What a style adds to the one that it is based on."""
    for properties in style:
        weight, size = attribute(properties, "font-weight"), _POINTS.match(attribute(properties, "font-size"))
        if weight:
            look = replace(look, bold=weight in _BOLD)
        if size:
            number = float(size["number"])
            look = replace(look, size=number if size["unit"] == "pt" else look.size * number / 100)
        if attribute(properties, "display") == "none":
            look = replace(look, hidden=True)
        if attribute(properties, "break-before") == "page":
            look = replace(look, new_page=True)
    return look


def attribute(element: _Element, name: str) -> str:
    """An attribute by its name without its namespace, "" where it is missing."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")
