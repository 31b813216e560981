"""From an in-text citation to the studies of the base that it means."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, cast

from claimcheck.evidence.base import EvidenceBase
from claimcheck.text.folding import folded_key
from claimcheck.wording.citations import clean_doi
from claimcheck.wording.model import Reference

#: the compiled section's name; the number is the format
SECTION = "references-1"
#: how alike two spellings of a family name must be, of 100
_ALIKE = 85


class Entry(NamedTuple):
    """What a study can be recognised by; names and journal are folded."""

    study: str
    year: int
    authors: tuple[str, ...]
    doi: str | None
    pmid: str | None
    journal: str


def compile_references(base: EvidenceBase) -> bytes:
    """The base's references as bytes, to be stored with the compiled evidence base."""
    entries = []
    for study in base.studies():
        csl = study.csl
        authors = tuple(folded_key(author.family or author.literal or "") for author in csl.author)
        doi = clean_doi(csl.DOI) if csl.DOI else None
        entries.append((study.id, csl.issued, authors, doi, csl.PMID, folded_key(csl.container_title or "")))
    return marshal.dumps(entries)


@lru_cache(maxsize=4)
def _entries(base: EvidenceBase) -> tuple[Entry, ...]:
    try:
        compiled = base.section(SECTION)
    except KeyError:
        compiled = compile_references(base)
    return tuple(Entry(*entry) for entry in marshal.loads(compiled))


def resolve(reference: Reference, base: EvidenceBase, claim: str | None = None) -> tuple[str, ...]:
    """The ids of the studies that a citation may mean, sorted; several where it is ambiguous, none where unknown.

    Identifiers must agree; names may be misspelt and the year one off where that leaves a single study. A review
    cited by its series alone is looked for among the studies of `claim`.
    """
    entries = _entries(base)
    if reference.doi:
        return _studies(entry for entry in entries if entry.doi == reference.doi)
    if reference.pmid:
        return _studies(entry for entry in entries if entry.pmid == reference.pmid)
    if reference.authors:
        return _by_authors(reference, entries)
    return _by_series(reference, entries, base, claim) if reference.series else ()


def _studies(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(sorted({entry.study for entry in entries}))


def _by_authors(reference: Reference, entries: Sequence[Entry]) -> tuple[str, ...]:
    cited = [folded_key(name) for name in reference.authors]
    likely = [(_likeness(cited, entry.authors), entry) for entry in entries if _near(reference, entry)]
    scored = [(score, entry) for score, entry in likely if score]
    if reference.year is not None:
        same = [(score, entry) for score, entry in scored if entry.year == reference.year]
        if not same and len(scored) > 1:
            return ()
        scored = same or scored
    best = max((score for score, _ in scored), default=0.0)
    found = _studies(entry for score, entry in scored if score == best)
    return () if reference.year is None and len(found) > 1 else found


def _near(reference: Reference, entry: Entry) -> bool:
    return reference.year is None or abs(entry.year - reference.year) <= 1


def _likeness(cited: list[str], authors: Sequence[str]) -> float:
    """How well a list of names fits a study's authors: 0 unless the first one does, 2 where all do."""
    from rapidfuzz import fuzz, process

    def among(name: str, names: Sequence[str]) -> bool:
        return process.extractOne(name, names, scorer=fuzz.ratio, score_cutoff=_ALIKE) is not None

    if not authors or not among(cited[0], authors[:1]):
        return 0.0
    others = cited[1:]
    return 1 + (sum(among(name, authors) for name in others) / len(others) if others else 1)


def _by_series(
    reference: Reference, entries: Sequence[Entry], base: EvidenceBase, claim: str | None
) -> tuple[str, ...]:
    words = cast("Any", base.language.data.get("citations", {}))
    journals = {folded_key(name) for name in words["series"][reference.series]["journals"]}
    of_series = [entry for entry in entries if entry.journal in journals and reference.year in (None, entry.year)]
    on_claim = {study.id for study, _ in base.lines(claim)} if claim else set()
    found = _studies(entry for entry in of_series if entry.study in on_claim) or _studies(of_series)
    return found if len(found) == 1 else ()
