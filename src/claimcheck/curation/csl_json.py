"""CSL-JSON: what Zotero, pandoc and citation processors share."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claimcheck.curation.entries import Entries, Entry, EntryError, Lines, body, person, reference
from claimcheck.errors import InputError
from claimcheck.evidence.model import Author, Csl, Study
from claimcheck.evidence.references import csl_item

_SPACE = re.compile(r"[\s,]*")
#: our name of a field -> CSL's, where they are not the same
_FIELDS = {
    **{name: name for name in ("volume", "issue", "page", "publisher", "DOI", "PMID", "PMCID", "ISBN", "URL", "title")},
    "container_title": "container-title",
}


def write(studies: Iterable[Study]) -> str:
    """The references as one JSON array."""
    items = [{"id": study.id, **csl_item(study.csl)} for study in studies]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def read(text: str, path: str) -> Entries:
    """The references of an array, or of a single item."""
    lines = Lines(text)
    for start, item in _items(text, path):
        line = lines.at(start)
        try:
            yield Entry(_reference(item), line)
        except EntryError as error:
            yield InputError(f"reference {_name(item)}{error}", path=path, line=line)


def _items(text: str, path: str) -> Iterator[tuple[int, Any]]:
    """Each item with the place where it begins. Raises InputError where the text is no JSON."""
    decoder, position = json.JSONDecoder(), _skip(text, 0)
    listed = text.startswith("[", position)
    position = _skip(text, position + listed)
    while position < len(text) and not (listed and text[position] == "]"):
        try:
            item, end = decoder.raw_decode(text, position)
        except (ValueError, RecursionError) as error:
            line = text.count("\n", 0, getattr(error, "pos", position)) + 1
            raise InputError(f"is not CSL-JSON: {_slip(error)}", path=path, line=line) from None
        yield position, item
        position = _skip(text, end)
    if listed and position >= len(text):
        raise InputError("is not CSL-JSON: the list is not closed", path=path, line=text.count("\n") + 1)


def _slip(error: ValueError | RecursionError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return error.msg
    return "nested too deeply" if isinstance(error, RecursionError) else "a number is too long"


def _skip(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _name(item: Any) -> str:
    name = item.get("id") if isinstance(item, Mapping) else None
    return f"{name} " if isinstance(name, str | int) else ""


def _reference(item: Any) -> Csl:
    if not isinstance(item, Mapping):
        raise EntryError("is not a CSL-JSON item")
    fields = {ours: _text(item.get(theirs)) for ours, theirs in _FIELDS.items()}
    names = item.get("author")
    authors = [_author(name) for name in names] if isinstance(names, list) else []
    kind = item.get("type")
    csl_type = kind if isinstance(kind, str) and kind else "document"
    return reference(csl_type, {**fields, "issued": _date(item.get("issued"))}, [name for name in authors if name])


def _text(value: Any) -> str | None:
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else None


def _author(name: Any) -> Author | None:
    if not isinstance(name, Mapping):
        return None
    if name.get("literal"):
        return body(_text(name["literal"]))
    particles = (_text(name.get(key)) for key in ("dropping-particle", "non-dropping-particle", "family"))
    given, suffix = _text(name.get("given")), _text(name.get("suffix"))
    return person(" ".join(filter(None, particles)), ", ".join(filter(None, (given, suffix))))


def _date(issued: Any) -> str | None:
    """The date in parts, or as it was written."""
    if not isinstance(issued, Mapping):
        return _text(issued)
    parts = issued.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0]:
        return _text(parts[0][0])
    return _text(issued.get("raw") or issued.get("literal"))
