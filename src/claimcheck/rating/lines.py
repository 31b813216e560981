"""A line: what one study says about one claim, reduced to what the arithmetic needs."""

from __future__ import annotations

from typing import Literal

from claimcheck.evidence.model import Level, Outcome, Study
from claimcheck.frozen import dataclass
from claimcheck.rating.policy_model import Policy

Side = Literal["for", "against"]
#: GRADE's four levels as points
LEVEL_POINTS: dict[Level, int] = {"high": 4, "moderate": 3, "low": 2, "very-low": 1}
#: a review that pools has at least so many trials
_POOLED_AT_LEAST = 2
LEVEL_WORDS = {4: "high", 3: "moderate", 2: "low", 1: "very low", 0: "none"}


@dataclass(frozen=True)
class Line:
    """One line of evidence.

    Attributes:
        study, outcome: ids.
        trial: id of the trial it belongs to (several papers may report one trial).
        design: the study's design; `level` is what it can be worth for this kind of claim, 0..4.
        direction: seen from the claim; every null and every harm speaks against it, `mixed` half each way.
        n: people analysed; `n_known` is False where no size was found.
        bias: rating of risk of bias; `distance`: points away from the sentence.
        trials: how many trials stand behind it (more than one for a pooled review); `trials_known` is False where
            the review's count was not seen.
        stated: certainty that a review's own authors stated, 1..4, or None.
        precise: rules out an important effect (a null), or shows a harm.
        conflicted: a seller's interest is declared.
        pools: trials that a pooled review replaces.
        events: adverse events counted, or None where nobody counted.
    """

    study: str
    outcome: str
    trial: str
    design: str
    level: int
    direction: str
    n: int
    bias: str
    distance: int = 0
    n_known: bool = True
    trials: int = 1
    trials_known: bool = True
    stated: int | None = None
    precise: bool = False
    publication_bias: bool = False
    conflicted: bool = False
    pooled: bool = False
    pools: frozenset[str] = frozenset()
    adequate: bool = True
    searched: str = ""
    year: int = 0
    time: str = "short"
    validated: bool = False
    primary: bool = False
    events: int | None = None

    def share(self, side: Side) -> float:
        """The share of its people that speaks for a side: 1, 0, or half each way when mixed."""
        if self.direction == "mixed":
            return 0.5
        return float((self.direction == "benefit") == (side == "for"))

    @property
    def key(self) -> tuple[str, str]:
        """Study and outcome id: the order in which lines are printed."""
        return self.study, self.outcome


def is_pooled(study: Study) -> bool:
    """Whether a review pools its trials; a meta-analysis does unless the base says otherwise."""
    return study.review.synthesis == "pooled" if study.review else study.design == "meta-analysis"


def make_line(
    study: Study, outcome: Outcome, *, kind: str, distance: int, bias: str, pools: frozenset[str], policy: Policy
) -> Line:
    """The line of a study's outcome for a claim of this kind.

    `bias` is the rating in force after the screen, `pools` the trials that the study replaces.
    """
    review, pooled = study.review, is_pooled(study)
    size, trials = _size(study, outcome), _trials(study, outcome, pooled)
    return Line(
        study=study.id,
        outcome=outcome.id,
        trial=study.trial_id or study.id,
        design=study.design,
        level=policy.start[kind].get(study.design, 0),
        direction=outcome.direction,
        n=size or _assumed(trials, pooled, policy),
        n_known=size is not None,
        bias=bias,
        distance=distance,
        trials=trials or _POOLED_AT_LEAST,
        trials_known=trials is not None,
        stated=_stated(outcome),
        precise=_precise(outcome, size, policy),
        publication_bias=bool(review and review.publication_bias),
        conflicted=any(funding.interest in policy.conflicted for funding in study.funding),
        pooled=pooled,
        pools=pools,
        adequate=not review or review.confidence not in policy.overlap.not_adequate,
        searched=(review.search_date if review else None) or str(study.csl.issued - 1),  # the latest it can be
        year=study.csl.issued,
        time=outcome.timepoint.time_class,
        validated=outcome.validated,
        primary=outcome.primary,
        events=outcome.events,
    )


def _size(study: Study, outcome: Outcome) -> int | None:
    """People in this line, else in the study's analysis, else randomised; None where nobody says."""
    for size in (outcome.n, study.n_analysed, study.n_randomised):
        if size:
            return size
    return None


def _assumed(trials: int | None, pooled: bool, policy: Policy) -> int:
    """People that a line of unknown size counts as: very few, or very few for each trial that a review pools."""
    if not pooled:
        return policy.n_unknown_counts_as
    return policy.n_unknown_per_pooled_trial * (trials or _POOLED_AT_LEAST)


def _trials(study: Study, outcome: Outcome, pooled: bool) -> int | None:
    """How many trials stand behind a line; None where that was not seen.

    A review's count holds for a line unless the line has people of its own, for then it pools fewer trials.
    """
    if not pooled:
        return 1
    part_of_it = study.n_analysed is not None and outcome.n not in (None, study.n_analysed)
    if outcome.trials or study.review is None or part_of_it:
        return outcome.trials
    return study.review.k or len(study.review.pools) or None


def _stated(outcome: Outcome) -> int | None:
    certainty = outcome.certainty
    return LEVEL_POINTS[certainty.level] if certainty and certainty.by == "review-authors" else None


def _precise(outcome: Outcome, size: int | None, policy: Policy) -> bool:
    """Whether a line against the claim says "no important effect" or "harm" rather than "nothing seen"."""
    if outcome.direction == "harm":
        return True
    if outcome.direction != "no-effect":
        return False
    rule = policy.null_is_precise
    if (size or 0) >= rule.or_n_at_least:
        return True
    bounds = {"SMD": rule.smd_inside, "RR": rule.ratio_inside, "OR": rule.ratio_inside, "HR": rule.ratio_inside}
    return any(
        effect.metric in bounds
        and bounds[effect.metric][0] <= min(effect.ci)
        and max(effect.ci) <= bounds[effect.metric][1]
        for effect in outcome.effect
        if effect.ci
    )
