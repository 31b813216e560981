"""MDX -> blocks: Markdown with its imports, exports and expressions left out; components are read like other tags."""

from __future__ import annotations

import re

from claimcheck.documents.markdown import read as read_markdown
from claimcheck.documents.model import Block
from claimcheck.documents.options import USUAL, ReadOptions
from claimcheck.documents.templates import blank
from claimcheck.text.patterns import pattern

_FENCE = pattern(r"^(?P<mark>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=mark)[^\n]*$|\Z)", re.DOTALL | re.MULTILINE)
#: a module's code stands after a blank line and goes on to the next
_MODULE = pattern(r"(?:(?<=\n\n)|(?<=\n\r\n)|\A)(?:import|export)\b[^\n]*(?:\n(?!\s*\n)[^\n]+)*")
_EXPRESSION = pattern(r"\{/\*.{0,20000}?\*/\}|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,2000}\}){0,2000}\}){0,2000}\}", re.DOTALL)


def read(source: str, path: str, options: ReadOptions = USUAL) -> list[Block]:
    """The blocks of an MDX text."""
    blanked = source
    for code in (_FENCE, _MODULE, _EXPRESSION):
        before = blanked
        blanked = code.sub(lambda match, text=before: blank(match, text), before)  # type: ignore[misc]
    return read_markdown(blanked, path, options)
