"""Does a policy keep its word? More support never counts against a claim, and weaker words never need more of it.

The table is checked cell by cell, then the whole arithmetic on random bodies of evidence. A violation on a body is cut
down to the fewest lines that still show it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

from claimcheck.rating.lines import Line
from claimcheck.rating.policy_model import NEGATIVE_TIERS, POSITIVE_TIERS, STATES, VERDICTS, Policy
from claimcheck.rating.trace import describe
from claimcheck.rating.weigh import NOBODY, Appraised, weigh

#: from evidence against to evidence for; C stands outside
CHAIN = tuple(state for state in reversed(STATES) if state != "C")
_SIZES = (8, 25, 60, 120, 300, 450, 1200)
_DIRECTIONS = ("benefit", "benefit", "no-effect", "unclear", "mixed", "harm")


@dataclass(frozen=True)
class Body:
    """Lines on a claim of some kind, with what others say about them."""

    kind: str
    lines: tuple[Line, ...]
    appraised: Appraised = NOBODY


@dataclass(frozen=True)
class Violation:
    """A promise that a policy breaks: which, and the smallest case that shows it."""

    rule: str
    case: str
    body: Body | None = None
    added: Line | None = None

    def __str__(self) -> str:
        return f"{self.rule}: {self.case}"


def first_violation(policy: Policy, bodies: int = 2000, seed: int = 1) -> Violation | None:
    """The first promise that the policy breaks, or None. `bodies` random bodies are tried, small ones first."""
    return next(_table_violations(policy), None) or next(_body_violations(policy, bodies, seed), None)


def _table_violations(policy: Policy) -> Iterator[Violation]:
    for tier in (*POSITIVE_TIERS, *NEGATIVE_TIERS):
        yield from _column(tier, policy)
    for state in STATES:
        yield from _row(state, policy)


def _column(tier: str, policy: Policy) -> Iterator[Violation]:
    """Better evidence never makes a promise worse, nor a denial better."""
    positive = tier in POSITIVE_TIERS
    rule = "better evidence lowers a promise" if positive else "better evidence raises a denial"
    for weaker, stronger in pairwise(CHAIN):
        change = _rank(stronger, tier, policy) - _rank(weaker, tier, policy)
        if change < 0 if positive else change > 0:
            yield Violation(rule, f"{_cell(weaker, tier, policy)}, yet {_cell(stronger, tier, policy)}")


def _row(state: str, policy: Policy) -> Iterator[Violation]:
    """Weaker words never fare worse."""
    for strong, weak in pairwise(POSITIVE_TIERS):
        if _rank(state, weak, policy) < _rank(state, strong, policy):
            case = f"{_cell(state, strong, policy)}, yet {_cell(state, weak, policy)}"
            yield Violation("weaker words fare worse", case)


def _rank(state: str, tier: str, policy: Policy) -> int:
    return VERDICTS.index(policy.cell(state, tier).verdict)


def _cell(state: str, tier: str, policy: Policy) -> str:
    return f"[{state}][{tier}] is {policy.cell(state, tier).verdict}"


def _body_violations(policy: Policy, bodies: int, seed: int) -> Iterator[Violation]:
    random = Random(seed)
    for number in range(bodies):
        body = random_body(random, policy, size=1 + number * 6 // bodies)
        added = random_line(random, body.kind, policy, name="added")
        found = broken_promise(body, added, policy)
        if found:
            yield _smallest(body, added, found, policy)


def broken_promise(body: Body, added: Line, policy: Policy) -> Violation | None:
    """The promise that breaks when a primary line is added to a body, lines are reordered or a trial is repeated."""
    before = _state(body, policy)
    shuffled = replace(body, lines=tuple(reversed(body.lines)))
    if _state(shuffled, policy) != before:
        return Violation("the order of lines matters", _told(body, before, _state(shuffled, policy)), body)
    twice = replace(body, lines=(*body.lines, *(replace(line, study=f"{line.study}-again") for line in body.lines)))
    if not any(line.pooled for line in body.lines) and _state(twice, policy) != before:
        return Violation("a trial reported twice counts twice", _told(body, before, _state(twice, policy)), body)
    after = _state(replace(body, lines=(*body.lines, added)), policy)
    return _moved(body, added, before, after, policy)


def _moved(body: Body, added: Line, before: str, after: str, policy: Policy) -> Violation | None:
    """Whether a line moved some verdict the wrong way."""
    if added.direction == "mixed":
        return None
    up = 1 if added.direction == "benefit" else -1
    for tier in (*POSITIVE_TIERS, *NEGATIVE_TIERS):
        wanted = up if tier in POSITIVE_TIERS else -up
        change = _rank(after, tier, policy) - _rank(before, tier, policy)
        if change * wanted < 0:
            side = "supporting" if up > 0 else "opposing"
            case = f"{_told(body, before, after)} with {describe(added)}, and [{tier}] moves the wrong way"
            return Violation(f"a further {side} line works against its side", case, body, added)
    return None


def _told(body: Body, before: str, after: str) -> str:
    lines = " | ".join(describe(line) for line in body.lines)
    return f"{body.kind}: {lines or 'no line'}: {before} becomes {after}"


def _state(body: Body, policy: Policy) -> str:
    return weigh(body.lines, body.kind, policy, body.appraised).state


def _smallest(body: Body, added: Line, found: Violation, policy: Policy) -> Violation:
    """The violation with every line left out that it does not need."""
    for line in body.lines:
        fewer = replace(body, lines=tuple(other for other in body.lines if other is not line))
        still = broken_promise(fewer, added, policy)
        if still:
            return _smallest(fewer, added, still, policy)
    return found


def random_body(random: Random, policy: Policy, size: int) -> Body:
    """A body of up to `size` lines on a claim of a random kind."""
    kind = random.choice(sorted(policy.start))
    names: Sequence[str] = [f"study{number}" for number in range(random.randint(0, size))]
    lines = tuple(random_line(random, kind, policy, name, pooled=random.random() < 0.15) for name in names)
    return Body(kind, lines, Appraised(random.choice((0, 0, 0, 1)), random.choice((0, 0, 1, 2))))


def random_line(random: Random, kind: str, policy: Policy, name: str, *, pooled: bool = False) -> Line:
    """A random line for a kind of claim; its trial is its own."""
    design = "meta-analysis" if pooled else random.choice([*sorted(policy.start[kind]), "a design without points"])
    direction = random.choice(_DIRECTIONS)
    return Line(
        study=name,
        outcome="y",
        trial=name,
        design=design,
        level=policy.start[kind].get(design, 0),
        direction=direction,
        n=random.choice(_SIZES),
        bias=random.choice(sorted(policy.risk_of_bias)),
        distance=random.choice((0, 0, 1)),
        trials=random.randint(2, 9) if pooled else 1,
        stated=random.choice((None, None, 1, 2, 3, 4)) if pooled else None,
        precise=direction == "harm" or (direction == "no-effect" and random.random() < 0.5),
        publication_bias=pooled and random.random() < 0.3,
        conflicted=random.random() < 0.2,
        pooled=pooled,
        pools=frozenset({f"{name}-trial"}) if pooled else frozenset(),
        searched=str(random.randint(2000, 2026)),
        events=random.choice((None, 0, 2)),
    )
