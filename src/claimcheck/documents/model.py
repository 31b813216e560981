"""What every reader makes of a file: blocks of clean text that remember where they stood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from claimcheck.frozen import dataclass

if TYPE_CHECKING:
    from claimcheck.documents.positions import Lines

#: heads of cells are shown no longer
_LONGEST_HEAD = 40


class BlockKind(StrEnum):
    """The part a block plays on the page; it decides what the block may lend to its neighbours."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    TABLE_CELL = "table-cell"
    CAPTION = "caption"
    ALT = "alt"
    META = "meta"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Position:
    """A place for people: 1-based line and column (code points).

    In paged formats lines are paragraphs and count on their `page`; elsewhere that is None.
    """

    line: int
    column: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, quotation or table cell.

    Attributes:
        kind: its part on the page.
        text: its words, markup stripped; white space as in the source (line ends included).
        offsets: for each code point of `text`, its code point offset in the document's source;
            never decreasing.
        level: heading level 1-6, or nesting depth of a list item (1 = outermost); else 0.
        group: items of one list and cells of one table share a number; 0 where there is none.
        quoted: stands inside a block quotation.
        column_head: for a table cell, the text of its column's head.
        row_head: for a table cell, the text of its row's first cell.
        page: 1-based page in paged formats.
        section: how many rules (`---`, `<hr>`, `*****`) stand above it; what is said above a rule is over below it.
        field: in data, the column or key that it is read from, and the number of its record.
    """

    kind: BlockKind
    text: str
    offsets: Sequence[int]
    level: int = 0
    group: int = 0
    quoted: bool = False
    column_head: str | None = None
    row_head: str | None = None
    page: int | None = None
    section: int = 0
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, list item or heading as it reads, with its place.

    Attributes:
        text: markup stripped, white space folded.
        block: index of its block in `Document.blocks`.
        index: running number in the document.
        start, end: code point offsets into the source, end exclusive.
        offsets: for each code point of `text`, its offset in the source.
        lines: where the lines of the source begin.
    """

    text: str
    block: int
    index: int
    start: int
    end: int
    offsets: Sequence[int] = field(repr=False, compare=False)
    lines: Lines = field(repr=False, compare=False)

    @property
    def position(self) -> Position:
        """Where it starts, for people."""
        return self.lines.position(self.start)

    @property
    def end_position(self) -> Position:
        """Where it ends, on the page on which it starts; the column is exclusive."""
        return self.lines.position(self.end, self.position.page)


@dataclass(frozen=True)
class Document:
    """A file as blocks and sentences.

    Attributes:
        path: as given by the user, with `/`; `<stdin>` or `<text>` where there is no file.
        source: the decoded text that positions count in.
        blocks: in reading order.
        sentences: in reading order; every block with words has at least one. They are made when they are asked for.
        notes: things the user should know ("decoded as windows-1252 (guessed)").
        page_starts: offset in `source` at which each page begins; empty for formats without pages.
        kind: the format of `formats.FORMATS` that it was read as.
    """

    path: str
    source: str
    blocks: tuple[Block, ...]
    sentences: Sequence[Sentence]
    notes: tuple[str, ...] = ()
    page_starts: tuple[int, ...] = ()
    kind: str = "text"

    @cached_property
    def _places(self) -> Lines:
        from claimcheck.documents.positions import Lines

        return Lines(self.source, self.page_starts)

    def cell(self, sentence: Sentence) -> str | None:
        """What a person looks for to find a sentence in a table or in data: the cell's heads, or the field."""
        block = self.blocks[sentence.block]
        heads = [_shortened(head) for head in (block.row_head, block.column_head) if head]
        return block.field or (" / ".join(heads) if block.kind is BlockKind.TABLE_CELL and heads else None)

    def position(self, offset: int, page: int | None = None) -> Position:
        """The line and column of a code point offset into the source, in paged formats on its page or the given one."""
        return self._places.position(offset, page)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_HEAD else f"{text[: _LONGEST_HEAD - 1]}…"
