"""Running heads and feet: page numbers are left out, what every page repeats is read once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from claimcheck.documents.pages.model import Word
from claimcheck.documents.pages.rows import Row, rows_of

#: rows at the top and at the bottom of a page that may be furniture
_ROWS = 3
_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|p\.?)\W*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\W*(?:of|/)\W*\d{1,4})?[\W_]*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
#: the share of pages that must repeat a row, and the least number of them
_SHARE, _LEAST = 0.4, 2


def without_furniture(pages: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """The words of each page, page numbers and all but the first of repeated rows left out."""
    rows = [rows_of(words) for words in pages]
    counted = Counter(key for page in rows for key in {_key(row) for row in _edge(page)})
    repeated = {key for key, count in counted.items() if count >= max(_LEAST, _SHARE * len(pages))}
    seen: set[str] = set()
    return [_kept(page, repeated, seen) for page in rows]


def _edge(rows: list[Row]) -> list[Row]:
    """The rows at the top and at the bottom; a short page has no edge beyond its first and last row."""
    count = min(_ROWS, max(1, len(rows) // 6))
    return rows[:count] + rows[-count:] if len(rows) > 2 * count else rows[:1] + rows[1:][-1:]


def _kept(rows: list[Row], repeated: set[str], seen: set[str]) -> list[Word]:
    edge = {id(row) for row in _edge(rows)}
    kept: list[Word] = []
    for row in rows:
        if id(row) in edge:
            key = _key(row)
            if _NUMBER.fullmatch(_text(row)) or (key in repeated and key in seen):
                continue
            seen.add(key)
        kept.extend(row)
    return kept


def _text(row: Row) -> str:
    return " ".join(word.text for word in row)


def _key(row: Row) -> str:
    """The text with numbers made alike."""
    return _DIGITS.sub("#", _text(row)).lower()
