"""A forest plot: the studies on a claim that give an estimate, each with its interval, as inline SVG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from typing import Final

from claimcheck.evidence.model import Effect, Metric, Outcome, Study
from claimcheck.evidence.references import short_reference
from claimcheck.frozen import dataclass
from claimcheck.reports.dossier import Dossier
from claimcheck.reports.markup import Html, tag
from claimcheck.reports.scales import Scale, scale_of
from claimcheck.reports.style import one_line

#: the measures that are ratios: drawn on a logarithmic axis, no effect at 1
_RATIOS: Final[frozenset[Metric]] = frozenset({"RR", "OR", "HR", "ratio"})
#: the measures that no effect has a place on
_AMOUNTS: Final[frozenset[Metric]] = frozenset({"prevalence"})
_NAMES: Final[dict[Metric, str]] = {
    "SMD": "standardised mean difference",
    "MD": "mean difference",
    "RR": "risk ratio",
    "OR": "odds ratio",
    "HR": "hazard ratio",
    "RD": "risk difference",
    "r": "correlation",
    "prevalence": "prevalence",
    "percent-change": "change in per cent",
    "ratio": "ratio",
}
_WIDTH: Final = 760
_LEFT: Final = 270
_RIGHT: Final = 180
_ROW: Final = 26
_TOP: Final = 24
_FOOT: Final = 46
_TICKS: Final = 26
_LABEL: Final = 45
_SMALLEST: Final = 3.0
_GROWTH: Final = 5.0


@dataclass(frozen=True)
class _Line:
    """One row: a study's estimate in one outcome, and whether it counted for the rating."""

    study: Study
    outcome: Outcome
    effect: Effect
    counted: bool

    @property
    def people(self) -> int | None:
        return self.outcome.n if self.outcome.n is not None else self.study.n_analysed


def forest_plots(dossier: Dossier) -> Iterator[Html]:
    """A figure for each measure in which at least one study gives an interval; what counted comes first.

    Where some studies count good things and others bad ones, each kind has a figure of its own.
    """
    groups: dict[tuple[Metric, str | None, str | None], list[_Line]] = {}
    for line in sorted(_lines(dossier), key=lambda line: not line.counted):
        groups.setdefault((line.effect.metric, line.effect.unit, line.effect.better), []).append(line)
    for number, ((metric, unit, _), lines) in enumerate(groups.items(), 1):
        if any(line.effect.ci for line in lines):
            name = _NAMES[metric] + (f" ({unit})" if unit else "")
            yield _figure(f"forest-{dossier.claim.id}-{number}", name, metric, lines)


def _lines(dossier: Dossier) -> Iterator[_Line]:
    counted = {(study, outcome) for study, outcome, _ in dossier.rating.body.used}
    for study, outcome in dossier.lines:
        for effect in outcome.effect:
            if effect.metric not in _RATIOS or min(effect.value, *(effect.ci or (effect.value,))) > 0:
                yield _Line(study, outcome, effect, (study.id, outcome.id) in counted)


def _figure(known_by: str, name: str, metric: Metric, lines: Sequence[_Line]) -> Html:
    none = None if metric in _AMOUNTS else 1.0 if metric in _RATIOS else 0.0
    scale = scale_of([*_numbers(lines), *([] if none is None else [none])], logarithmic=metric in _RATIOS)
    better = lines[0].effect.better
    bottom = _TOP + _ROW * len(lines)
    height = bottom + (_FOOT if better else _TICKS)
    drawing = tag(
        "svg",
        tag("title", f"Forest plot: {name}", id=f"{known_by}-title"),
        tag("desc", "; ".join(map(_said, lines)), id=f"{known_by}-desc"),
        *_axis(scale, bottom, none),
        *_sides(better, bottom),
        *(part for number, line in enumerate(lines) for part in _row(line, _TOP + _ROW * (number + 0.5), scale)),
        viewBox=f"0 0 {_WIDTH} {height}",
        width=_WIDTH,
        height=height,
        role="img",
        aria_labelledby=f"{known_by}-title {known_by}-desc",
    )
    level = sorted({line.effect.level for line in lines})
    caption = f"{name[0].upper()}{name[1:]}, with intervals at {', '.join(f'{one:g}' for one in level)} %. "
    legend = "Larger squares: more people. Hollow: not counted in the rating. "
    return tag(
        "figure",
        tag("div", drawing, class_="scroll", tabindex=0, role="region", aria_label=f"Forest plot: {name}"),
        tag("figcaption", caption + legend),
    )


def _numbers(lines: Iterable[_Line]) -> Iterator[float]:
    for line in lines:
        yield line.effect.value
        yield from line.effect.ci or ()


def _x(scale: Scale, number: float) -> float:
    return round(_LEFT + scale.share(number) * (_WIDTH - _LEFT - _RIGHT), 1)


def _axis(scale: Scale, bottom: float, none: float | None) -> Iterator[Html]:
    left, right = _LEFT, _WIDTH - _RIGHT
    yield tag("line", x1=left, x2=right, y1=bottom, y2=bottom, class_="axis")
    for tick in scale.ticks:
        x = _x(scale, tick)
        yield tag("line", x1=x, x2=x, y1=bottom, y2=bottom + 4, class_="axis")
        yield tag("text", _number(tick), x=x, y=bottom + 17, class_="tick")
    if none is not None:
        x = _x(scale, none)
        yield tag("line", x1=x, x2=x, y1=_TOP - 8, y2=bottom, class_="none")


def _sides(better: str | None, bottom: float) -> Iterator[Html]:
    """Which side is good, where that is known."""
    if better:
        sides = ("better", "worse") if better == "lower" else ("worse", "better")
        yield tag("text", f"← {sides[0]}", x=_LEFT, y=bottom + 36, class_="side")
        yield tag("text", f"{sides[1]} →", x=_WIDTH - _RIGHT, y=bottom + 36, class_="side end")


def _row(line: _Line, y: float, scale: Scale) -> Iterator[Html]:
    effect, x = line.effect, _x(scale, line.effect.value)
    kind = "counted" if line.counted else "aside"
    label = f"{short_reference(line.study)}, {one_line(line.outcome.measure)}"
    short = label if len(label) <= _LABEL else label[: _LABEL - 1] + "…"
    yield tag("text", tag("title", label), short, x=0, y=y + 4, class_=f"label {kind}")
    if effect.ci:
        low, high = _x(scale, effect.ci[0]), _x(scale, effect.ci[-1])
        yield tag("line", x1=low, x2=high, y1=y, y2=y, class_=f"interval {kind}")
    half = _SMALLEST + (min(_GROWTH, sqrt(line.people) / 8) if line.people else 0)
    yield tag(
        "rect",
        x=round(x - half, 1),
        y=round(y - half, 1),
        width=round(2 * half, 1),
        height=round(2 * half, 1),
        class_=f"estimate {kind}",
    )
    yield tag("text", _estimate(effect), x=_WIDTH, y=y + 4, class_=f"value end {kind}")


def _said(line: _Line) -> str:
    counted = "" if line.counted else ", not counted"
    return f"{short_reference(line.study)}, {one_line(line.outcome.measure)}: {_estimate(line.effect)}{counted}"


def _estimate(effect: Effect) -> str:
    value = _number(effect.value)
    return f"{value} [{_number(effect.ci[0])}, {_number(effect.ci[-1])}]" if effect.ci else f"{value} (no interval)"


def _number(number: float) -> str:
    return f"{number:g}".replace("-", "−")
