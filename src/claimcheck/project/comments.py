"""Finds the comments in a source that begin like a directive, in the forms that its format has for comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from claimcheck.frozen import dataclass
from claimcheck.project.reading import MARK
from claimcheck.text.patterns import pattern

if TYPE_CHECKING:
    from markdown_it.token import Token

Span = tuple[int, int]
_HTML: Final = pattern(r"<!--\s*(?P<text>claimcheck-.*?)\s*-->", re.DOTALL)
#: a comment in MDX; readers of plain Markdown take it for copy
_MDX: Final = pattern(r"\{/\*\s*(?P<text>claimcheck-.*?)\s*\*/\}", re.DOTALL)
#: a link definition that nothing links to
_LINK: Final = pattern(r"^ {0,3}\[//\]: # \((?P<text>claimcheck-.*)\)[ \t]*$", re.MULTILINE)
#: a line of plain text or of front matter, with or without a mark that makes it look like a comment
_LINE: Final = pattern(r"^[ \t]*(?:#+|//+|;+|%+)?[ \t]*(?P<text>claimcheck-[^\n]*)$", re.MULTILINE)
_HEADER: Final = pattern(r"(---|\+\+\+)[ \t]*\n.*?^\1[ \t]*$", re.DOTALL | re.MULTILINE)
#: format -> forms, and whether its reader takes the form for copy
_FORMS: Final = {
    "html": ((_HTML, False),),
    "markdown": ((_HTML, False), (_LINK, False), (_MDX, True)),
    "mdx": ((_HTML, False), (_LINK, False), (_MDX, False)),
    "text": ((_LINE, True), (_HTML, True)),
}


@dataclass(frozen=True)
class Comment:
    """A comment: its content, its place in the source (end exclusive), and whether it would be read as copy."""

    text: str
    start: int
    end: int
    visible: bool


def find_comments(source: str, kind: str) -> list[Comment]:
    """The comments that begin like a directive, in order; `kind` is the format of the source."""
    if MARK not in source:
        return []
    found = [comment for form, visible in _FORMS.get(kind, ()) for comment in _all(form, source, visible)]
    if kind in ("markdown", "mdx"):
        code = _code(source)
        found = [comment for comment in found if not any(first <= comment.start < last for first, last in code)]
        header = _HEADER.match(source)
        found += _all(_LINE, header.group() if header else "", False)
    return sorted(found, key=lambda comment: comment.start)


def blank_out(source: str, found: Sequence[Comment]) -> str:
    """The source with blanks for the comments that would be read as copy; no offset changes."""
    for comment in found:
        if comment.visible:
            blanks = re.sub(r"[^\n]", " ", source[comment.start : comment.end])
            source = source[: comment.start] + blanks + source[comment.end :]
    return source


def _all(form: re.Pattern[str], source: str, visible: bool) -> Iterator[Comment]:
    for match in form.finditer(source):
        yield Comment(match["text"], match.start(), match.end(), visible)


def _code(source: str) -> list[Span]:
    """Where code stands in a Markdown text: a directive that it shows is no order."""
    from markdown_it import MarkdownIt

    lines = [0]
    for line in source.split("\n"):
        lines.append(lines[-1] + len(line) + 1)
    spans: list[Span] = []
    for token in MarkdownIt("commonmark").parse(source):
        if token.map and token.type in ("fence", "code_block"):
            spans.append((lines[token.map[0]], lines[token.map[1]]))
        elif token.map and MARK in token.content:
            spans.extend(_inline_code(source, token, lines[token.map[0]]))
    return spans


def _inline_code(source: str, token: Token, start: int) -> Iterator[Span]:
    for child in token.children or ():
        if child.type == "code_inline":
            at = source.find(child.content, start)
            if at >= 0:
                yield at, at + len(child.content)
                start = at + len(child.content)
