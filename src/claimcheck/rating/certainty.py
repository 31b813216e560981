"""Step 4: certainty for and against, 0 to 4: the best over nested sets of lines.

Taking the best over "lines at least this good" keeps the policy monotone: a further weak study that agrees can widen
only the weaker sets, so it never lowers what the better ones show.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.frozen import dataclass
from claimcheck.rating.lines import Line, Side
from claimcheck.rating.policy_model import Policy
from claimcheck.rating.reach import DIRECTNESS


@dataclass(frozen=True)
class Candidate:
    """One nested set and its arithmetic.

    `points` is what it comes to; `minus` lists what was taken off and why, `people` speaks for the side, `opposed` is
    the share that points the other way; `limit` caps imprecise nulls; `stated` is set where a review's authors rated.
    """

    label: str
    lines: tuple[Line, ...]
    start: int
    minus: tuple[tuple[str, int], ...]
    people: float = 0
    opposed: float = 0
    limit: int | None = None
    stated: bool = False

    @property
    def points(self) -> int:
        """What the set is worth: at least 1, for there is a line."""
        sum_up = self.start - sum(points for _, points in self.minus)
        return max(1, sum_up if self.limit is None else min(sum_up, self.limit))


@dataclass(frozen=True)
class Certainty:
    """The points of the best set (0 where no line speaks), and every set that was looked at."""

    points: int
    candidates: tuple[Candidate, ...] = ()

    @property
    def best(self) -> Candidate | None:
        """The first set that reaches the points."""
        return next((c for c in self.candidates if c.points == self.points), None)


def certainty(lines: Sequence[Line], side: Side, policy: Policy) -> Certainty:
    """How certain the lines make one side. Lines must be screened, near enough and counted once."""
    candidates = (*_computed(lines, side, policy), *_stated(lines, side, policy))
    return Certainty(max((c.points for c in candidates), default=0), candidates)


def _computed(lines: Sequence[Line], side: Side, policy: Policy) -> Iterator[Candidate]:
    own = [line for line in lines if line.stated is None and line.level > 0]
    seen: set[tuple[int, ...]] = set()
    for bias in sorted(set(policy.risk_of_bias.values())):
        for near in sorted(set(policy.directness.values())):
            inside = [line for line in own if _fits(line, bias, near, policy)]
            for level in sorted({line.level for line in inside}, reverse=True):
                body = tuple([line for line in inside if line.level >= level])
                same = (level, *map(id, body))
                if same not in seen:
                    seen.add(same)
                    yield from _weigh(body, level, bias, near, side, policy)


def _fits(line: Line, bias: int, near: int, policy: Policy) -> bool:
    return policy.risk_of_bias[line.bias] <= bias and policy.directness[DIRECTNESS[line.distance]] <= near


def _weigh(body: tuple[Line, ...], level: int, bias: int, near: int, side: Side, policy: Policy) -> Iterator[Candidate]:
    """The set as a whole and, against, its precise lines alone: imprecise nulls together stay imprecise."""
    label = _label(bias, near, level, policy)
    if side == "for":
        candidate = _candidate(body, label, level, bias, near, side, policy, precise_only=False)
        if candidate:
            yield candidate
        return
    for precise_only in (True, False):
        candidate = _candidate(body, label, level, bias, near, side, policy, precise_only=precise_only)
        if candidate:
            yield candidate


def _candidate(
    body: tuple[Line, ...],
    label: str,
    level: int,
    bias: int,
    near: int,
    side: Side,
    policy: Policy,
    *,
    precise_only: bool,
) -> Candidate | None:
    speaking = [line for line in body if line.share(side) and (line.precise or not precise_only)]
    people = sum([line.n * line.share(side) for line in speaking])
    if not people:
        return None
    opposed = _opposed(body, side, people)
    costs = (
        ("bias", bias),
        ("directness", near),
        ("precision", next(step.minus for step in policy.precision if people >= step.n_at_least)),
        ("inconsistency", next(step.minus for step in policy.inconsistency if opposed <= step.opposed_up_to)),
        ("single trial", _single(speaking, people, policy)),
        ("publication bias", policy.publication_bias.minus if any(line.publication_bias for line in body) else 0),
        ("conflict of interest", _conflict(speaking, side, policy)),
    )
    limit = policy.imprecise_null_at_most if side == "against" and not precise_only else None
    minus = tuple([cost for cost in costs if cost[1]])
    return Candidate(label, body, level, minus, people, opposed, limit)


def _opposed(body: Sequence[Line], side: Side, people: float) -> float:
    other: Side = "against" if side == "for" else "for"
    against = sum([line.n * line.share(other) for line in body])
    return against / (people + against)


def _single(speaking: Sequence[Line], people: float, policy: Policy) -> int:
    alone = sum(line.trials for line in speaking) == 1
    return policy.single_trial.minus if alone and people < policy.single_trial.unless_n_at_least else 0


def _conflict(speaking: Sequence[Line], side: Side, policy: Policy) -> int:
    return policy.all_conflicted.minus if side == "for" and all(line.conflicted for line in speaking) else 0


def _stated(lines: Sequence[Line], side: Side, policy: Policy) -> Iterator[Candidate]:
    """What a review's own authors stated, less the distance from the sentence and half-heartedness."""
    for line in lines:
        if line.stated is None or not line.share(side):
            continue
        costs = (
            ("directness", policy.directness[DIRECTNESS[line.distance]]),
            ("mixed", int(line.direction == "mixed")),
        )
        limit = policy.imprecise_null_at_most if line.direction == "unclear" else None
        minus = tuple([cost for cost in costs if cost[1]])
        yield Candidate(f"stated by {line.study}", (line,), line.stated, minus, line.n, 0, limit, stated=True)


def _label(bias: int, near: int, level: int, policy: Policy) -> str:
    """`bias<=some-concerns`, with what else the set allows."""
    worst = [word for word, points in policy.risk_of_bias.items() if points == bias]
    parts = [f"bias<={worst[0]}"]
    if near:
        parts.append("partly direct too")
    return ", ".join(parts)
