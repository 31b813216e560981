"""Figures that can be but are worth a second look at the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimcheck.evidence.check_numbers import RATIOS
from claimcheck.evidence.model import REVIEW_DESIGNS, Effect, Study
from claimcheck.evidence.problems import Problem
from claimcheck.evidence.sources import Sourced, Sources

#: metrics without a value that means "no effect"
_NO_NULL = frozenset({"prevalence", "percent-change"})
#: the fields of an outcome that hold its result in figures
_FIGURES = ("effect", "effect_text", "p", "events")
_SIGNIFICANT = 0.05
_LEVEL = 95
_P = re.compile(r"[Pp]?\s*(<=|>=|[<=>≤≥])?\s*(0?\.\d+|[01](?:\.0+)?)")


def interval_against_p(sources: Sources) -> Iterator[Problem]:
    """A 95 % interval and a P value that tell two stories."""
    for source, number, place, effect in _effects(sources):
        excludes, significant = excludes_no_effect(effect), is_significant(effect.p)
        if effect.level == _LEVEL and None not in (excludes, significant) and excludes != significant:
            verb = "excludes" if excludes else "includes"
            message = f"the interval {verb} no effect, but P is {effect.p}"
            yield source.warning("interval-against-p", message, "outcomes", number, "effect", place)


def direction_against_interval(sources: Sources) -> Iterator[Problem]:
    """A line that speaks for or against a claim by one effect whose interval includes no effect."""
    for source, number, place, effect in _effects(sources):
        outcome = source.record.outcomes[number]
        decided = outcome.direction in ("benefit", "harm") and len(outcome.effect) == 1
        if decided and excludes_no_effect(effect) is False:
            message = f"direction is {outcome.direction}, but the interval includes no effect"
            yield source.warning("direction-against-interval", message, "outcomes", number, "effect", place)


def arms_do_not_add_up(sources: Sources) -> Iterator[Problem]:
    """Arms whose people are not those of the study, or whose dropout is not the difference."""
    for source in sources.studies.values():
        study = source.record
        for name in ("n_randomised", "n_analysed"):
            counts, total = [getattr(arm, name) for arm in study.arms], getattr(study, name)
            people = sum(count or 0 for count in counts)
            if counts and total is not None and (people > total or (people < total and None not in counts)):
                message = f"the arms have {people} {name[2:]}, the study {total}"
                yield source.warning("arms-do-not-add-up", message, "arms")
        yield from _dropout(source)


def _dropout(source: Sourced[Study]) -> Iterator[Problem]:
    for number, arm in enumerate(source.record.arms):
        counts = (arm.n_randomised, arm.n_analysed, arm.dropout)
        if None not in counts and arm.n_randomised != (arm.n_analysed or 0) + (arm.dropout or 0):
            message = f"{counts[1]} analysed and {counts[2]} lost are not {counts[0]} randomised"
            yield source.warning("arms-do-not-add-up", message, "arms", number)


def line_larger_than_study(sources: Sources) -> Iterator[Problem]:
    """More people in a line than in its study (reviews aside)."""
    for source in sources.studies.values():
        study = source.record
        people = max(study.n_randomised or 0, study.n_analysed or 0)
        for number, outcome in enumerate(study.outcomes):
            if people and outcome.n is not None and outcome.n > people and study.design not in REVIEW_DESIGNS:
                message = f"n is {outcome.n}, but the study has {people} people"
                yield source.warning("line-larger-than-study", message, "outcomes", number, "n")


def figure_without_locator(sources: Sources) -> Iterator[Problem]:
    """A result in figures that does not say where in the source it stands."""
    for source in sources.studies.values():
        for number, outcome in enumerate(source.record.outcomes):
            given = [name for name in _FIGURES if getattr(outcome, name) not in (None, ())]
            if given and not outcome.provenance.locator:
                message = f"{given[0]} has no locator"
                hint = "give table, figure or page in provenance.locator"
                yield source.warning("figure-without-locator", message, "outcomes", number, given[0], hint=hint)


def _effects(sources: Sources) -> Iterator[tuple[Sourced[Any], int, int, Effect]]:
    for source in sources.studies.values():
        for number, outcome in enumerate(source.record.outcomes):
            for place, effect in enumerate(outcome.effect):
                yield source, number, place, effect


def excludes_no_effect(effect: Effect) -> bool | None:
    """Whether the interval leaves out "no effect"; None where that cannot be said."""
    if effect.ci is None or effect.metric in _NO_NULL:
        return None
    null = 1.0 if effect.metric in RATIOS else 0.0
    return not effect.ci[0] <= null <= effect.ci[-1]


def is_significant(p: str | None) -> bool | None:
    """Whether a P value is below .05; None if the text is not one plain P value or leaves it open."""
    match = _P.fullmatch(p.strip()) if p else None
    if match is None:
        return None
    sign, value = match[1] or "=", float(match[2])
    if sign == "=":
        return value < _SIGNIFICANT
    if sign in ("<", "<=", "≤"):
        return True if value <= _SIGNIFICANT else None
    return False if value >= _SIGNIFICANT else None
