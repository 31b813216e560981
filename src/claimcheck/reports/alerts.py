"""Findings as build servers and editors see them: one flat record each, for the formats that list problems.

Supported findings are no problem and are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from claimcheck.frozen import dataclass
from claimcheck.report import DocumentReport, Finding, Place, Report, UnlistedFinding
from claimcheck.reports.style import one_line
from claimcheck.text.fingerprints import fingerprints

Level = Literal["unsupported", "contested", "unlisted"]
Severity = Literal["error", "warning", "note"]

#: the rule that stands for claims which the base does not hold
UNLISTED: Final = "unlisted"
_SEVERITIES: Final[dict[Level, Severity]] = {"unsupported": "error", "contested": "warning", "unlisted": "note"}
_ORDER: Final[tuple[Severity, ...]] = ("error", "warning", "note")


@dataclass(frozen=True)
class Alert:
    """One problem.

    Attributes:
        path: as in the report.
        place: the sentence's.
        level: the verdict, or `unlisted`.
        severity: a question asserts nothing and is a note whatever its verdict.
        rule: the claim's id, or `unlisted`.
        title, message: one line each, free of characters that command a terminal.
        fingerprint: the same from run to run, no other in the report has it.
        finding: the finding, None for an unlisted claim.
    """

    path: str
    place: Place
    level: Level
    severity: Severity
    rule: str
    title: str
    message: str
    fingerprint: str
    finding: Finding | None = None


def alerts(report: Report) -> list[Alert]:
    """Every problem in reading order."""
    return [alert for document in report.documents for alert in document_alerts(document)]


def document_alerts(document: DocumentReport) -> list[Alert]:
    """The problems of one document in reading order."""
    found = [*_found(document), *_unlisted(document)]
    return sorted(found, key=lambda alert: (*alert.place.order, alert.rule))


def worst_first(found: Iterable[Alert]) -> list[Alert]:
    """Errors before warnings before notes, each in reading order."""
    return sorted(found, key=lambda alert: _ORDER.index(alert.severity))


def advice(finding: Finding) -> str:
    """Why the verdict, what to say instead and on which evidence, on one line."""
    parts = [finding.explanation]
    if finding.suggestion:
        parts.append(f"Say instead: {finding.suggestion}")
    if finding.citations:
        parts.append("Evidence: " + "; ".join(citation.reference for citation in finding.citations) + ".")
    return one_line(" ".join(parts))


def _found(document: DocumentReport) -> Iterator[Alert]:
    for finding in document.findings:
        if finding.verdict == "supported":
            continue
        asks = finding.wording.stance == "questioned"
        yield Alert(
            document.path,
            finding.place,
            finding.verdict,
            "note" if asks else _SEVERITIES[finding.verdict],
            finding.claim,
            one_line(f"{finding.verdict} ({finding.reason}): {finding.statement}"),
            f"“{one_line(finding.text)}” {advice(finding)}",
            finding.fingerprint,
            finding,
        )


def _unlisted(document: DocumentReport) -> Iterator[Alert]:
    prints = fingerprints(document.path, UNLISTED, (item.text for item in document.unlisted))
    for item, known_by in zip(document.unlisted, prints, strict=True):
        yield _unlisted_alert(document.path, item, known_by)


def _unlisted_alert(path: str, item: UnlistedFinding, known_by: str) -> Alert:
    message = f"“{one_line(item.text)}” {one_line(item.why)}"
    title = "unlisted: a health claim that the evidence base does not hold"
    return Alert(path, item.place, UNLISTED, _SEVERITIES[UNLISTED], UNLISTED, title, message, known_by)
