"""How a study is cited: short in a line of text, in full on its card, as data for citation managers."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from claimcheck.evidence.model import Author, Csl, Study

#: more authors than this are cut to "et al." in a full reference
_LISTED = 6
#: stands in a record for authors that its source does not name
_OTHERS = "et al."


def short_reference(study: Study) -> str:
    """ "Onozawa et al. 2001"."""
    csl = study.csl
    return f"{_short_authors(csl.author)} {csl.issued}".lstrip()


def full_reference(study: Study) -> str:
    """One line: authors (year). Title. Journal volume(issue), pages. Address."""
    csl = study.csl
    parts = [f"{_full_authors(csl.author)} ({csl.issued})".lstrip(), csl.title, _container(csl)]
    sentences = [part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part]
    return " ".join([*sentences, _address(csl)]).rstrip()


def doi_url(csl: Csl) -> str | None:
    """The address of a paper's DOI."""
    return f"https://doi.org/{csl.DOI}" if csl.DOI else None


def csl_item(csl: Csl) -> dict[str, Any]:
    """The reference as CSL-JSON that citation managers read: unknown keys left out, the date in parts."""
    item = {field.metadata.get("key", field.name): getattr(csl, field.name) for field in fields(csl)}
    item["author"] = [_csl_name(author) for author in csl.author]
    item["issued"] = {"date-parts": [[csl.issued]]}
    return {key: value for key, value in item.items() if value is not None}


def _surname(author: Author) -> str:
    return author.family or author.literal or author.given or ""


def _full_name(author: Author) -> str:
    return " ".join(part for part in (_surname(author), author.given if author.family else None) if part)


def _short_authors(authors: tuple[Author, ...]) -> str:
    names = [_surname(author) for author in authors]
    return f"{names[0]} {_OTHERS}" if len(names) > 2 or _OTHERS in names else " and ".join(names)


def _full_authors(authors: tuple[Author, ...]) -> str:
    names = [_full_name(author) for author in authors[:_LISTED]]
    return ", ".join(names) + (f", {_OTHERS}" if len(authors) > _LISTED else "")


def _container(csl: Csl) -> str:
    issue = f"({csl.issue})" if csl.issue else ""
    volume = f"{csl.volume or ''}{issue}"
    where = " ".join(part for part in (csl.container_title or csl.publisher, volume) if part)
    return ", ".join(part for part in (where, csl.page) if part)


def _address(csl: Csl) -> str:
    pmid = f"PMID {csl.PMID}" if csl.PMID else ""
    return doi_url(csl) or pmid or csl.URL or ""


def _csl_name(author: Author) -> dict[str, str]:
    parts = {"family": author.family, "given": author.given, "literal": author.literal}
    return {key: value for key, value in parts.items() if value is not None}
