"""Two rating policies side by side: the rules in which they differ, and the claims that they rate differently."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from claimcheck.rating.differences import Difference
from claimcheck.rating.model import ClaimRating
from claimcheck.rating.policy_model import Policy
from claimcheck.reports.card import Card, Row, Section, Table, section
from claimcheck.reports.records import as_data
from claimcheck.reports.summary import plural

#: one claim's rating under either policy
Pair = tuple[ClaimRating, ClaimRating]
#: how a rule's place begins -> the heading under which it stands
_HEADINGS: Final = {
    "table.": "Decision table: evidence, wording",
    "tiers.": "Wording read as",
    "": "Thresholds and other rules",
}
_NOTHING: Final = "–"


def policy_diff_card(one: Policy, other: Policy, found: Sequence[Difference], ratings: Sequence[Pair]) -> Card:
    """The card; `ratings` are those of all claims."""
    columns = ("", one.name, other.name)
    moved = [pair for pair in ratings if _differ(pair)]
    return Card(
        f"{one.stamp} -> {other.stamp}",
        _summary(len(found), len(moved), len(ratings)),
        (
            *(part for start in _HEADINGS for part in _rules(start, found, columns)),
            *section("Claims rated otherwise", Table(("claim", *columns[1:]), tuple(map(_rating_row, moved)))),
        ),
    )


def policy_diff_data(
    one: Policy, other: Policy, found: Iterable[Difference], ratings: Iterable[Pair]
) -> dict[str, Any]:
    """The same as data, rules in the order of the policy file; null where a policy lacks a rule."""
    return {
        "one": _named(one),
        "other": _named(other),
        "differences": [as_data(rule) for rule in found],
        "claims": [
            {"claim": pair[0].claim, "one": _rating_data(pair[0]), "other": _rating_data(pair[1])}
            for pair in ratings
            if _differ(pair)
        ],
    }


def _summary(rules: int, moved: int, claims: int) -> str:
    if not rules:
        return "Nothing differs."
    differ = f"{plural(rules, 'rule')} {'differs' if rules == 1 else 'differ'}"
    return f"{differ}; {moved} of {plural(claims, 'claim')} rated otherwise."


def _rules(start: str, found: Iterable[Difference], columns: tuple[str, ...]) -> tuple[Section, ...]:
    rows = tuple(_row(rule, start) for rule in found if _start_of(rule) == start)
    return section(_HEADINGS[start], Table(columns, rows))


def _start_of(rule: Difference) -> str:
    return next(start for start in _HEADINGS if rule.place.startswith(start))


def _row(rule: Difference, start: str) -> Row:
    place = rule.place.removeprefix(start).replace(".", " ")
    return Row((place, *((value or _NOTHING).replace("/", ", ") for value in (rule.one, rule.other))))


def _rating_row(pair: Pair) -> Row:
    return Row((pair[0].claim, *(f"{rating.rating}, {rating.reason}" for rating in pair)))


def _differ(pair: Pair) -> bool:
    return pair[0].rating != pair[1].rating


def _named(policy: Policy) -> dict[str, Any]:
    return {"id": policy.name, "version": policy.version, "hash": policy.hash, "about": policy.about}


def _rating_data(rating: ClaimRating) -> dict[str, str]:
    return {"rating": rating.rating, "reason": rating.reason}
