"""What a report may be told about how it is wanted."""

from __future__ import annotations

from claimcheck.frozen import dataclass
from claimcheck.reports.style import PLAIN, Style


@dataclass(frozen=True)
class RenderOptions:
    """How to write a report.

    Attributes:
        style: colour, links and width, for the formats that people read.
        explain: add the trace of every finding.
        fail_on: the level that fails a run, as the user gave it.
        failed_on: the level that failed this one, or None.
    """

    style: Style = PLAIN
    explain: bool = False
    fail_on: str = "unsupported"
    failed_on: str | None = None
