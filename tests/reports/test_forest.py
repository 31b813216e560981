"""Forest plots and the axes under them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from html_page import Page
from hypothesis import example, given
from hypothesis import strategies as st
from records_for_cards import CLAIM, RATING, STUDY

from claimcheck.evidence.model import Effect, Outcome
from claimcheck.reports.dossier import Dossier
from claimcheck.reports.forest import forest_plots
from claimcheck.reports.scales import scale_of

BASE = STUDY.outcomes[0]


def dossier_of(*effects: Effect, counted: bool = True) -> Dossier:
    outcome = replace(BASE, effect=effects)
    body = RATING.body if counted else replace(RATING.body, used=())
    return Dossier(CLAIM, replace(RATING, body=body), ((replace(STUDY, outcomes=(outcome,)), outcome),), ())


def plots(*effects: Effect, counted: bool = True) -> list[Page]:
    return [Page(plot) for plot in forest_plots(dossier_of(*effects, counted=counted))]


def test_a_row_in_full() -> None:
    (plot,) = plots(Effect("SMD", -0.25, (-0.5, 0.0), better="lower"))
    (interval,) = plot.all("line", "interval")
    (estimate,) = plot.all("rect", "estimate")
    (none,) = plot.all("line", "none")
    assert interval.attributes["x1"] < estimate.attributes["x"] < interval.attributes["x2"] == none.attributes["x1"]
    assert plot.texts("text", "value") == ["−0.25 [−0.5, 0]"]
    assert plot.texts("text", "side") == ["← better", "worse →"]
    assert plot.texts("figcaption") == [
        "Standardised mean difference, with intervals at 95 %. Larger squares: more people. Hollow: not counted in the "
        "rating."
    ]


def test_what_did_not_count_is_hollow() -> None:
    (plot,) = plots(Effect("SMD", -0.25, (-0.5, 0.0)), counted=False)
    assert len(plot.all("rect", "aside")) == 1
    assert plot.texts("desc") == ["Weary and The Board 2001, tiredness scale: −0.25 [−0.5, 0], not counted"]


@pytest.mark.parametrize(
    ("effects", "figures"),
    [
        ((), 0),
        ((Effect("SMD", 1.0),), 0),
        ((Effect("SMD", 1.0), Effect("SMD", 1.0, (0.0, 2.0))), 1),
        ((Effect("SMD", 1.0, (0.0, 2.0)), Effect("RR", 1.0, (0.5, 2.0))), 2),
        ((Effect("MD", 1.0, (0.0, 2.0), unit="g"), Effect("MD", 1.0, (0.0, 2.0), unit="kg")), 2),
        ((Effect("MD", 1.0, (0.0, 2.0), better="lower"), Effect("MD", 1.0, (0.0, 2.0), better="higher")), 2),
        ((Effect("RR", 1.0, (0.0, 2.0)),), 0),
    ],
    ids=["none", "no interval", "one of two", "two measures", "two units", "two senses", "no ratio of zero"],
)
def test_what_shares_a_figure(effects: tuple[Effect, ...], figures: int) -> None:
    assert len(plots(*effects)) == figures


@pytest.mark.parametrize(("metric", "x"), [("RR", 1), ("SMD", 1), ("prevalence", 0)])
def test_the_line_of_no_effect(metric: str, x: int) -> None:
    (plot,) = plots(Effect(metric, 0.2, (0.1, 0.3)))  # type: ignore[arg-type]
    assert len(plot.all("line", "none")) == x


def test_long_names_are_cut_and_told_in_full() -> None:
    measure = "a measure with a name that is a good deal longer than the room for it"
    outcome: Outcome = replace(BASE, measure=measure, effect=(Effect("SMD", 1.0, (0.0, 2.0)),))
    (plot,) = map(Page, forest_plots(replace(dossier_of(), lines=((STUDY, outcome),))))
    (label,) = plot.texts("text", "label")
    assert label.startswith(f"Weary and The Board 2001, {measure}")
    assert label.endswith("…")


@pytest.mark.parametrize(
    ("numbers", "logarithmic", "ticks"),
    [
        ([-0.4, 0.0], False, (-0.4, -0.3, -0.2, -0.1, 0.0)),
        ([0.7, 1.0], True, (0.5, 1.0)),
        ([0.13, 7.0], True, (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)),
        ([0.001, 900.0], True, (0.001, 0.01, 0.1, 1.0, 10.0, 100.0, 1000.0)),
        ([3.0], False, (2.0, 2.5, 3.0, 3.5, 4.0)),
        ([1.0], True, (1.0, 2.0)),
    ],
)
def test_ticks(numbers: list[float], logarithmic: bool, ticks: tuple[float, ...]) -> None:
    assert scale_of(numbers, logarithmic=logarithmic).ticks == pytest.approx(ticks)


@given(st.lists(st.floats(-1e6, 1e6).map(lambda x: round(x, 3)), min_size=1, max_size=9))
def test_every_number_is_on_the_axis(numbers: list[float]) -> None:
    scale = scale_of(numbers, logarithmic=False)
    assert list(scale.ticks) == sorted(set(scale.ticks))
    slack = 1e-9 * max(1.0, abs(scale.low), abs(scale.high))
    assert scale.low <= min(numbers) + slack
    assert max(numbers) <= scale.high + slack
    shares = [scale.share(number) for number in sorted(numbers)]
    assert shares == sorted(shares)


@given(st.lists(st.floats(1e-4, 1e4), min_size=1, max_size=9))
@example([9999.999999999998])
def test_every_ratio_is_on_the_axis(numbers: list[float]) -> None:
    scale = scale_of(numbers, logarithmic=True)
    assert list(scale.ticks) == sorted(set(scale.ticks))
    assert scale.low <= min(numbers) * (1 + 1e-9)
    assert max(numbers) <= scale.high * (1 + 1e-9)
    assert scale.low < scale.high
