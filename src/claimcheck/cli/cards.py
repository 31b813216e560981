"""Print a card or its data, as `--format` says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from claimcheck.cli.choices import choose
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.output import write_standard_output
from claimcheck.cli.terminal import style_of
from claimcheck.reports.style import Style

CARD_FORMATS = ("human", "json")


def show(name: str, color: str, *, text: Callable[[Style], str], data: Callable[[], Any]) -> ExitStatus:
    """Print what was asked for; only the chosen form is made."""
    style = style_of(color)
    if choose(name, CARD_FORMATS, "format") == "json":
        from claimcheck.reports.json import dump

        write_standard_output(dump(data()))
    else:
        write_standard_output(text(style))
    return ExitStatus.OK
