"""`claimcheck --version`: the evidence is half of the result, so it is named too."""

from __future__ import annotations

from claimcheck._version import __version__
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.output import write_standard_output
from claimcheck.session import open_base

_DIGITS = 12


def say_version() -> ExitStatus:
    """Print the versions of the program and of the shipped evidence."""
    base = open_base()
    digest = base.digest[: base.digest.index(":") + 1 + _DIGITS]
    evidence = f"evidence {base.manifest.version}, {len(base.study_ids)} studies, {digest}…"
    write_standard_output(f"claimcheck {__version__} ({evidence})\n")
    return ExitStatus.OK
