"""Words that a line end cuts in two are made whole."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from claimcheck.documents.pages.model import Word

#: marks that only a typesetting program writes, and the one that may belong to the word
_SOFT, _HARD = "\u00ad\u2010", "-"
_LETTERS = re.compile(r"[^\W\d_]+")
_TAIL = re.compile(r"[a-zà-ÿ]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
#: a tail this short is no part of a word that was cut ("follow-up")
_SHORTEST = 3


def vocabulary(words: Iterable[Word]) -> set[str]:
    """The words and the compounds with hyphens that stand whole somewhere in the document."""
    found: set[str] = set()
    for word in words:
        text = word.text.lower()
        found.update(_LETTERS.findall(text) if "-" not in text else _COMPOUND.findall(text))
    return found


def breaks_off(text: str) -> bool:
    """Whether a line ends inside a word."""
    return len(text) > 1 and text[-2].isalpha() and text[-1] in _SOFT + _HARD


def mended(text: str, following: str, known: Container[str]) -> tuple[str, str]:
    """What remains of the last word of a line, and what stands between it and the first of the next line."""
    if not breaks_off(text):
        return text, " "
    if text[-1] in _SOFT:
        return text[:-1], ""
    tail = _TAIL.match(following)
    if tail is None:
        return text, ""
    stem = re.split(r"[^\w-]", text[:-1].lower())[-1]
    if stem + tail.group() in known:
        return text[:-1], ""
    if "-" in stem or len(tail.group()) < _SHORTEST or f"{stem}-{tail.group()}" in known:
        return text, ""
    return text[:-1], ""
