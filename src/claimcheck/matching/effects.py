"""Whether what a sentence says is done to an outcome is what a claim says."""

from __future__ import annotations

from collections.abc import Collection

from claimcheck.matching.lexicon import ConceptInfo

#: direction of a claim -> the effect that a sentence which makes it may name, and the one that says the opposite
_EFFECTS = {
    "improves": ("helps", "worsens"),
    "worsens": ("worsens", "helps"),
    "increases": ("raises", "lowers"),
    "reduces": ("lowers", "raises"),
}


def effect_fits(effect: str | None, info: ConceptInfo, direction: str, sense: str) -> bool:
    """Whether what the sentence says is done to the outcome is what the claim says is done to it."""
    if direction == "worsens":
        return _worsens(effect, info, sense)
    if direction in ("affects", "better-than", "does-not-cause"):
        return True
    if sense == "harm":
        return False
    wrong = {"bad": ("raises", "causes", "worsens"), "good": ("lowers", "worsens")}
    return effect not in wrong.get(info.polarity, ("worsens",))


def is_opposed(direction: str, effects: Collection[str]) -> bool:
    """Whether a sentence whose relations have these effects says the opposite of a claim of this direction."""
    wanted, opposed = _EFFECTS.get(direction, ("", ""))
    return opposed in effects and wanted not in effects


def _worsens(effect: str | None, info: ConceptInfo, sense: str) -> bool:
    """A bad outcome counts unless it is lessened; a good one only if it is said to suffer."""
    if info.polarity == "bad":
        return effect not in ("helps", "prevents", "lowers")
    return sense == "harm" or effect in ("worsens", "lowers", "causes", "links", "affects")
