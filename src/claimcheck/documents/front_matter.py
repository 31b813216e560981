"""The header that static site generators put on top of a Markdown file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.documents.model import Block, BlockKind
from claimcheck.documents.positions import Clean

_MATTER = re.compile(
    r"(?P<mark>---|\+\+\+)[ \t]*\r?\n(?P<body>.*?)^(?P=mark)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
#: a field, and the indented lines below it
_FIELD = re.compile(
    r"^(?P<name>title|description|summary|subtitle|excerpt)[ \t]*[:=][ \t]*"
    r"(?P<value>[^\n]*(?:(?:\n[ \t]*\r?)*\n[ \t]+[^\s][^\n]*)*)",
    re.MULTILINE | re.IGNORECASE,
)
#: a text in quotes, a text under `|` or `>`, or a plain one (what begins like this is no text but YAML)
_TEXT = re.compile(
    r'"""(?P<long>.*?)"""|"(?P<double>(?:[^"\\]|\\.)*)"|\'(?P<single>(?:[^\']|\'\')*)\''
    r"|[|>][-+\d]*[ \t]*(?:#[^\n]*)?\r?\n(?P<block>.+)"
    r"|(?P<plain>[^\s\"'>|\[{&*!%@`].*?)(?=[ \t]#|\s*\Z)",
    re.DOTALL,
)
_PARAGRAPH = re.compile(r"\S.*?(?=\s*\Z|[ \t\r]*\n[ \t\r]*\n)", re.DOTALL)
#: how quotes write a quote of their own kind
_ESCAPE = re.compile(r"''|\\\"")
_LINE = re.compile(r"[^\n]")


def front_matter(source: str) -> tuple[list[Block], str]:
    """The title and description of a header, and the source with the header blanked out."""
    match = _MATTER.match(source)
    if match is None:
        return [], source
    return list(_fields(match["body"], match.start("body"))), _LINE.sub(" ", match.group()) + source[match.end() :]


def _fields(body: str, start: int) -> Iterator[Block]:
    for field in _FIELD.finditer(body):
        kind = BlockKind.TITLE if field["name"].lower() == "title" else BlockKind.META
        found = _TEXT.match(field["value"])
        if found is None or not found.lastgroup:
            continue
        quoted = found.lastgroup in ("double", "single")
        for part in _PARAGRAPH.finditer(found[found.lastgroup]):
            place = start + field.start("value") + found.start(found.lastgroup) + part.start()
            yield Block(kind, *_clean(part.group(), place, escapes=quoted).build())


def _clean(text: str, start: int, *, escapes: bool) -> Clean:
    clean = Clean()
    done = 0
    for match in _ESCAPE.finditer(text) if escapes else ():
        clean.add(text[done : match.start()], start + done)
        clean.add_at(match.group()[-1], start + match.start())
        done = match.end()
    clean.add(text[done:], start + done)
    return clean
