"""What is said on standard error: errors always, notes unless `--quiet`."""

from __future__ import annotations

import sys
from contextlib import suppress

from claimcheck.reports.style import visible


def say_error(message: str) -> None:
    """An error, one prefixed line for each line of the message."""
    for line in message.splitlines() or [""]:
        _say(f"claimcheck: error: {visible(line)}")


def say_note(message: str) -> None:
    """A note that `--quiet` would have silenced (the caller asks)."""
    _say(f"claimcheck: {visible(message)}")


def _say(line: str) -> None:
    # a closed standard error must not change what the run found
    with suppress(OSError):
        print(line, file=sys.stderr)  # noqa: T201 (the only printer of notes)
