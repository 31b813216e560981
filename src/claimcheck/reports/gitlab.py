"""The report as a GitLab Code Quality artifact."""

from __future__ import annotations

from typing import Any, Final

from claimcheck.report import Report
from claimcheck.reports.alerts import Alert, Severity, alerts
from claimcheck.reports.json import dump
from claimcheck.reports.options import RenderOptions

_SEVERITIES: Final[dict[Severity, str]] = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report, options: RenderOptions) -> str:
    """A list of problems; GitLab shows those whose fingerprint the target branch does not have."""
    return dump([_entry(alert) for alert in alerts(report)])


def _entry(alert: Alert) -> dict[str, Any]:
    return {
        "description": f"{alert.title}. {alert.message}",
        "check_name": alert.rule,
        "fingerprint": alert.fingerprint,
        "severity": _SEVERITIES[alert.severity],
        "location": {"path": alert.path, "lines": {"begin": alert.place.line, "end": alert.place.end_line}},
    }
