"""The report as Checkstyle XML, which many build servers read."""

from __future__ import annotations

from typing import Final

from claimcheck.report import Report
from claimcheck.reports.alerts import Severity, document_alerts
from claimcheck.reports.options import RenderOptions
from claimcheck.reports.xml import document, element

_SEVERITIES: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "note": "info"}


def render(report: Report, options: RenderOptions) -> str:
    """A `file` for every document checked, problems or none, and one for each that could not be."""
    root = element("checkstyle", version="8.0")
    for checked in report.documents:
        file = element("file", root, name=checked.path)
        for alert in document_alerts(checked):
            element(
                "error",
                file,
                line=alert.place.line,
                column=alert.place.column,
                severity=_SEVERITIES[alert.severity],
                message=f"{alert.title}. {alert.message}",
                source=f"claimcheck.{alert.rule}",
            )
    for error in report.errors:
        file = element("file", root, name=error.path)
        element("error", file, severity="error", message=error.message, source="claimcheck.not-checked")
    return document(root)
