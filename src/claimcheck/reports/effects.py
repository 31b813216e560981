"""An outcome's effect in a few characters: the estimate, its interval, its p value."""

from __future__ import annotations

from typing import Final

from claimcheck.evidence.model import Effect, Outcome

#: a direction is seen from the claim, so that "benefit" may be of a harm
_DIRECTIONS: Final = {"benefit": "for", "harm": "against", "no-effect": "no effect"}


def direction_of(outcome: Outcome) -> str:
    """Which way an outcome points, seen from its claim: "for", "against", "no effect", "mixed", "unclear"."""
    return _DIRECTIONS.get(outcome.direction, outcome.direction)


def effect_of(outcome: Outcome) -> str | None:
    """All estimates of an outcome, or its effect in words, or None."""
    if outcome.effect:
        return "; ".join(map(estimate, outcome.effect))
    return outcome.effect_text or (outcome.p and _p_value(outcome.p))


def estimate(effect: Effect) -> str:
    """ "SMD -0.25 (95% CI -0.40 to -0.09), p 0.002"."""
    text = f"{effect.metric} {effect.value:g}" + (f" {effect.unit}" if effect.unit else "")
    if effect.ci:
        text += f" ({effect.level:g}% CI {effect.ci[0]:g} to {effect.ci[-1]:g})"
    return text + (f", {_p_value(effect.p)}" if effect.p else "")


def _p_value(p: str) -> str:
    return f"p {p}"
