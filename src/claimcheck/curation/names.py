"""Ids for new records, made the way the base makes them: `onozawa2001`, `field2002b`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from itertools import count, product
from string import ascii_lowercase

from claimcheck.evidence.model import Author, Csl

#: letters that do not fall apart into a letter and a mark
_LETTERS = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
})  # fmt: skip
_OTHER = re.compile("[^a-z0-9]+")
_NAMELESS = "anonymous"


def plain_letters(text: str) -> str:
    """Lower-case Latin letters, digits and single spaces: "Müller-Öz" -> "muller oz"."""
    lowered = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return _OTHER.sub(" ", "".join(char for char in lowered if not unicodedata.combining(char))).strip()


def study_id(csl: Csl, taken: Container[str]) -> str:
    """The first author and the year, with a letter where that is taken."""
    stem = f"{_first_author(csl.author)}{csl.issued}"
    return next(name for name in _with_letters(stem) if name not in taken)


def is_id(text: str) -> bool:
    """Whether a text can be an id."""
    return bool(text) and text == "-".join(plain_letters(text).split())


def _first_author(authors: tuple[Author, ...]) -> str:
    for author in authors[:1]:
        words = plain_letters(author.family or author.literal or author.given or "").split()
        if author.family is None and len(words) > 1:
            return "".join(word[0] for word in words)  # World Health Organization -> who
        if words:
            return "".join(words)
    return _NAMELESS


def _with_letters(stem: str) -> Iterator[str]:
    yield stem
    for length in count(1):
        yield from (stem + "".join(letters) for letters in product(ascii_lowercase, repeat=length))
