"""Levels of findings, from the worst down; a level stands for itself and all before it."""

from __future__ import annotations

from typing import Final

LEVELS: Final = ("unsupported", "contested", "unlisted")


def at_or_above(level: str) -> tuple[str, ...]:
    """The levels that are as bad as the given one or worse, the worst first; none for `never` and `none`."""
    return LEVELS[: LEVELS.index(level) + 1] if level in LEVELS else ()
