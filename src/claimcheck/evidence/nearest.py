"""The known words nearest to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable

#: less alike than this is no help
_CUTOFF = 57.0
#: what a shared part ("massage-pnd" in "massage-treats-pnd") is worth less than a slip of the finger
_PART = 15.0


def nearest(word: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """Up to `limit` known words, best first; empty when nothing comes near."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA
    from rapidfuzz.fuzz import WRatio

    choices = sorted(known)
    slips = process.extract(word, choices, scorer=OSA.normalized_similarity, score_cutoff=_CUTOFF / 100, limit=None)
    parts = process.extract(word, choices, scorer=WRatio, score_cutoff=_CUTOFF + _PART, limit=None)
    scores = {name: score - _PART for name, score, _ in parts}
    for name, score, _ in slips:
        scores[name] = max(100 * score, scores.get(name, 0.0))
    return sorted(scores, key=lambda name: (-scores[name], name))[:limit]


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A hint that names the nearest known word, or None."""
    found = nearest(word, known, limit=1)
    return f'did you mean "{found[0]}"?' if found else None
