"""The report in the Reviewdog Diagnostic Format; its columns count bytes of UTF-8, the end exclusive."""

from __future__ import annotations

from typing import Any, Final

from claimcheck.report import DocumentReport, Place, Report
from claimcheck.reports.alerts import Alert, Severity, document_alerts
from claimcheck.reports.json import dump
from claimcheck.reports.options import RenderOptions
from claimcheck.reports.style import one_line

#: the columns of a report can be counted in bytes only where the source is at hand
NEEDS_SHOWN: Final = True
_SEVERITIES: Final[dict[Severity, str]] = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: Report, options: RenderOptions) -> str:
    """One `DiagnosticResult`."""
    diagnostics = [entry for document in report.documents for entry in _diagnostics(document)]
    diagnostics += [
        {
            "message": one_line(error.message),
            "location": {"path": error.path},
            "severity": "ERROR",
            "code": {"value": "not-checked"},
        }
        for error in report.errors
    ]
    return dump({"source": {"name": "claimcheck"}, "diagnostics": diagnostics})


def _diagnostics(document: DocumentReport) -> list[dict[str, Any]]:
    found = document_alerts(document)
    lines = document.shown.source.split("\n") if found and document.shown else None
    return [_diagnostic(alert, lines) for alert in found]


def _diagnostic(alert: Alert, lines: list[str] | None) -> dict[str, Any]:
    return {
        "message": f"{alert.title}. {alert.message}",
        "location": {"path": alert.path, "range": _range(alert.place, lines)},
        "severity": _SEVERITIES[alert.severity],
        "code": {"value": alert.rule},
    }


def _range(place: Place, lines: list[str] | None) -> dict[str, Any]:
    """Where the sentence stands; whole lines where the source is not known."""
    start: dict[str, int] = {"line": place.line}
    end: dict[str, int] = {"line": place.end_line}
    if lines is not None:
        start["column"] = _bytes_before(lines[place.line - 1], place.column) + 1
        end["column"] = _bytes_before(lines[place.end_line - 1], place.end_column) + 1
    return {"start": start, "end": end}


def _bytes_before(line: str, column: int) -> int:
    return len(line[: column - 1].encode("utf-8", "surrogatepass"))
