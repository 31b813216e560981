"""One JSON object a line: each finding, unlisted claim and error, then the summary; easy to filter and to append."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from claimcheck.report import Report
from claimcheck.reports.json import as_data, dump, finding_data, unlisted_data
from claimcheck.reports.options import RenderOptions


def render(report: Report, options: RenderOptions) -> str:
    """The lines, each with `type` (`finding`, `unlisted`, `error`, `summary`) first."""
    return "".join(pieces(report, options))


def pieces(report: Report, options: RenderOptions) -> Iterator[str]:
    """The same line by line."""
    return (dump(line, indent=None) for line in _lines(report, options))


def _lines(report: Report, options: RenderOptions) -> Iterator[dict[str, Any]]:
    for document in report.documents:
        for finding in document.findings:
            yield {"type": "finding", "path": document.path, **finding_data(finding, options.explain)}
        for item in document.unlisted:
            yield {"type": "unlisted", "path": document.path, **unlisted_data(item)}
    whole = as_data(replace(report, documents=()))
    for error in whole["errors"]:
        yield {"type": "error", **error}
    yield {"type": "summary", "schema": whole["schema"], "evidence": whole["evidence"], **whole["summary"]}
