"""Words that must be one of a few, and the nearest of them when they are not."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.errors import UsageError
from claimcheck.text.hints import did_you_mean


def choose(word: str, allowed: Iterable[str], what: str) -> str:
    """`word` if it is allowed.

    Raises:
        UsageError: it is not; the message names the nearest word, or all of them.
    """
    known = tuple(allowed)
    if word in known:
        return word
    raise UsageError(f"unknown {what} {word!r}", hint=did_you_mean(word, known))


def unknown_id(kind: str, word: str, near: Iterable[str]) -> UsageError:
    """The error for an id that the evidence base does not hold, with the nearest that it does."""
    nearest = list(near)
    hint = f"did you mean {' or '.join(nearest)}?" if nearest else f"see: claimcheck list {_PLURAL[kind]}"
    return UsageError(f"unknown {kind} {word!r}", hint=hint)


_PLURAL = {"study": "studies", "claim": "claims", "concept": "concepts"}
