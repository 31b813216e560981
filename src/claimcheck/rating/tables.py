"""A policy's rules as Markdown tables, so that the manual and the policy file cannot drift apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.rating.differences import differences
from claimcheck.rating.policy_model import COLUMNS, STATES, FloorRule, Policy

_MARKS = {"supported": "**S**", "contested": "*C*", "unsupported": "U"}


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table, without a line end after it."""
    lines = (head, ["---"] * len(head), *rows)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def decision_table(policy: Policy) -> str:
    """The evidence state down, the wording tier across."""
    return markdown_table(("state", *COLUMNS), ([f"**{state}**", *_row(state, policy)] for state in STATES))


def _row(state: str, policy: Policy) -> Iterator[str]:
    for tier in COLUMNS:
        cell = policy.cell(state, tier)
        yield f"{_MARKS[cell.verdict]} {cell.reason}"


def starts_table(policy: Policy) -> str:
    """What each design can be worth, by kind of claim."""
    designs = dict.fromkeys(design for starts in policy.start.values() for design in starts)
    rows = ([design, *(str(starts.get(design, "")) for starts in policy.start.values())] for design in designs)
    return markdown_table(("design", *policy.start), rows)


def costs_table(policy: Policy) -> str:
    """What lowers certainty, and by how much."""
    return markdown_table(("because of", "when", "levels"), _costs(policy))


def _costs(policy: Policy) -> Iterator[tuple[str, str, str]]:
    for word, minus in policy.risk_of_bias.items():
        unrated = ", or not rated" if word == policy.unrated_bias else ""
        yield "risk of bias", f"the worst line is {word}{unrated}", _minus(minus)
    for word, minus in policy.directness.items():
        yield "directness", f"the farthest line is {word}", _minus(minus)
    for size in policy.precision:
        people = f"at least {size.n_at_least} people speak" if size.n_at_least else "fewer speak"
        yield "precision", f"{people} for the side", _minus(size.minus)
    single = policy.single_trial
    yield "single trial", f"one trial alone, of fewer than {single.unless_n_at_least} people", _minus(single.minus)
    for step in policy.inconsistency:
        yield "inconsistency", f"up to {step.opposed_up_to:.0%} of the people point the other way", _minus(step.minus)
    yield "publication bias", "a review reports it", _minus(policy.publication_bias.minus)
    sellers = ", ".join(sorted(policy.conflicted))
    yield (
        "conflict of interest",
        f"every supporting line has a declared {sellers}'s interest",
        _minus(policy.all_conflicted.minus),
    )
    body = policy.body_appraisal
    yield "appraisal", f"an independent body judged against it, unanswered (at most {body.at_most})", _minus(body.minus)
    yield "contrary review", "an overlapping adequate review found the opposite", _minus(policy.opposed_review.minus)


def _minus(levels: int) -> str:
    return f"-{levels}" if levels else "0"


def floor_list(policy: Policy) -> str:
    """The ways for weak evidence to count, as a list."""
    return "\n".join(f"- {floor_rule(rule)}" for rule in policy.floor)


def floor_rule(rule: FloorRule) -> str:
    """One way in words."""
    parts = []
    if rule.reviews:
        parts.append(f"{rule.reviews} pooled review{'s' if rule.reviews > 1 else ''}")
    if rule.controlled_trials:
        parts.append(f"{rule.controlled_trials} controlled trial{'s' if rule.controlled_trials > 1 else ''}")
    if rule.n_at_least:
        parts.append(f"at least {rule.n_at_least} people")
    return ", ".join(parts) or "anything"


def differences_table(one: Policy, others: Iterable[Policy]) -> str:
    """What other policies say differently."""
    rows = (
        (other.name, f"`{change.place}`", change.one or "–", change.other or "–")
        for other in others
        for change in differences(one, other)
    )
    return markdown_table(("profile", "rule", one.name, "there"), rows)
