"""What a report may be told about how it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.frozen import dataclass
from claimcheck.reports.style import PLAIN, Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.reports.dossier import Dossier


@dataclass(frozen=True)
class RenderOptions:
    """How to write a report.

    Attributes:
        style: colour, links and width, for the formats that people read.
        explain: add the trace of every finding.
        fail_on: the level that fails a run, as the user gave it.
        failed_on: the level that failed this one, or None.
        level_of: the level that fails a document, given its path, where it is not the same for all.
        summary: whether to close with the counts, for the formats that may stand beside another in one log.
        dossier: all that the base holds on a claim, given its id, for the reports that show the evidence.
    """

    style: Style = PLAIN
    explain: bool = False
    fail_on: str = "unsupported"
    failed_on: str | None = None
    level_of: Callable[[str], str] | None = None
    summary: bool = True
    dossier: Callable[[str], Dossier] | None = None

    def level(self, path: str) -> str:
        """The level that fails a document."""
        return self.level_of(path) if self.level_of else self.fail_on
