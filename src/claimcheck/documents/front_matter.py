"""The header that static site generators put on top of a Markdown file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.documents.model import Block, BlockKind
from claimcheck.documents.positions import Clean

_MATTER = re.compile(
    r"(?P<mark>---|\+\+\+)[ \t]*\r?\n(?P<body>.*?)^(?P=mark)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_FIELD = re.compile(
    r"^(?P<name>title|description|summary|subtitle|excerpt)[ \t]*[:=][ \t]*"
    r"(?P<quote>[\"']?)(?P<value>[^\s\"'>|\[{&*!%@`][^\n]*?)(?P=quote)[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
_LINE = re.compile(r"[^\n]")


def front_matter(source: str) -> tuple[list[Block], str]:
    """The title and description of a header, and the source with the header blanked out."""
    match = _MATTER.match(source)
    if match is None:
        return [], source
    return list(_fields(match["body"], match.start("body"))), _LINE.sub("", match.group()) + source[match.end() :]


def _fields(body: str, start: int) -> Iterator[Block]:
    for match in _FIELD.finditer(body):
        clean = Clean()
        clean.add(match["value"], start + match.start("value"))
        text, offsets = clean.build()
        kind = BlockKind.TITLE if match["name"].lower() == "title" else BlockKind.META
        yield Block(kind, text, offsets)
