"""What the process says when it ends. Scripts depend on these numbers."""

from __future__ import annotations

from enum import IntEnum


class ExitStatus(IntEnum):
    """The exit codes; all others are reserved."""

    #: checked; nothing at or above the `--fail-on` level
    OK = 0
    #: checked; at least one finding at or above the `--fail-on` level
    FINDINGS = 1
    #: not checked, or not all of it: usage, an unreadable input, a broken base or configuration, a fault of our own
    FAILED = 2
    #: Ctrl-C
    INTERRUPTED = 130
