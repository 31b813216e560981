"""Templates: the code of Jinja, Liquid, Handlebars, Hugo, EJS, ERB and PHP inside a page is made blank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.text.patterns import pattern

#: what begins a piece of code, and what ends it
_ENDS = {"{{": "}}", "{%": "%}", "{#": "#}", "<%": "%>", "<?php": "?>", "<?=": "?>"}
#: no piece of code, and no part of a page that a template does not show, is longer
_LONGEST, _LONGEST_PART = 5_000, 50_000
#: how far from a piece of code its line is looked at
_INDENT = 200
_START = pattern(r"\{\{|\{%|\{#|<%|<\?php|<\?=")
_HIDDEN = pattern(r"\{%-?\s*(?P<word>comment|raw|verbatim)\b")
_INK = pattern(r"[^\n]")
#: takes the place of code inside a line: no white space, and not seen
_UNSEEN = "\u200b"


def without_code(source: str) -> str:
    """The source with code blanked out, each code point in its place."""
    if not any(start in source for start in _ENDS):
        return source
    return blanked(source, _code(source))


def blanked(source: str, spans: Iterator[tuple[int, int]]) -> str:
    """The source with blanks in these places; they are in order."""
    pieces: list[str] = []
    done = 0
    for start, end in spans:
        pieces += source[done:start], _blank(source, start, end)
        done = end
    return "".join([*pieces, source[done:]])


def _code(source: str) -> Iterator[tuple[int, int]]:
    """Where code begins and ends."""
    ends = _Ends(source)
    at = 0
    while match := _START.search(source, at):
        end = ends.of(match)
        if end > 0:
            yield match.start(), end
        at = max(end, match.end())


class _Ends:
    """Finds ends of code; remembers where the next of each kind stands, so that each place is looked at once."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._next: dict[str, int] = {}

    def of(self, match: re.Match[str]) -> int:
        """Where the piece of code that begins with a match ends, -1 where it does not."""
        closing = _ENDS[match.group()]
        end = self._find(closing, match.end())
        if not 0 <= end - match.end() <= _LONGEST:
            return -1
        hidden = _HIDDEN.match(self._source, match.start())
        if hidden:
            over = re.compile(rf"\{{%-?\s*end{hidden['word']}\b[^%]{{0,9}}%\}}")
            found = over.search(self._source, end, end + _LONGEST_PART)
            return found.end() if found else end + len(closing)
        return end + len(closing)

    def _find(self, closing: str, start: int) -> int:
        place = self._next.get(closing, 0)
        if 0 <= place < start:
            place = self._next[closing] = self._source.find(closing, start)
        return place


def _blank(source: str, start: int, end: int) -> str:
    """Spaces for code that has its lines for itself; else marks that indent nothing."""
    before = source[max(0, start - _INDENT) : start].rpartition("\n")[2]
    after = source[end : end + _INDENT].partition("\n")[0]
    return _INK.sub(_UNSEEN if (before + after).strip() else " ", source[start:end])
