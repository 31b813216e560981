"""Pieces of markup with their places: entities, the values of attributes."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

from claimcheck.documents.positions import Clean
from claimcheck.text.patterns import pattern

_REFERENCE = pattern(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")


def decoded(source: str, start: int) -> Clean:
    """A piece of a page with its entities resolved; `start` is where it begins."""
    clean = Clean()
    done = 0
    for match in _REFERENCE.finditer(source):
        clean.add(source[done : match.start()], start + done)
        text = unescape(match.group())
        if text == match.group():
            clean.add(text, start + match.start())
        else:
            clean.add_at(text, start + match.start())
        done = match.end()
    clean.add(source[done:], start + done)
    return clean


def attribute(tag: str, name: str, start: int) -> Clean | None:
    """The value of an attribute of a start tag as it stands in the source; `start` is where the tag begins."""
    match = _attribute(name).search(tag)
    if match is None or not match.lastgroup:
        return None
    first, last = match.span(match.lastgroup)
    return decoded(tag[first:last], start + first)


@cache
def _attribute(name: str) -> re.Pattern[str]:
    return re.compile(rf"""[\s"'/]{name}\s*=\s*(?:"(?P<d>[^"]*)"|'(?P<s>[^']*)'|(?P<n>[^\s"'>]+))""", re.IGNORECASE)
