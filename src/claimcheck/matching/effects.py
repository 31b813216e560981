"""Whether what a sentence says is done to an outcome is what a claim says."""

from __future__ import annotations

from claimcheck.matching.lexicon import ConceptInfo


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


def _worsens(effect: str | None, info: ConceptInfo, sense: str) -> bool:
    """A bad outcome counts unless it is lessened; a good one only if it is said to suffer."""
    if info.polarity == "bad":
        return effect not in ("helps", "prevents", "lowers")
    return sense == "harm" or effect in ("worsens", "lowers", "causes", "links", "affects")
