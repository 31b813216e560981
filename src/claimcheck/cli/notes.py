"""What is said on standard error: errors always, notes unless `--quiet`."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from claimcheck.reports.style import visible

if TYPE_CHECKING:
    from claimcheck.report import Report


def say_error(message: str) -> None:
    """An error, one prefixed line for each line of the message."""
    for line in message.splitlines() or [""]:
        _say(f"claimcheck: error: {visible(line)}")


def say_note(message: str) -> None:
    """A note that `--quiet` would have silenced (the caller asks)."""
    _say(f"claimcheck: {visible(message)}")


def say_notes_of(report: Report, *, quiet: bool = False) -> None:
    """What could not be checked, and, unless quiet, what else its reader should know: a page that was not read, say."""
    for error in report.errors:
        say_error(f"{error.path}: {error.message}")
    if quiet:
        return
    for warning in report.warnings:
        say_note(f"warning: {warning}")
    for document in report.documents:
        for note in document.notes:
            say_note(f"{document.path}: {note}")


def _say(line: str) -> None:
    # a closed standard error must not change what the run found
    with suppress(OSError):
        print(line, file=sys.stderr)  # noqa: T201 (the only printer of notes)
