"""What the words of a sentence tell by themselves, remembered for a while: copy repeats its boilerplate."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from claimcheck.matching.clauses import Layout, layout_of
from claimcheck.matching.ellipsis import ELLIPSES, stand_ins
from claimcheck.matching.mentions import Near, Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.matching.phrasings import Alike
    from claimcheck.matching.toolkit import Toolkit

#: so many sentences are remembered, some kilobytes each
_MOST = 2_000

#: the marks of words that say something works, or does so too, without naming it
_WORKS = frozenset({"efficacy", "helping", *ELLIPSES})


class Glance:
    """One sentence, wherever it stands. What depends on the topic in force is kept once for each topic's answer."""

    def __init__(self, text: str, tools: Toolkit) -> None:
        self._tools = tools
        self.folded = tools.folder.fold(text)
        self._sight = tools.finder.see(self.folded)
        self._readings: dict[frozenset[object], Reading] = {}

    def reading(self, near: Near) -> Reading:
        """All mentions. `near` tells whether the topic in force satisfies a guard."""
        met = frozenset(filter(near, self._sight.asking))
        reading = self._readings.get(met)
        if reading is None:
            reading = self._readings[met] = self._tools.finder.settle(self._sight, met)
        return reading

    def is_mute(self, reading: Reading) -> bool:
        """Whether it names nothing that may be acted on, so that by itself it can claim nothing."""
        affected = self._tools.outcomes.affected
        return not (
            any(seen.id in affected for seen in reading.concepts)
            or self.phrasings
            or any(mark.id in _WORKS for mark in reading.marks)
            or stand_ins(reading, reading.concepts, self._tools.rules.auxiliaries)
        )

    @cached_property
    def layout(self) -> Layout:
        """Its clauses."""
        return layout_of(self.folded, self._tools.rules.clause_ends)

    @cached_property
    def phrasings(self) -> tuple[Alike, ...]:
        """The claims one of whose phrasings it is like."""
        return tuple(self._tools.phrasings.like(self.folded))


def glances(tools: Toolkit) -> Callable[[str], Glance]:
    """A glance at any text, remembered."""
    return lru_cache(maxsize=_MOST)(lambda text: Glance(text, tools))
