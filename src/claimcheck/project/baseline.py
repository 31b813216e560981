"""Findings that stood when a team began: a text file, one sorted entry a line, that makes only new ones count.

An entry holds as long as the verdict is no worse than it was; a finding that new evidence has made worse is new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from claimcheck.errors import ConfigError
from claimcheck.frozen import dataclass
from claimcheck.report import DocumentReport, Report
from claimcheck.text.fingerprints import fingerprints

HEADER: Final = "# claimcheck baseline 1: fingerprint, verdict, claim, path"
_UNLISTED: Final = "unlisted"
#: from the best to the worst
_VERDICTS: Final = (_UNLISTED, "contested", "unsupported")


@dataclass(frozen=True)
class Entry:
    """A finding that stood: its fingerprint, its verdict (or `unlisted`), its claim and its document."""

    path: str
    claim: str
    verdict: str
    fingerprint: str


@dataclass(frozen=True)
class Comparison:
    """How many findings of a run are new, how many still stand, and which entries stand no more."""

    new: int
    standing: int
    fixed: tuple[Entry, ...]


def read_baseline(path: Path) -> dict[str, Entry]:
    """The entries by fingerprint.

    Raises:
        ConfigError: it is missing or is no baseline.
    """
    try:
        first, *lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ConfigError(f"cannot be read: {(error.strerror or str(error)).lower()}", path=str(path)) from error
    except ValueError:
        first, lines = "", []
    if first != HEADER:
        hint = "claimcheck file ... --write-baseline makes one"
        raise ConfigError("is no baseline of this version", path=str(path), line=1, hint=hint)
    entries = [_entry(path, number, line) for number, line in enumerate(lines, 2) if line]
    return {entry.fingerprint: entry for entry in entries}


def baseline_of(report: Report) -> tuple[Entry, ...]:
    """An entry for each finding that is contested, unsupported or unlisted, sorted by document and claim."""
    entries = (entry for document in report.documents for entry in entries_of(document))
    return tuple(sorted(entries, key=lambda entry: (entry.path, entry.claim, entry.fingerprint)))


def baseline_text(entries: Iterable[Entry]) -> str:
    """The file: a header, then one entry a line."""
    lines = (f"{entry.fingerprint} {entry.verdict} {entry.claim} {_escaped(entry.path)}" for entry in entries)
    return "\n".join((HEADER, *lines)) + "\n"


def entries_of(document: DocumentReport) -> Iterator[Entry]:
    """The entries of one document."""
    for finding in document.findings:
        if finding.verdict != "supported":
            yield Entry(document.path, finding.claim, finding.verdict, finding.fingerprint)
    for known_by in _unlisted(document):
        yield Entry(document.path, _UNLISTED, _UNLISTED, known_by)


def mark(document: DocumentReport, baseline: Mapping[str, Entry]) -> DocumentReport:
    """The document with the findings that the baseline holds marked."""
    return replace(
        document,
        findings=tuple(
            replace(finding, baselined=True) if _stood(baseline, finding.fingerprint, finding.verdict) else finding
            for finding in document.findings
        ),
        unlisted=tuple(
            replace(item, baselined=True) if known_by in baseline else item
            for item, known_by in zip(document.unlisted, _unlisted(document), strict=True)
        ),
    )


def compare(report: Report, baseline: Mapping[str, Entry]) -> Comparison:
    """What changed; an entry whose document was not checked in this run is neither here nor there."""
    found = {entry.fingerprint: entry for document in report.documents for entry in entries_of(document)}
    standing = sum(_stood(baseline, entry.fingerprint, entry.verdict) for entry in found.values())
    checked = {document.path for document in report.documents}
    fixed = (entry for known_by, entry in baseline.items() if known_by not in found and entry.path in checked)
    return Comparison(len(found) - standing, standing, tuple(fixed))


def _stood(baseline: Mapping[str, Entry], known_by: str, verdict: str) -> bool:
    entry = baseline.get(known_by)
    return entry is not None and verdict in _VERDICTS[: _VERDICTS.index(entry.verdict) + 1]


def _unlisted(document: DocumentReport) -> list[str]:
    return fingerprints(document.path, _UNLISTED, (item.text for item in document.unlisted))


def _entry(path: Path, number: int, line: str) -> Entry:
    known_by, verdict, claim, document = (*line.split(" ", 3), "", "", "")[:4]
    if verdict not in _VERDICTS or not document:
        raise ConfigError("is no baseline entry", path=str(path), line=number)
    return Entry(_unescaped(document), claim, verdict, known_by)


def _escaped(path: str) -> str:
    return path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


def _unescaped(path: str) -> str:
    return path.replace("\\\\", "\0").replace("\\n", "\n").replace("\\r", "\r").replace("\0", "\\")
