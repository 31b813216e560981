"""The tags of a PDF: a tree of paragraphs, headings, lists and tables, whose leaves number the marked content."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from ctypes import create_string_buffer
from typing import TYPE_CHECKING, Any

from claimcheck.frozen import dataclass

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

#: bounds on a tree that leads in circles or down without end
_DEEPEST, _MOST_NODES, _LONGEST_NAME = 60, 50_000, 4_000


@dataclass(frozen=True)
class Node:
    """A piece of the tree of one page.

    Attributes:
        role: its type as the standard names it: `P`, `H1`, `L`, `LI`, `Table`, `TH`, `Figure`, ...
        contents: the numbers of the marked content in it, and nodes, in reading order.
        alt: what a picture is said to show.
    """

    role: str
    contents: tuple[int | Node, ...]
    alt: str = ""

    def tags(self) -> Iterator[int]:
        """The numbers of all marked content below it."""
        for content in self.contents:
            if isinstance(content, Node):
                yield from content.tags()
            else:
                yield content


def tree_of(page: PdfPage) -> Node | None:
    """The part of a document's tree that stands on a page, or None where there are no tags."""
    from pypdfium2 import raw

    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return None
    try:
        count = raw.FPDF_StructTree_CountChildren(tree)
        roots = (raw.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(max(count, 0)))
        reader = _Reader(raw)
        return Node("Document", tuple(reader.node(root, 0) for root in roots if root))
    finally:
        raw.FPDF_StructTree_Close(tree)


class _Reader:
    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self._nodes = 0

    def node(self, element: Any, depth: int) -> Node:
        """An element with all below it."""
        raw = self._raw
        self._nodes += 1
        role = _text(raw.FPDF_StructElement_GetType, element)
        alt = _text(raw.FPDF_StructElement_GetAltText, element) if role == "Figure" else ""
        return Node(role, tuple(self._contents(element, depth)), alt)

    def _contents(self, element: Any, depth: int) -> Iterator[int | Node]:
        raw = self._raw
        for at in range(max(raw.FPDF_StructElement_CountChildren(element), 0)):
            child = raw.FPDF_StructElement_GetChildAtIndex(element, at)
            if not child:
                tag = raw.FPDF_StructElement_GetChildMarkedContentID(element, at)
                if tag >= 0:
                    yield tag
            elif depth < _DEEPEST and self._nodes < _MOST_NODES:
                yield self.node(child, depth + 1)


def _text(ask: Callable[[Any, Any, int], int], element: Any) -> str:
    """A string in the way of pdfium: ask for its length, then for its bytes."""
    length = ask(element, None, 0)
    if not 2 < length <= _LONGEST_NAME:
        return ""
    buffer = create_string_buffer(length)
    ask(element, buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")
