"""claimcheck as a library: check a text or a file against an evidence base, get a `Report`.

>>> from claimcheck import check_text
>>> report = check_text("Baby massage cures postnatal depression.")
>>> report.documents[0].findings[0].verdict
'unsupported'

Everything is loaded on first use, so that importing the package (which the command line does at every start) costs
nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck._version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from claimcheck.evidence.base import EvidenceBase
    from claimcheck.report import Report

__all__ = ["Report", "__version__", "check_file", "check_text", "load_evidence"]


def load_evidence(directories: Sequence[Path] = (), *, shipped: bool = True) -> EvidenceBase:
    """The shipped evidence base, with the records of further folders added or put in their place.

    Raises:
        EvidenceErrors: a folder holds something that is not sound evidence.
    """
    from claimcheck.session import open_base

    return open_base(directories, shipped=shipped)


def check_text(text: str, *, base: EvidenceBase | None = None, policy: str = "standard") -> Report:
    """Check one piece of text; the report's only document has the path `<text>`.

    Args:
        text: the copy, plain text.
        base: the evidence to check against (the shipped one by default).
        policy: the name of a rating policy, or the path of a policy file.
    """
    from claimcheck.checker import check_text
    from claimcheck.rating.policy import load_policy

    base = base or load_evidence()
    return check_text(text, base=base, policy=load_policy(policy, base))


def check_file(path: str | Path, *, base: EvidenceBase | None = None, policy: str = "standard") -> Report:
    """Check one file; an unreadable one is in the report's `errors`. Arguments as for `check_text`."""
    from claimcheck.checker import run
    from claimcheck.rating.policy import load_policy

    base = base or load_evidence()
    return run([str(path)], base=base, policy=load_policy(policy, base))


def __getattr__(name: str) -> object:
    """`Report`, loaded when first asked for."""
    if name == "Report":
        from claimcheck.report import Report

        return Report
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
