"""Reports and cards as text, one module a format.

A new format is a module with `render(report, options) -> str` and a line in `FORMATS`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

if TYPE_CHECKING:
    from claimcheck.report import Report
    from claimcheck.reports.options import RenderOptions

#: name -> module; imported when asked for
FORMATS: Final = {
    "human": "claimcheck.reports.human",
    "json": "claimcheck.reports.json",
    "jsonl": "claimcheck.reports.jsonl",
    "markdown": "claimcheck.reports.markdown",
}


class ReportFormat(Protocol):
    """What a module in `FORMATS` offers."""

    def render(self, report: Report, options: RenderOptions) -> str:
        """The whole report as text that ends in a line feed."""


def render(name: str, report: Report, options: RenderOptions) -> str:
    """Write a report in a named format.

    Raises:
        KeyError: there is no such format.
    """
    return cast("ReportFormat", import_module(FORMATS[name])).render(report, options)
