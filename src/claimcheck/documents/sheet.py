"""A document without lines of its own (paged, packed, scanned) is written down: one paragraph a line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from claimcheck.documents.extracted import Extracted
from claimcheck.documents.flow import Flow
from claimcheck.documents.model import Block
from claimcheck.documents.page import Context
from claimcheck.documents.positions import folded

_LINE_ENDS = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
#: a line break inside a paragraph: white space that begins no new line of the source
_BREAK = "\u2028"


class Sheet:
    """Takes text piece by piece, keeps it as the source, and gathers it into blocks."""

    def __init__(self) -> None:
        self._flow = Flow()
        self._pieces: list[str] = []
        self._length = 0
        self._line_start = 0
        self._page_starts: list[int] = []

    def page(self) -> None:
        """A page begins, maybe in the middle of a paragraph."""
        self._page_starts.append(self._length)

    def text(self, text: str, context: Context) -> None:
        """Text that goes on where the last one ended."""
        start = self._length
        self._write(_LINE_ENDS.sub(" ", text))
        self._flow.text(self._pieces[-1], start, context)

    def line_end(self, *, soft: bool = False) -> None:
        """A line break inside a paragraph."""
        self._flow.line_end(self._length, soft=soft)
        self._write(_BREAK)

    def border(self) -> None:
        """The end of a paragraph."""
        self._flow.border()
        if self._length > self._line_start:
            self._write("\n")
            self._line_start = self._length

    def paragraph(self, text: str, context: Context) -> None:
        """A whole paragraph."""
        self.border()
        self.text(text, context)
        self.border()

    def rule(self) -> None:
        """What was said so far is over: another chapter, another post."""
        self.border()
        self._flow.rule()

    def new_group(self) -> int:
        """The number of a list that begins."""
        return self._flow.new_group()

    def table(self) -> int:
        """A table begins; its number."""
        self.border()
        self._flow.tables.open("table", {})
        return self._flow.new_group()

    def row(self) -> None:
        """A row of the table begins."""
        self._flow.tables.open("tr", {})

    def cell(self, *, head: bool = False, span: int = 1) -> None:
        """A cell of the row begins."""
        self.border()
        self._flow.tables.open("th" if head else "td", {"colspan": str(span)})

    def table_end(self) -> None:
        """The table ends."""
        self.border()
        self._flow.tables.close("table")

    def take(self, blocks: Iterable[Block]) -> None:
        """Blocks that another reader has made of a part of the document, each as a paragraph."""
        self.border()
        self._flow.take([self._rewritten(block) for block in blocks])

    def _rewritten(self, block: Block) -> Block:
        text = folded(block.text, block.offsets)[0]
        start = self._length
        self._write(text + "\n")
        self._line_start = self._length
        return replace(block, text=text, offsets=range(start, start + len(text)))

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def extracted(self, notes: Iterable[str] = ()) -> Extracted:
        """All that was written."""
        self.border()
        blocks = tuple(self._settled(block) for block in self._flow.blocks if block.text)
        return Extracted("".join(self._pieces), blocks, tuple(self._page_starts), tuple(notes))

    def _settled(self, block: Block) -> Block:
        """The block with its page, and its places as a range where nothing unseen stands between."""
        first, last = block.offsets[0], block.offsets[-1]
        offsets = range(first, last + 1) if last - first + 1 == len(block.offsets) else block.offsets
        page = bisect_right(self._page_starts, first) or None
        return replace(block, page=page, offsets=offsets)
