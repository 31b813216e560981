"""RIS: what PubMed, EndNote, Zotero and publishers' pages write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Any

from claimcheck.curation.entries import Entries, Entry, EntryError, Lines, body, person, reference
from claimcheck.curation.extras import extra
from claimcheck.curation.kinds import csl_type, kind_of
from claimcheck.curation.names import plain_letters
from claimcheck.errors import InputError
from claimcheck.evidence.model import Author, Csl, Study

_TAG = re.compile(r"^(TY|ER)  - ?", re.MULTILINE)
_PAGES = re.compile(r"([^-–]+)[-–]([^-–]+)")
#: our name of a field -> rispy's names, the first that is filled counts
_FIELDS = {
    "title": ("title", "primary_title"),
    "issued": ("year", "publication_year", "date"),
    "container_title": ("secondary_title", "alternate_title3", "journal_name", "alternate_title2", "alternate_title1"),
    "volume": ("volume",),
    "issue": ("number",),
    "publisher": ("publisher",),
    "DOI": ("doi",),
    "PMID": ("accession_number",),
    "PMCID": ("custom2",),
}


def write(studies: Iterable[Study]) -> str:
    """The references as RIS records."""
    rispy = extra("rispy", "RIS")
    # without a running number before each record
    writer = type("Writer", (rispy.RisWriter,), {"set_header": lambda self, count: ""})
    text: str = rispy.dumps([_record(study) for study in studies], implementation=writer)
    return text.lstrip("\n")


def _record(study: Study) -> dict[str, Any]:
    csl, (first, last) = study.csl, _split_pages(study.csl.page)
    record = {
        "type_of_reference": kind_of(csl.type).ris,
        "id": study.id,
        "authors": [_written(author) for author in csl.author],
        "title": csl.title,
        "secondary_title": csl.container_title,
        "year": str(csl.issued),
        "volume": csl.volume,
        "number": csl.issue,
        "start_page": first,
        "end_page": last,
        "publisher": csl.publisher,
        "doi": csl.DOI,
        "accession_number": csl.PMID,
        "custom2": csl.PMCID,
        "issn": csl.ISBN,
        "urls": [csl.URL] if csl.URL else None,
    }
    return {key: _on_one_line(value) for key, value in record.items() if value}


def _on_one_line(value: Any) -> Any:
    """A line feed would begin another tag."""
    return " ".join(value.split()) if isinstance(value, str) else [_on_one_line(item) for item in value]


def _written(author: Author) -> str:
    if author.family is None:
        return author.literal or author.given or ""
    return f"{author.family}, {author.given or ''}".rstrip()


def _split_pages(page: str | None) -> tuple[str | None, str | None]:
    """First and last page; an article number is a first page alone."""
    match = _PAGES.fullmatch(page or "")
    return (match[1], match[2]) if match else (page, None)


def read(text: str, path: str) -> Entries:
    """The references of a file; a record begins with TY and ends with ER."""
    rispy = extra("rispy", "RIS")
    for line, record in _records(text):
        try:
            if record is None:
                raise EntryError("is not ended by an ER line")
            yield Entry(_reference(rispy.loads(record)[0]), line)
        except EntryError as error:
            yield InputError(f"the reference {error}", path=path, line=line)


def _records(text: str) -> Iterator[tuple[int, str | None]]:
    """Each record with its first line; None stands for one without an end."""
    text = text.replace("\r\n", "\n")
    marks, lines = [*_TAG.finditer(text)], Lines(text)
    for mark, after in zip_longest(marks, marks[1:]):
        if mark[1] == "TY":
            yield lines.at(mark.start()), text[mark.start() : after.end()] if after and after[1] == "ER" else None


def _reference(record: Mapping[str, Any]) -> Csl:
    fields = {
        ours: next((record[name] for name in theirs if record.get(name)), None) for ours, theirs in _FIELDS.items()
    }
    names = [*record.get("authors", ()), *record.get("first_authors", ())]
    pages = (record.get("start_page"), record.get("end_page"))
    links = record.get("urls") or []
    more = {"page": "-".join(filter(None, pages)), "URL": links[0] if links else None, "ISBN": _isbn(record)}
    return reference(csl_type(record["type_of_reference"]), {**fields, **more}, filter(None, map(_author, names)))


def _first(record: Mapping[str, Any], names: Iterable[str]) -> Any:
    return next((record[name] for name in names if record.get(name)), None)


def _isbn(record: Mapping[str, Any]) -> str | None:
    """SN holds a book's ISBN, or a journal's ISSN, which we do not keep."""
    digits = plain_letters(str(record.get("issn", ""))).replace(" ", "")
    return digits if len(digits) in (10, 13) else None


def _author(name: str) -> Author | None:
    family, comma, given = name.partition(",")
    return person(family, given) if comma else body(name)
