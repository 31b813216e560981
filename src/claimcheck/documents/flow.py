"""Gathers the text between block borders into blocks: lines, bold lines that act as headings, table cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from claimcheck.documents.model import Block, BlockKind
from claimcheck.documents.page import MINOR_HEADING, Context
from claimcheck.documents.positions import Clean, folded, trimmed
from claimcheck.documents.sizes import may_head
from claimcheck.documents.tables import Tables
from claimcheck.documents.wrapping import joins


@dataclass(slots=True)
class _Line:
    """The text between two line breaks.

    Attributes:
        clean: its text.
        bold, plain: whether any of its words are set in bold, and whether any are not.
        end: offset of the break after it.
        soft: the break after it is mere white space on the page.
    """

    clean: Clean = field(default_factory=Clean)
    bold: bool = False
    plain: bool = False
    end: int = 0
    soft: bool = False

    @property
    def stands_out(self) -> bool:
        """All its words are bold."""
        return self.bold and not self.plain


class Flow:
    """A stream of text, line breaks and block borders that becomes `blocks`."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.tables = Tables()
        self._lines = [_Line()]
        self._context: Context | None = None
        self._asides: list[Block] = []
        self._section = 0
        self._groups = 0

    def text(self, text: str, start: int, context: Context) -> None:
        """Text as it stands in the source from `start` on."""
        self._touch(text, context).clean.add(text, start)

    def stand_in(self, text: str, offset: int, context: Context) -> None:
        """Text for which something else stands in the source at `offset`."""
        self._touch(text, context).clean.add_at(text, offset)

    def mapped(self, text: str, offsets: Sequence[int], context: Context) -> None:
        """Text with an offset for each of its code points."""
        self._touch(text, context).clean.add_mapped(text, offsets)

    def _touch(self, text: str, context: Context) -> _Line:
        line = self._lines[-1]
        if not text.isspace():
            self._context = self._context or context
            line.bold |= context.bold
            line.plain |= not context.bold
        return line

    def line_end(self, offset: int, *, soft: bool = False) -> None:
        """A line break; a soft one is mere white space unless a bold line ends or begins there."""
        self._lines[-1].end, self._lines[-1].soft = offset, soft
        self._lines.append(_Line())

    def aside(self, kind: BlockKind, clean: Clean, context: Context) -> None:
        """A block of its own inside a sentence (an image's `alt`); it follows when the sentence's block ends."""
        text, offsets = clean.build()
        if text:
            self._asides.append(Block(kind, text, offsets, quoted=context.quoted, section=self._section))

    def gathered(self) -> Clean:
        """All text since the last border, line breaks left out."""
        clean = Clean()
        for line in self._lines:
            clean.add_mapped(*line.clean.build())
        return clean

    def rule(self) -> None:
        """A rule across the page."""
        self.border()
        self._section += 1

    def take(self, blocks: Iterable[Block]) -> None:
        """Blocks that another reader has made of a piece of the source."""
        self.border()
        first = len(self.blocks)
        for block in blocks:
            group = block.group and block.group + self._groups
            self.blocks.append(replace(block, group=group, section=block.section + self._section))
        self._groups = max([self._groups, *(block.group for block in self.blocks[first:])])

    def new_group(self) -> int:
        """The number of a list or table that begins."""
        self._groups += 1
        return self._groups

    def border(self) -> None:
        """The border of a block: what was gathered becomes blocks."""
        if self._context is not None:
            self.blocks.extend(self._gathered(self._context))
        self.blocks.extend(self._asides)
        self._lines, self._context, self._asides = [_Line()], None, []

    def _gathered(self, context: Context) -> Iterator[Block]:
        for run in self._runs():
            clean = Clean()
            for number, (line, text, offsets) in enumerate(run):
                clean.add_mapped(text, offsets)
                if number < len(run) - 1:
                    clean.add_at("\n", line.end)
            text, offsets = trimmed(*clean.build())
            yield self._block(text, offsets, context, all(line.stands_out for line, _, _ in run))

    def _runs(self) -> Iterator[list[tuple[_Line, str, Sequence[int]]]]:
        """The lines that stay together."""
        run: list[tuple[_Line, str, Sequence[int]]] = []
        for line in self._lines:
            text, offsets = line.clean.build()
            if not text or text.isspace():
                continue
            if run and not _together(run[-1][0], run[-1][1], line, text):
                yield run
                run = []
            run.append((line, text, offsets))
        if run:
            yield run

    def _block(self, text: str, offsets: Sequence[int], context: Context, bold: bool) -> Block:
        kind, level = context.kind, context.level
        if kind is BlockKind.PARAGRAPH:
            level = 0
            if bold and may_head(text):
                kind, level = BlockKind.HEADING, MINOR_HEADING
        group = context.group if kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL) else 0
        column_head, row_head = None, None
        if kind is BlockKind.TABLE_CELL:
            column_head, row_head = self.tables.heads(folded(text, offsets)[0])
        return Block(
            kind,
            text,
            offsets,
            level=level,
            group=group,
            quoted=context.quoted,
            column_head=column_head,
            row_head=row_head,
            section=self._section,
        )


def _together(before: _Line, text: str, line: _Line, following: str) -> bool:
    """Whether two lines of a block are one run of prose."""
    if before.soft:
        return not (before.stands_out or line.stands_out)
    return before.stands_out == line.stands_out and joins(text.strip(), following.strip())
