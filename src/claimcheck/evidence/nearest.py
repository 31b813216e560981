"""The known words nearest to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """Up to `limit` known words, best first; empty when nothing comes near."""
    from rapidfuzz import fuzz, process

    found = process.extract(word, sorted(known), scorer=fuzz.WRatio, score_cutoff=60, limit=limit)
    return [name for name, _, _ in found]


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A hint that names the nearest known word, or None."""
    found = nearest(word, known, limit=1)
    return f'did you mean "{found[0]}"?' if found else None
