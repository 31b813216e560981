"""The known words nearest to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable

#: less alike than this is no help
_CUTOFF = 57.0
#: what a shared part ("massage-pnd" in "massage-treats-pnd") is worth less than a slip of the finger
_PART = 15.0


def nearest(word: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """Up to `limit` known words, best first; empty when nothing comes near."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.fuzz import WRatio

    def likeness(other: str) -> float:
        return max(100 * OSA.normalized_similarity(word, other), WRatio(word, other) - _PART)

    scored = sorted((-likeness(other), other) for other in known)
    return [other for score, other in scored[:limit] if -score >= _CUTOFF]


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A hint that names the nearest known word, or None."""
    found = nearest(word, known, limit=1)
    return f'did you mean "{found[0]}"?' if found else None
