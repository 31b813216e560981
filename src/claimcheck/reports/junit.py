"""The report as JUnit XML: a suite for each document, a case for each claim found in it.

A claim below the level that fails a run passes here too, with what was found as its output.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.report import DocumentReport, Finding, InputFailure, Report
from claimcheck.reports.alerts import Alert, advice, document_alerts
from claimcheck.reports.levels import at_or_above
from claimcheck.reports.options import RenderOptions
from claimcheck.reports.xml import document, element

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def render(report: Report, options: RenderOptions) -> str:
    """All suites; unreadable inputs are errors."""
    root = element("testsuites", name="claimcheck")
    for checked in report.documents:
        _suite(root, checked, at_or_above(options.level(checked.path)))
    for error in report.errors:
        _not_checked(root, error)
    for count in ("tests", "failures", "errors", "skipped"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    return document(root)


def _suite(root: Element, checked: DocumentReport, failing: tuple[str, ...]) -> None:
    suite = element("testsuite", root, name=checked.path)
    for alert in document_alerts(checked):
        _problem(_case(suite, alert), alert, failing)
    for finding in checked.findings:
        if finding.verdict == "supported":
            _supported(suite, checked.path, finding)
    for item in checked.suppressed:
        if item.used:
            case = element("testcase", suite, name=f"line {item.line}: {item.claim}", classname=checked.path)
            element("skipped", case, message=item.reason or "set aside")
    if not len(suite):
        element("testcase", suite, name="no claim found", classname=checked.path)
    _count(suite)


def _case(suite: Element, alert: Alert) -> Element:
    name = f"line {alert.place.line}, column {alert.place.column}: {alert.rule}"
    return element("testcase", suite, name=name, classname=alert.path, file=alert.path, line=alert.place.line)


def _problem(case: Element, alert: Alert, failing: tuple[str, ...]) -> None:
    asks = alert.finding is not None and alert.finding.wording.stance == "questioned"
    if alert.level in failing and not asks:
        element("failure", case, alert.message, message=alert.title, type=alert.level)
    else:
        element("system-out", case, f"{alert.title}. {alert.message}")


def _supported(suite: Element, path: str, finding: Finding) -> None:
    place = finding.place
    name = f"line {place.line}, column {place.column}: {finding.claim}"
    case = element("testcase", suite, name=name, classname=path, file=path, line=place.line)
    element("system-out", case, f"supported ({finding.reason}): {advice(finding)}")


def _not_checked(root: Element, error: InputFailure) -> None:
    suite = element("testsuite", root, name=error.path)
    case = element("testcase", suite, name="can be read", classname=error.path, file=error.path)
    element("error", case, error.message, message=error.message, type="not-checked")
    _count(suite)


def _count(suite: Element) -> None:
    suite.set("tests", str(len(suite)))
    for count, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(count, str(len(suite.findall(f"testcase/{tag}"))))
