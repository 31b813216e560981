"""MDX -> blocks: Markdown whose imports, exports, expressions and tags of components are left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from claimcheck.documents.markdown import read as read_markdown
from claimcheck.documents.markup import attribute
from claimcheck.documents.model import Block, BlockKind
from claimcheck.documents.options import USUAL, ReadOptions
from claimcheck.documents.templates import blanked
from claimcheck.text.patterns import pattern

_FENCE = pattern(r"^(?P<mark>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=mark)[^\n]*$|\Z)", re.DOTALL | re.MULTILINE)
#: a module's code stands after a blank line or the front matter, and goes on to the next blank line
_MODULE = pattern(
    r"(?:(?<=\n\n)|(?<=\n\r\n)|(?<=\n---\n)|(?<=\n---\r\n)|\A)(?:import|export)\b[^\n]*(?:\n(?!\s*\n)[^\n]+)*"
)
_BRACE = pattern(r"[{}]")
#: the tag of a component, or of none (`<>`)
_COMPONENT = pattern(r"</?(?:[A-Z][\w.]{0,80}(?:\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)?)?/?>")
#: what components are given to show
_SHOWN = ("title", "heading", "subtitle", "label", "description", "text", "caption", "alt")
#: no expression is longer
_LONGEST = 20_000


def read(source: str, path: str, options: ReadOptions = USUAL) -> list[Block]:
    """The blocks of an MDX text."""
    for find in (_spans(_FENCE), _spans(_MODULE), _expressions):
        source = blanked(source, find(source))
    shown = list(_shown(source))
    blocks = read_markdown(blanked(source, _spans(_COMPONENT)(source)), path, options, indented_code=False)
    return sorted((block for block in [*blocks, *shown] if block.text), key=lambda block: block.offsets[0])


def _spans(code: re.Pattern[str]) -> Callable[[str], Iterator[tuple[int, int]]]:
    return lambda source: (match.span() for match in code.finditer(source))


def _expressions(source: str) -> Iterator[tuple[int, int]]:
    """Where `{...}` begins and ends, braces inside included."""
    depth = start = 0
    for match in _BRACE.finditer(source):
        if depth and match.start() - start > _LONGEST:
            depth = 0
        if match.group() == "{":
            start = match.start() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield start, match.end()


def _shown(source: str) -> Iterator[Block]:
    """The texts that components are given as they are, not by an expression."""
    for tag in _COMPONENT.finditer(source):
        for name in _SHOWN if "=" in tag.group() else ():
            clean = attribute(tag.group(), name, tag.start())
            text, offsets = clean.build() if clean else ("", ())
            if text.strip():
                yield Block(BlockKind.ALT, text, offsets)
