"""`claimcheck --version`: the evidence is half of the result, so it is named too."""

from __future__ import annotations

from claimcheck._version import __version__
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.output import write_standard_output


def say_version() -> ExitStatus:
    """Print the versions of the program and of the shipped evidence."""
    base = None
    write_standard_output(f"claimcheck {__version__} {base}\n")
    return ExitStatus.OK
