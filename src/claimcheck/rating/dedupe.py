"""Step 3: nobody is counted twice.

One line per trial, pooled reviews in place of their trials, one of several overlapping reviews.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.rating.lines import Line
from claimcheck.rating.policy_model import Policy


class Deduplicated:
    """The lines that remain, those set aside with the reason, and whether an adequate review contradicts the rest."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.set_aside: list[tuple[Line, str]] = []
        #: the contrary review and the one that governs
        self.opposed_by: tuple[Line, Line] | None = None


def deduplicate(lines: Sequence[Line], policy: Policy) -> Deduplicated:
    """Lines of which every person stands behind one at most. The order of the input does not matter."""
    result = Deduplicated()
    singles = _one_per_trial(lines, result)
    reviews = _govern([line for line in singles if line.pooled], policy, result)
    for line in singles:
        if line.pooled:
            continue
        by = next((review for review in reviews if line.trial in review.pools and review.time == line.time), None)
        if by is None:
            result.lines.append(line)
        else:
            result.set_aside.append((line, f"pooled in {by.study}"))
    result.lines.extend(reviews)
    result.lines.sort(key=lambda line: line.key)
    result.set_aside.sort(key=lambda pair: pair[0].key)
    return result


def _one_per_trial(lines: Iterable[Line], result: Deduplicated) -> list[Line]:
    trials: dict[str, list[Line]] = {}
    for line in sorted(lines, key=lambda line: line.key):
        trials.setdefault(line.trial, []).append(line)
    return [group[0] if len(group) == 1 else _choose(group, result) for group in trials.values()]


def _rank(line: Line) -> tuple[bool, int, int, bool, int]:
    """A validated measure, the larger n, the later report, the primary outcome, the nearer to the sentence."""
    return line.validated, line.n if line.n_known else 0, line.year, line.primary, -line.distance


def _choose(group: list[Line], result: Deduplicated) -> Line:
    """The best line of a trial. Where equally good ones disagree the trial counts as mixed."""
    best = max(map(_rank, group))
    equals = [line for line in group if _rank(line) == best]
    chosen = equals[0]
    result.set_aside.extend(
        (line, f"same trial as {chosen.study}/{chosen.outcome}") for line in group if line is not chosen
    )
    if len({line.share("for") for line in equals}) > 1:
        return replace(chosen, direction="mixed", precise=False, stated=None)
    return chosen


def _govern(reviews: list[Line], policy: Policy, result: Deduplicated) -> list[Line]:
    """Of reviews that overlap, the one that governs: not critically low, then the latest search, then the larger n."""
    kept: list[Line] = []
    for review in sorted(reviews, key=lambda r: (r.adequate, r.searched, r.n, r.study, r.outcome), reverse=True):
        over = next((k for k in kept if k.time == review.time and _overlap(k, review, policy)), None)
        if over is None:
            kept.append(review)
            continue
        shares = "overlaps" if over.pools and review.pools else "may overlap"
        result.set_aside.append((review, f"{shares} {over.study}, which is the later or better review"))
        if review.adequate and {over.share("for"), review.share("for")} == {0.0, 1.0}:
            result.opposed_by = result.opposed_by or (review, over)
    return kept


def _overlap(one: Line, other: Line, policy: Policy) -> bool:
    return covered_area(one, other, policy) >= policy.overlap.governs_from


def covered_area(one: Line, other: Line, policy: Policy) -> float:
    """The corrected covered area of two reviews, (N - r) / (r (c - 1)) with c = 2: shared trials over all trials."""
    if not one.pools or not other.pools:
        return policy.overlap.unknown_counts_as
    distinct = len(one.pools | other.pools)
    return (len(one.pools) + len(other.pools) - distinct) / distinct
