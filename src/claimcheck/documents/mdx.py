"""MDX -> blocks: Markdown with its imports, exports and expressions left out; components are read like other tags."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from claimcheck.documents.markdown import read as read_markdown
from claimcheck.documents.model import Block
from claimcheck.documents.options import USUAL, ReadOptions
from claimcheck.documents.templates import blanked
from claimcheck.text.patterns import pattern

_FENCE = pattern(r"^(?P<mark>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=mark)[^\n]*$|\Z)", re.DOTALL | re.MULTILINE)
#: a module's code stands after a blank line and goes on to the next
_MODULE = pattern(r"(?:(?<=\n\n)|(?<=\n\r\n)|\A)(?:import|export)\b[^\n]*(?:\n(?!\s*\n)[^\n]+)*")
_BRACE = pattern(r"[{}]")
#: no expression is longer
_LONGEST = 20_000


def read(source: str, path: str, options: ReadOptions = USUAL) -> list[Block]:
    """The blocks of an MDX text."""
    for find in (_spans(_FENCE), _spans(_MODULE), _expressions):
        source = blanked(source, find(source))
    return read_markdown(source, path, options)


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
