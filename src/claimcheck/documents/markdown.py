"""Markdown -> blocks: CommonMark with tables and strikethrough, front matter, footnotes and HTML inside."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.documents.flow import Flow
from claimcheck.documents.front_matter import front_matter
from claimcheck.documents.inline import DEEPEST, Inline, parser
from claimcheck.documents.limits import Deadline, check_count
from claimcheck.documents.model import Block, BlockKind
from claimcheck.documents.options import USUAL, ReadOptions
from claimcheck.documents.page import GROUPS, Context, inside
from claimcheck.documents.regions import Regions
from claimcheck.documents.templates import without_code
from claimcheck.errors import InputError
from claimcheck.text.patterns import pattern

if TYPE_CHECKING:
    from markdown_it.token import Token

#: what the parser would take for a line end or replace
_UNEVEN = re.compile("[\r\0]")
#: a footnote, and the indented lines that go on with it after a blank one
_FOOTNOTE = pattern(r"^\[\^[^\]\s]{1,40}\]:[^\n]*(?:\n(?:[ ]{4}[^\n]*|[ \t]*(?=\n)))*", re.MULTILINE)
#: what may become tokens of the parser
_MARKS = "*_`[<|~\\&"
#: what the parser leaves empty where it is nested too deeply
_CONTAINERS = frozenset(("blockquote_open", "list_item_open"))
_INDENT = pattern(r"^[ ]{4}", re.MULTILINE)


def read(source: str, path: str, options: ReadOptions = USUAL, *, indented_code: bool = True) -> list[Block]:
    """The blocks of a Markdown text; without `indented_code` what is indented is read like the rest.

    Raises InputError where lists and quotations nest too deeply.
    """
    check_count(sum(map(source.count, _MARKS)), options.limits.marks, "marks", path)
    blocks, body = front_matter(source)
    text = without_code(body)
    return [*blocks, *_Reader(text, path, options).read(text, indented_code)]


class _Reader:
    """Follows the tokens of a text and hands what they hold to the flow."""

    def __init__(self, source: str, path: str, options: ReadOptions) -> None:
        self._path = path
        self._options = options
        self._regions = Regions(source)
        self._flow = Flow()
        self._open = [Context()]

    def read(self, body: str, indented_code: bool) -> list[Block]:
        """The blocks of the text, front matter blanked out."""
        deadline = Deadline(self._path, self._options.limits.seconds)
        markdown = parser(deadline, indented_code=indented_code)
        for token in markdown.parse(_footnotes(_UNEVEN.sub(" ", body.replace("\r\n", "\n")))):
            if token.type in _CONTAINERS and token.level >= DEEPEST - 1:
                raise InputError("is nested too deeply", path=self._path)
            self._take(token)
        self._flow.border()
        return self._flow.blocks

    def _take(self, token: Token) -> None:
        if token.type == "inline":
            self._inline(token)
        elif token.type == "html_block":
            self._html(token)
        elif token.nesting > 0:
            self._enter(token)
        elif token.nesting < 0:
            self._leave(token)
        elif token.type == "hr":
            self._flow.rule()

    def _enter(self, token: Token) -> None:
        self._flow.border()
        group = self._flow.new_group() if token.tag in GROUPS else 0
        context = inside(token.tag, {}, self._open[-1], group)
        self._open.append(context)
        self._flow.tables.open(token.tag, {})

    def _leave(self, token: Token) -> None:
        self._flow.border()
        self._open.pop()
        self._flow.tables.close(token.tag)

    def _inline(self, token: Token) -> None:
        context = self._open[-1]
        in_cell = context.kind is BlockKind.TABLE_CELL
        region = self._regions.cell(token) if in_cell else self._regions.lines(token)
        Inline(self._flow, region, context).take(token.children or ())

    def _html(self, token: Token) -> None:
        from claimcheck.documents.html import read as read_html

        region = self._regions.lines(token)
        quoted = self._open[-1].quoted
        self._flow.take(
            replace(block, offsets=region.through(block.offsets), quoted=block.quoted or quoted)
            for block in read_html(region.text, self._path, self._options)
        )


def _footnotes(body: str) -> str:
    """The text without the indents of footnotes, which the parser would take for code; each line stays in its place."""
    if "[^" not in body:
        return body
    return _FOOTNOTE.sub(lambda note: _INDENT.sub("", note.group()), body)
