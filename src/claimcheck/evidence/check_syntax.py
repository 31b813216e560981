"""How dates and public identifiers are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from claimcheck.evidence.model import Claim, EvidenceManifest, Study
from claimcheck.evidence.problems import Problem
from claimcheck.evidence.sources import Sourced, Sources

EARLIEST_YEAR, LATEST_YEAR = 1600, 2100

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_BY_FIELD = {
    "DOI": (re.compile(r"10\.\d{4,9}/\S+"), "10.1234/abc, without https://doi.org/"),
    "PMID": (re.compile(r"[1-9]\d{0,8}"), "digits alone"),
    "PMCID": (re.compile(r"PMC[1-9]\d{0,8}"), "PMC and digits"),
    "ISBN": (re.compile(r"(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx]"), "ten or thirteen digits"),
    "URL": (re.compile(r"https?://[^\s/]+\S*"), "https://..."),
}
#: registry prefix -> what follows it; numbers of other registries are taken as they are
_REGISTRIES = {
    "NCT": (re.compile(r"NCT\d{8}\b"), "NCT and eight digits"),
    "ISRCTN": (re.compile(r"ISRCTN\d{8}\b"), "ISRCTN and eight digits"),
}

#: a date with the YAML path it stands at
_Dates = Iterator[tuple[str | None, tuple[str | int, ...]]]
_Dated = Sourced[Study] | Sourced[Claim] | Sourced[EvidenceManifest]


def bad_identifiers(sources: Sources) -> Iterator[Problem]:
    """DOI, PMID, PMCID, ISBN, address and trial registration of every study."""
    for source in sources.studies.values():
        for field, (pattern, wanted) in _BY_FIELD.items():
            value = getattr(source.record.csl, field)
            if value is not None and not pattern.fullmatch(value):
                yield source.error("bad-identifier", f'{field} "{value}" is not written as {wanted}', "csl", field)
        yield from _registrations(source)


def _registrations(source: Sourced[Study]) -> Iterator[Problem]:
    for number, registration in enumerate(source.record.registration):
        for prefix, (pattern, wanted) in _REGISTRIES.items():
            if registration.upper().startswith(prefix) and not pattern.match(registration):
                message = f'"{registration}" is not written as {wanted}'
                yield source.error("bad-identifier", message, "registration", number)


def bad_dates(sources: Sources) -> Iterator[Problem]:
    """Dates are written 2026-11-20 (or 2026-11, 2026) and exist; a paper is not read long before it appears."""
    for source, value, where in dates_in(sources):
        if not is_date(value):
            yield source.error("bad-date", f'{where[-1]} "{value}" is no date like 2026-11-20', *where)
    for study in sources.studies.values():
        yield from _year(study)


def dates_in(sources: Sources) -> Iterator[tuple[_Dated, str, tuple[str | int, ...]]]:
    """Every date that is given, with its record and YAML path."""
    dated: list[tuple[_Dated, _Dates]] = [
        *((source, _study_dates(source.record)) for source in sources.studies.values()),
        *((source, _claim_dates(source.record)) for source in sources.claims.values()),
    ]
    if sources.manifest:
        dated.append((sources.manifest, _manifest_dates(sources.manifest.record)))
    for source, dates in dated:
        yield from ((source, value, where) for value, where in dates if value is not None)


def is_date(text: str) -> bool:
    """Whether a text is a year, month or day that exists, ISO 8601."""
    match = _DAY.fullmatch(text)
    if match is None:
        return False
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return EARLIEST_YEAR <= year <= LATEST_YEAR


def _study_dates(study: Study) -> _Dates:
    yield study.provenance.accessed, ("provenance", "accessed")
    yield study.status.checked, ("status", "checked")
    if study.review:
        yield study.review.search_date, ("review", "search_date")
    for part in ("outcomes", "appraisals"):
        for number, item in enumerate(getattr(study, part)):
            yield item.provenance.accessed, (part, number, "provenance", "accessed")


def _claim_dates(claim: Claim) -> _Dates:
    yield claim.searched.date, ("searched", "date")


def _manifest_dates(manifest: EvidenceManifest) -> _Dates:
    yield manifest.retractions_checked, ("retractions_checked",)


def _year(source: Sourced[Study]) -> Iterator[Problem]:
    """An issue may bear the next year's number, no later one."""
    study = source.record
    accessed = study.provenance.accessed
    last = int(accessed[:4]) + 1 if is_date(accessed) else LATEST_YEAR
    if not EARLIEST_YEAR <= study.csl.issued <= LATEST_YEAR:
        yield source.error("bad-date", f"issued {study.csl.issued} is no year of a paper", "csl", "issued")
    elif study.csl.issued > last:
        message = f"issued {study.csl.issued}, but read in {accessed[:4]}"
        yield source.error("bad-date", message, "csl", "issued")
