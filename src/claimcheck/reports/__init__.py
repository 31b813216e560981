"""Reports and cards as text, one module a format.

A new format is a module with `render(report, options) -> str` and a line in `FORMATS`. Where a report may grow to many
times its document, the module also has `pieces(report, options)`, which makes the same text bit by bit.
"""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.report import Report
    from claimcheck.reports.options import RenderOptions

#: name -> module; imported when asked for
FORMATS: Final = {
    "human": "claimcheck.reports.human",
    "json": "claimcheck.reports.json",
    "jsonl": "claimcheck.reports.jsonl",
    "markdown": "claimcheck.reports.markdown",
    "sarif": "claimcheck.reports.sarif",
    "github": "claimcheck.reports.github",
    "gitlab": "claimcheck.reports.gitlab",
    "junit": "claimcheck.reports.junit",
    "checkstyle": "claimcheck.reports.checkstyle",
    "rdjson": "claimcheck.reports.rdjson",
    "csv": "claimcheck.reports.csv",
    "claimreview": "claimcheck.reports.claimreview",
    "html": "claimcheck.reports.html",
}
#: formats that tell the findings of the baseline by a flag; the others leave them out
_FLAGGING: Final = frozenset({"json", "jsonl"})


class ReportFormat(Protocol):
    """What a module in `FORMATS` offers."""

    def render(self, report: Report, options: RenderOptions) -> str:
        """The whole report as text that ends in a line feed."""


def render(name: str, report: Report, options: RenderOptions) -> str:
    """Write a report in a named format.

    Raises:
        KeyError: there is no such format.
    """
    return "".join(pieces(name, report, options))


def pieces(name: str, report: Report, options: RenderOptions) -> Iterator[str]:
    """The text of `render` bit by bit, so that it need not be held in memory.

    Raises:
        KeyError: there is no such format.
    """
    module = import_module(FORMATS[name])
    wanted = report if name in _FLAGGING else _without_baselined(report)
    if hasattr(module, "pieces"):
        yield from module.pieces(wanted, options)
    else:
        yield cast("ReportFormat", module).render(wanted, options)


def needs_shown(name: str) -> bool:
    """Whether a named format wants the text of the documents (`DocumentReport.shown`) with the report."""
    return bool(getattr(import_module(FORMATS[name]), "NEEDS_SHOWN", False))


def _without_baselined(report: Report) -> Report:
    if not report.summary.baselined and not any(item.baselined for doc in report.documents for item in doc.unlisted):
        return report
    return replace(
        report,
        documents=tuple(
            replace(
                document,
                findings=tuple(finding for finding in document.findings if not finding.baselined),
                unlisted=tuple(item for item in document.unlisted if not item.baselined),
            )
            for document in report.documents
        ),
    )
