"""The report as SARIF 2.1.0, for code scanning and its viewers.

What was set aside or stands in the baseline is left out: GitHub opens an alert for every result it is given, whatever
its `suppressions` say.
"""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import quote

from claimcheck.report import Finding, Place, Report
from claimcheck.reports.alerts import Alert, alerts
from claimcheck.reports.json import dump
from claimcheck.reports.options import RenderOptions
from claimcheck.reports.sarif_rules import rules
from claimcheck.reports.style import one_line

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(report: Report, options: RenderOptions) -> str:
    """One run, complete also where nothing was found."""
    return dump(log(report), indent=None)


def log(report: Report) -> dict[str, Any]:
    """The SARIF log as data."""
    found = alerts(report)
    listed = rules(found)
    index = {rule["id"]: number for number, rule in enumerate(listed)}
    driver = {"name": "claimcheck", "version": report.version, "semanticVersion": report.version, "rules": listed}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [_result(alert, index[alert.rule]) for alert in found],
        "properties": {"evidence": _evidence(report), "policy": report.policy},
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(alert: Alert, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": alert.rule,
        "ruleIndex": index,
        "level": alert.severity,
        "message": {"text": alert.message},
        "locations": [{"physicalLocation": location(alert.path, _region(alert.place))}],
        "partialFingerprints": {
            # the first is the one that code scanning tells alerts apart by
            "primaryLocationLineHash": f"{alert.fingerprint}:1",
            "claimcheckFingerprint/v1": alert.fingerprint,
        },
        "properties": {"verdict": alert.level},
    }
    if alert.finding is not None:
        result["relatedLocations"] = _mentions(alert.path, alert.finding)
        result["properties"] |= _judgement(alert.finding)
    if alert.place.page is not None:
        result["properties"]["page"] = alert.place.page
    return result


def location(path: str, region: dict[str, Any] | None = None) -> dict[str, Any]:
    """A file, or a part of it, as a physical location."""
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(path, errors="replace"), "uriBaseId": "%SRCROOT%"}}
    return place | {"region": region} if region else place


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _mentions(path: str, finding: Finding) -> list[dict[str, Any]]:
    """What was seen where: a subject may stand in a heading far above."""
    return [
        {
            "id": number,
            "message": {"text": f"{item.mention.concept}: “{one_line(item.mention.text)}” ({item.mention.via})"},
            "physicalLocation": location(path, {"startLine": item.line, "startColumn": item.column}),
        }
        for number, item in enumerate(finding.matched, 1)
    ]


def _judgement(finding: Finding) -> dict[str, Any]:
    return {
        "reason": finding.reason,
        "rating": finding.rating,
        "score": round(finding.score, 4),
        "stance": finding.wording.stance,
        "wording": finding.wording.tier,
        "suggestion": finding.suggestion,
        "citations": [
            {"study": item.study, "role": item.role, "reference": item.reference, "doi": item.doi}
            for item in finding.citations
        ],
    }


def _invocation(report: Report) -> dict[str, Any]:
    notices = [_notice("error", error.message, error.path) for error in report.errors]
    notices += [_notice("warning", warning) for warning in report.warnings]
    return {"executionSuccessful": not report.errors, "toolExecutionNotifications": notices}


def _notice(level: str, message: str, path: str | None = None) -> dict[str, Any]:
    """A message on the run; the location of a whole file has no region."""
    notice: dict[str, Any] = {"level": level, "message": {"text": one_line(message)}}
    return notice | {"locations": [{"physicalLocation": location(path)}]} if path else notice


def _evidence(report: Report) -> dict[str, Any]:
    stamp = report.evidence
    return {"name": stamp.name, "version": stamp.version, "digest": stamp.digest}
