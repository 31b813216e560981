"""The report as Markdown, for job summaries and pull requests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claimcheck.report import DocumentReport, Finding, Report
from claimcheck.reports.options import RenderOptions
from claimcheck.reports.style import one_line
from claimcheck.reports.summary import closing

_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&@:])")


def render(report: Report, options: RenderOptions) -> str:
    """A table for each document, worst verdicts in words, then the summary."""
    lines = ["# Claims checked", ""]
    for document in report.documents:
        lines.extend(_document(document))
    lines.extend(f"- **not checked** {escape(error.path)}: {escape(error.message)}" for error in report.errors)
    if report.errors:
        lines.append("")
    for line in closing(report, RenderOptions(fail_on=options.fail_on, failed_on=options.failed_on)):
        lines.extend((escape(line), ""))
    return "\n".join(lines).rstrip("\n") + "\n"


def escape(text: str) -> str:
    """Text that Markdown shows as it stands, on one line, mentioning and linking nobody."""
    return _MARKUP.sub(r"\\\1", one_line(text))


def _document(document: DocumentReport) -> Iterator[str]:
    if not (document.findings or document.unlisted):
        return
    yield f"## {escape(document.path)}"
    yield ""
    yield "| place | verdict | sentence | why | say instead | evidence |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for finding in document.findings:
        yield _finding(finding)
    for item in document.unlisted:
        yield f"| {item.place.line}:{item.place.column} | unlisted | {escape(item.text)} | {escape(item.why)} | | |"
    yield ""


def _finding(finding: Finding) -> str:
    cited = "; ".join(_citation(citation.reference, citation.doi) for citation in finding.citations)
    cells = (
        f"{finding.place.line}:{finding.place.column}",
        f"**{finding.verdict}** {escape(finding.reason)}",
        escape(finding.text),
        escape(finding.explanation),
        escape(finding.suggestion or ""),
        cited,
    )
    return f"| {' | '.join(cells)} |"


def _citation(reference: str, doi: str | None) -> str:
    if doi is None:
        return escape(reference)
    from urllib.parse import quote

    return f"[{escape(reference)}](https://doi.org/{quote(doi, safe='/')})"
