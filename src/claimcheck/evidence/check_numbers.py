"""Numbers that cannot be: more analysed than randomised, a ratio below zero, an estimate outside its interval."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.evidence.model import Effect, Outcome
from claimcheck.evidence.problems import Problem
from claimcheck.evidence.sources import Sourced, Sources

RATIOS = frozenset({"RR", "OR", "HR", "ratio"})
#: metric -> least and largest value there can be
_BOUNDS = {"r": (-1.0, 1.0), "RD": (-100.0, 100.0), "prevalence": (0.0, 100.0)}
_AXES = ("population", "intervention", "comparator", "outcome", "time")
_FURTHEST = 2
#: field path -> the YAML path and the count
_Counts = Iterator[tuple[tuple[str | int, ...], int | None]]


def impossible_numbers(sources: Sources) -> Iterator[Problem]:
    """Counts, effects and directness of every study."""
    for source in sources.studies.values():
        yield from _negative_counts(source)
        yield from _more_analysed(source)
        for number, outcome in enumerate(source.record.outcomes):
            yield from _directness(source, outcome, number)
            for place, effect in enumerate(outcome.effect):
                for message in effect_faults(effect):
                    yield source.error("impossible-number", message, "outcomes", number, "effect", place)


def _counts(study: Any) -> _Counts:
    for name in ("n_randomised", "n_analysed"):
        yield (name,), getattr(study, name)
    if study.review:
        yield ("review", "k"), study.review.k
    for part, names in (("arms", ("n_randomised", "n_analysed", "dropout")), ("outcomes", ("n", "events"))):
        for number, item in enumerate(getattr(study, part)):
            for name in names:
                yield (part, number, name), getattr(item, name)


def _negative_counts(source: Sourced[Any]) -> Iterator[Problem]:
    for where, count in _counts(source.record):
        if count is not None and count < 0:
            yield source.error("impossible-number", f"{where[-1]} is {count}, below zero", *where)


def _more_analysed(source: Sourced[Any]) -> Iterator[Problem]:
    study = source.record
    places: list[tuple[Any, tuple[str | int, ...]]] = [(study, ())]
    places += [(arm, ("arms", number)) for number, arm in enumerate(study.arms)]
    for item, where in places:
        analysed, randomised = item.n_analysed, item.n_randomised
        if analysed is not None and randomised is not None and analysed > randomised:
            message = f"{analysed} analysed of {randomised} randomised"
            yield source.error("impossible-number", message, *where, "n_analysed")


def _directness(source: Sourced[Any], outcome: Outcome, number: int) -> Iterator[Problem]:
    for axis in _AXES:
        step = getattr(outcome.directness, axis)
        if not 0 <= step <= _FURTHEST:
            message = f"directness.{axis} must be 0, 1 or {_FURTHEST}, not {step}"
            yield source.error("impossible-number", message, "outcomes", number, "directness", axis)


def effect_faults(effect: Effect) -> Iterator[str]:
    """What cannot be about an effect, in words."""
    numbers = (effect.value, *(effect.ci or ()))
    lowest, highest = _BOUNDS.get(effect.metric, (float("-inf"), float("inf")))
    if effect.metric in RATIOS and min(numbers) <= 0:
        yield f"{effect.metric} must be above zero, not {min(numbers):g}"
    elif min(numbers) < lowest or max(numbers) > highest:
        yield f"{effect.metric} must lie between {lowest:g} and {highest:g}"
    if not 0 < effect.level < 100:
        yield f"level must be a percentage between 0 and 100, not {effect.level:g}"
    if effect.ci is not None:
        yield from _interval_faults(effect.value, effect.ci)


def _interval_faults(value: float, ci: tuple[float, ...]) -> Iterator[str]:
    if len(ci) != 2:
        yield f"ci must be two numbers, not {len(ci)}"
    elif ci[0] > ci[1]:
        yield f"ci begins at {ci[0]:g}, above its end at {ci[1]:g}"
    elif not ci[0] <= value <= ci[1]:
        yield f"the estimate {value:g} lies outside its interval, {ci[0]:g} to {ci[1]:g}"
