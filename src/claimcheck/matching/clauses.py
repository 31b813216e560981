"""Clauses of a folded sentence: where one ends, and which tokens share one."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.text.folding import Folded

_MARKS = frozenset({";", "—", "–", "?", "!", "."})


def clause_numbers(folded: Folded, ends: Sequence[tuple[str, ...]]) -> list[int]:
    """For each token the number of its clause, counted from 0. `ends` are the surfaces of words that open a new one."""
    numbers: list[int] = []
    current = 0
    surfaces = folded.surfaces
    for i, surface in enumerate(surfaces):
        if surface in _MARKS or any(tuple(surfaces[i : i + len(end)]) == end for end in ends):
            current += 1
        numbers.append(current)
    return numbers
