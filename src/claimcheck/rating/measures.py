"""Units as copy and papers write them, made comparable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from claimcheck.frozen import dataclass


@dataclass(frozen=True)
class Unit:
    """What a unit measures (`("mass",)`, `("mass", "time")` for a rate) and how many smallest units it stands for."""

    dimensions: tuple[str, ...]
    factor: float


class Measures:
    """Reads units by the language's table."""

    def __init__(self, raw: object) -> None:
        data: Mapping[str, Any] = raw if isinstance(raw, Mapping) else {}
        self._words: dict[str, tuple[str, float]] = {}
        for dimension, words in data.get("dimensions", {}).items():
            self._words.update({word: (dimension, float(factor)) for word, factor in words.items()})
        self._per: Sequence[str] = data.get("per", ())
        self._doses = frozenset(data.get("doses", ()))

    def unit(self, text: str | None) -> Unit | None:
        """The unit that a text names; an unknown word is a dimension of its own. None for no text."""
        if not text or not text.strip():
            return None
        for mark in self._per:
            top, found, bottom = text.partition(mark)
            if found:
                return self._rate(self._single(top), self._single(bottom))
        return self._single(text)

    def is_dose(self, unit: Unit | None) -> bool:
        """Whether figures of this unit mostly say how much was given, not what came of it."""
        return unit is not None and unit.dimensions[0] in self._doses

    def _rate(self, top: Unit, bottom: Unit) -> Unit:
        return Unit((*top.dimensions, *bottom.dimensions), top.factor / bottom.factor)

    def _single(self, text: str) -> Unit:
        word = text.strip().casefold().rstrip(".")
        dimension, factor = self._words.get(word, (word, 1.0))
        return Unit((dimension,), factor)
