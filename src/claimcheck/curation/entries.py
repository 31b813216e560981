"""What a reference manager's file holds, as references of ours with the line they were read from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from claimcheck.errors import InputError
from claimcheck.evidence.model import Author, Csl
from claimcheck.frozen import dataclass

_YEAR = re.compile(r"(?<!\d)(1[6-9]|20)\d\d(?!\d)")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_DIGITS = re.compile(r"[1-9]\d{0,8}")
_PMCID = re.compile(r"PMC[1-9]\d{0,8}", re.IGNORECASE)
#: the marks that CSL allows in titles
_MARKUP = re.compile(r"</?(?:i|b|sub|sup|em|strong|span|sc)(?:\s[^<>]{0,80})?>", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """One reference of a file; `line` counts from 1."""

    csl: Csl
    line: int


class Lines:
    """Tells the lines of ever later places in a text; it goes over the text once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._position = 0
        self._line = 1

    def at(self, position: int) -> int:
        """The line of a place, counted from 1. No place may be before the last one asked for."""
        self._line += self._text.count("\n", self._position, position)
        self._position = position
        return self._line


#: what a reader yields: references, and those that it could not make out
Entries = Iterator[Entry | InputError]


class EntryError(ValueError):
    """Why a reference cannot be used; the reader adds the place."""


def reference(kind: str, fields: dict[str, object], authors: Iterable[Author]) -> Csl:
    """A reference from raw texts under the names of `Csl`.

    Raises:
        EntryError: it has no title or no year.
    """
    texts = {name: cleaned for name, value in fields.items() if (cleaned := clean(value))}
    title, issued = texts.pop("title", None), year_of(texts.pop("issued", None))
    if title is None:
        raise EntryError("has no title")
    if issued is None:
        raise EntryError("has no year")
    identifiers = {name: found for name in _IDENTIFIERS if (found := identifier(name, texts.pop(name, "")))}
    return Csl(type=kind, title=title, author=tuple(authors), issued=issued, **texts, **identifiers)


def person(family: object, given: object = None) -> Author | None:
    """A person by family and given names, None without either."""
    names = clean(family), clean(given)
    return Author(family=names[0], given=names[1]) if any(names) else None


def body(name: object) -> Author | None:
    """A body, or a person whose names cannot be told apart."""
    literal = clean(name)
    return Author(literal=literal) if literal else None


def clean(value: object) -> str | None:
    """A text on one line without markup and control characters, or None where nothing is left."""
    if value is None:
        return None
    text = "".join(char if unicodedata.category(char) not in ("Cc", "Cs") else " " for char in str(value))
    return " ".join(_MARKUP.sub("", text).split()) or None


def year_of(text: str | None) -> int | None:
    """The first year in a date."""
    match = _YEAR.search(text or "")
    return int(match[0]) if match else None


_IDENTIFIERS = {"DOI": _DOI, "PMID": _DIGITS, "PMCID": _PMCID}


def identifier(name: str, text: str) -> str | None:
    """The DOI, PMID or PMCID within a text ("https://doi.org/10.1000/x" -> "10.1000/x"); None if there is none."""
    match = _IDENTIFIERS[name].search(text)
    return (match[0].upper() if name == "PMCID" else match[0]) if match else None
