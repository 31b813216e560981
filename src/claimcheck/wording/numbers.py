"""Figures in a sentence, normalised."""

from __future__ import annotations

from claimcheck.wording.model import Number


class NumberReader:
    """Finds percentages, shares, amounts and factors in a text."""

    def __init__(self, data: object) -> None:
        self._data = data

    def read(self, text: str, clause: tuple[int, int]) -> tuple[Number, ...]:
        """The figures that stand in the clause."""
        return ()
