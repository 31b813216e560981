"""Levels of findings: which of them fail a run (`--fail-on`) and which are shown (`--show`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from claimcheck.report import DocumentReport, Finding, Report
from claimcheck.reports.levels import LEVELS, at_or_above

FAIL_LEVELS: Final = (*LEVELS, "never")
SHOW_LEVELS: Final = ("all", *reversed(LEVELS), "none")


def failed_on(report: Report, level_of: Callable[[str], str]) -> str | None:
    """The worst level that fails the run, or None; `level_of` says which level fails a document, given its path.

    Questions and findings in the baseline never fail a run.
    """
    present = {level for document in report.documents for level in _failing(document, level_of(document.path))}
    return next((level for level in LEVELS if level in present), None)


def _failing(document: DocumentReport, level: str) -> set[str]:
    present: set[str] = {finding.verdict for finding in document.findings if counts(finding)}
    if not all(item.baselined for item in document.unlisted):
        present.add("unlisted")
    return present & set(at_or_above(level))


def counts(finding: Finding) -> bool:
    """Whether a finding can fail a run."""
    return finding.wording.stance != "questioned" and not finding.baselined


def shown(report: Report, level: str) -> Report:
    """The report with only the findings of `level` and worse; its summary still counts them all."""
    if level == "all":
        return report
    wanted = frozenset(at_or_above(level))
    return replace(report, documents=tuple(_keep(document, wanted) for document in report.documents))


def _keep(document: DocumentReport, wanted: frozenset[str]) -> DocumentReport:
    return replace(
        document,
        findings=tuple(finding for finding in document.findings if finding.verdict in wanted),
        unlisted=document.unlisted if "unlisted" in wanted else (),
    )
