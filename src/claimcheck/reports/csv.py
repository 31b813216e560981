"""The report as a table for spreadsheets, one finding a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from claimcheck.report import DocumentReport, Finding, Place, Report, UnlistedFinding
from claimcheck.reports.options import RenderOptions
from claimcheck.reports.style import one_line

COLUMNS: Final = (
    "path", "line", "column", "page", "verdict", "reason", "claim", "statement", "text", "wording", "rating",
    "explanation", "suggestion", "citations", "fingerprint",
)  # fmt: skip
#: a cell that begins so would be run as a formula
_FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def render(report: Report, options: RenderOptions) -> str:
    """Column heads, then findings and unlisted claims in reading order, then what could not be checked."""
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for document in report.documents:
        for row in sorted(_rows(document), key=lambda row: (int(row["line"]), int(row["column"]), row["claim"])):
            writer.writerow({name: safe(value) for name, value in row.items()})
    for error in report.errors:
        writer.writerow({"path": safe(error.path), "verdict": "not checked", "explanation": safe(error.message)})
    return table.getvalue()


def safe(text: str) -> str:
    """A cell on one line that no spreadsheet takes for a formula."""
    line = one_line(text)
    return f"'{line}" if line.startswith(_FORMULA) else line


def _rows(document: DocumentReport) -> Iterator[dict[str, str]]:
    for finding in document.findings:
        yield {"path": document.path, **_place(finding.place), **_finding(finding)}
    for item in document.unlisted:
        yield {"path": document.path, **_place(item.place), **_unlisted(item)}


def _place(place: Place) -> dict[str, str]:
    return {
        "line": str(place.line),
        "column": str(place.column),
        "page": "" if place.page is None else str(place.page),
    }


def _finding(finding: Finding) -> dict[str, str]:
    return {
        "verdict": finding.verdict,
        "reason": finding.reason,
        "claim": finding.claim,
        "statement": finding.statement,
        "text": finding.text,
        "wording": finding.wording.tier,
        "rating": finding.rating,
        "explanation": finding.explanation,
        "suggestion": finding.suggestion or "",
        "citations": "; ".join(
            f"{item.reference} ({item.role}) {item.doi or ''}".strip() for item in finding.citations
        ),
        "fingerprint": finding.fingerprint,
    }


def _unlisted(item: UnlistedFinding) -> dict[str, str]:
    return {"verdict": "unlisted", "claim": "", "text": item.text, "explanation": item.why}
