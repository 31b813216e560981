"""Step 8a: does a figure in the sentence stand in the evidence?

Figures and effects are compared by size alone; which way an effect points is the table's business. Shares, percentages
and changes are compared as fractions, amounts in the smallest unit of their dimension.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from claimcheck.evidence.model import Effect, Metric
from claimcheck.frozen import dataclass
from claimcheck.rating.measures import Measures
from claimcheck.wording.model import Number

Miss = Literal["number-unmatched", "number-exaggerated"]
#: one direct line's effect, with the id of its study
Found = tuple[str, Effect]
Scale = Callable[[float], float]

_RATIOS: frozenset[Metric] = frozenset({"RR", "HR", "OR", "ratio"})
#: an odds ratio is not the change of a risk
_RISK_RATIOS = _RATIOS - {"OR"}


@dataclass(frozen=True)
class Span:
    """Where an effect lies on the figure's scale: its interval and its estimate, give or take a little."""

    low: float
    high: float
    study: str


@dataclass(frozen=True)
class Compared:
    """A figure beside the evidence: `miss` is None if it fits or cannot be compared; `said` is for the trace."""

    number: Number
    miss: Miss | None
    said: str


def compare(number: Number, effects: Sequence[Found], measures: Measures, within: float) -> Compared:
    """A figure against the effects of direct lines. `within`: how near to an estimate, as a share of it."""
    if number.metric == "count":
        return Compared(number, None, f'"{number.text}" is a count: not compared')
    spans = [span for found in effects if (span := _span(number, found, measures, within))]
    if not spans:
        return _alone(number, measures)
    low, high = _scaled(number, measures)
    miss = _miss(low, high, spans)
    beside = "; ".join(f"{span.study} {span.low:.3g} to {span.high:.3g}" for span in spans)
    said = {None: "fits", "number-exaggerated": "beyond every interval", "number-unmatched": "fits none"}[miss]
    return Compared(number, miss, f'"{number.text}" = {_figure(low, high)} {said}: {beside}')


def _alone(number: Number, measures: Measures) -> Compared:
    """No line has such a figure: a miss, unless it may say how much was given."""
    if number.metric == "amount" and (not number.change or measures.unit(number.unit) is None):
        return Compared(number, None, f'"{number.text}" may be a dose: not compared')
    return Compared(number, "number-unmatched", f'"{number.text}": no direct line carries such a figure')


def _miss(low: float, high: float, spans: Sequence[Span]) -> Miss | None:
    if high > max(span.high for span in spans):
        return "number-exaggerated"
    touches = any(low <= span.high and high >= span.low for span in spans)
    return None if touches and low >= min(span.low for span in spans) else "number-unmatched"


def _figure(low: float, high: float) -> str:
    return f"{low:.3g}" if low == high else f"{low:.3g} to {high:.3g}"


def _scaled(number: Number, measures: Measures) -> tuple[float, float]:
    """The figure's two ends on its scale."""
    factor = 1.0
    if number.metric == "percent":
        factor = 0.01
    elif number.metric == "amount" and (unit := measures.unit(number.unit)):
        factor = unit.factor
    return number.low * factor, number.high * factor


def _span(number: Number, found: Found, measures: Measures, within: float) -> Span | None:
    """Where an effect lies on the figure's scale, or None when the two measure different things."""
    study, effect = found
    scale = _scale(number, effect, measures)
    if scale is None:
        return None
    ends = list(effect.ci or ())
    nothing = 1.0 if effect.metric in _RATIOS else 0.0
    if ends and min(ends) < nothing < max(ends):
        ends.append(nothing)
    point = scale(effect.value)
    sizes = [point * (1 - within), point * (1 + within), *map(scale, ends)]
    return Span(min(sizes), max(sizes), study)


def _scale(number: Number, effect: Effect, measures: Measures) -> Scale | None:
    """How an effect's values turn into the figure's scale."""
    if number.metric == "times":
        return _times(effect)
    if number.metric == "amount":
        return _amount(number, effect, measures)
    return _fraction(effect) if number.change or number.metric == "percent" else _proportion(effect)


def _proportion(effect: Effect) -> Scale | None:
    """A share of people."""
    if effect.metric != "prevalence":
        return None
    factor = 0.01 if effect.value > 1 or "%" in (effect.unit or "") or "cent" in (effect.unit or "") else 1.0
    return lambda value: value * factor


def _fraction(effect: Effect) -> Scale | None:
    """A share of people, or a change as a fraction of what it was."""
    if effect.metric == "percent-change":
        return lambda value: abs(value) / 100
    if effect.metric in _RISK_RATIOS:
        return lambda value: abs(value - 1)
    return _proportion(effect)


def _times(effect: Effect) -> Scale | None:
    """A factor, upwards: half as often is twice as rare."""
    if effect.metric == "percent-change":
        return lambda value: 1 + abs(value) / 100
    if effect.metric in _RATIOS:
        return lambda value: value if value >= 1 or value <= 0 else 1 / value
    return None


def _amount(number: Number, effect: Effect, measures: Measures) -> Scale | None:
    """A difference in the same dimension; a time that is no change is taken for a dose."""
    wanted, given = measures.unit(number.unit), measures.unit(effect.unit)
    if effect.metric != "MD" or wanted is None or given is None or wanted.dimensions != given.dimensions:
        return None
    if measures.is_dose(wanted) and not number.change:
        return None
    return lambda value: abs(value) * given.factor
