"""Lines from short-hand, for tests of the arithmetic."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimcheck.rating.lines import Line

_SOUND = {"study": "s", "outcome": "y", "design": "rct", "level": 4, "direction": "benefit", "n": 100, "bias": "low"}


def make_line(raw: Mapping[str, Any]) -> Line:
    """A line; a randomised trial with low risk of bias unless it says otherwise."""
    given = {
        "study": "s",
        "outcome": "y",
        "design": "rct",
        "level": 4,
        "direction": "benefit",
        "n": 100,
        "bias": "low",
        **raw,
    }
    given.setdefault("trial", given["study"])
    given["pools"] = frozenset(given.get("pools", ()))
    if given.get("pooled"):
        given.setdefault("trials", 2)
    return Line(**given)
