"""Plain text -> blocks: paragraphs hard-wrapped or not, lists with any bullet, headings as people type them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.documents.lines import lines_of
from claimcheck.documents.model import Block, BlockKind
from claimcheck.documents.options import USUAL, ReadOptions
from claimcheck.documents.positions import Clean, visible
from claimcheck.documents.titles import Part, parts_of
from claimcheck.documents.units import Unit, units_of
from claimcheck.text.patterns import pattern

#: marks that decorate a heading: "==== BOOKING ====", "## Booking"
_DECORATION = pattern(r"[=*~#_+-]*\s*(?P<words>.*?)\s*[=*~#_+-]*$", re.DOTALL)


def read(source: str, path: str, options: ReadOptions = USUAL) -> Iterator[Block]:
    """The blocks of a plain text."""
    units = units_of(list(lines_of(source)))
    parts = parts_of(units)
    units.reverse()
    group = 0
    indents: list[int] = []
    before: Part | None = None
    for part in parts:
        unit = units.pop()  # the lines of a big text are let go as its blocks are made
        if part[0] is BlockKind.LIST_ITEM:
            if before is None or before[0] is not BlockKind.LIST_ITEM:
                group, indents = group + 1, []
            part = (part[0], _depth(unit, indents))
        yield _block(unit, part, group if part[0] is BlockKind.LIST_ITEM else 0)
        before = part


def _depth(unit: Unit, indents: list[int]) -> int:
    """The nesting depth of a list item; `indents` holds those of the items it stands in."""
    indent = unit.lines[0].indent
    while indents and indents[-1] >= indent:
        indents.pop()
    indents.append(indent)
    return len(indents)


def _block(unit: Unit, part: Part, group: int) -> Block:
    kind, level = part
    text, offsets = _text(unit, kind)
    return Block(kind, text, offsets, level=level, group=group, quoted=unit.lines[0].quoted, section=unit.section)


def _text(unit: Unit, kind: BlockKind) -> tuple[str, Sequence[int]]:
    """The lines without bullets and decoration, a line end between each two."""
    first = unit.lines[0]
    if unit.single:
        start, end = _bare(first.text, first.head, kind)
        return visible(first.text[start:end], range(first.start + start, first.start + end))
    head = first.head if kind is BlockKind.LIST_ITEM else 0
    if all(line.start + len(line.text) + 1 == following.start for line, following in pairwise(unit.lines)):
        text = "\n".join(line.text for line in unit.lines)[head:]
        return visible(text, range(first.start + head, first.start + head + len(text)))
    clean = Clean()
    clean.add(first.text[head:], first.start + head)
    for before, line in pairwise(unit.lines):
        clean.add_at("\n", before.start + len(before.text))
        clean.add(line.text, line.start)
    return clean.build()


def _bare(text: str, head: int, kind: BlockKind) -> tuple[int, int]:
    """Where a line's words begin and end."""
    if kind is BlockKind.LIST_ITEM:
        return head, len(text)
    if kind in (BlockKind.HEADING, BlockKind.TITLE):
        match = _DECORATION.match(text)
        if match and match["words"]:
            return match.span("words")
    return 0, len(text)
